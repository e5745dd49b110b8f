namespace ChatLiaison.Playground;

/// <summary>One person of the sample world, as both stand-ins know them.</summary>
/// <param name="Name">Full name, as shown in both chats.</param>
/// <param name="Email">Address, the same in both chats.</param>
/// <param name="Role">A role of the support team, or null for somebody at a customer.</param>
/// <param name="SlackId">Slack user id.</param>
/// <param name="AadObjectId">Entra object id, a lower-case GUID.</param>
/// <param name="TimeZone">IANA zone.</param>
/// <param name="Customer">Key of the customer the person works for, or null for our own people.</param>
public sealed record SamplePerson(
    string Name, string Email, string? Role, string SlackId, string AadObjectId, string TimeZone, string? Customer = null)
{
    /// <summary>The word people call them by.</summary>
    public string FirstName => Name.Split(' ')[0];

    /// <summary>A short name that nobody else has.</summary>
    public string Key => Email.Split('@')[0];

    public bool IsOurs => Customer is null;
}

/// <summary>The people of the sample world: at least one for each role, and one contact at each of two customers.</summary>
public static class SamplePeople
{
    public static SamplePerson Dana { get; } = Ours("Dana Park", "dana", "liaison", 201, "Europe/London");
    public static SamplePerson Lee { get; } = Ours("Lee Osei", "lee", "liaison", 202, "America/New_York");
    public static SamplePerson Priya { get; } = Ours("Priya Raman", "priya", "senior-support", 203, "Europe/London");
    public static SamplePerson Mateo { get; } = Ours("Mateo Silva", "mateo", "engineering", 204, "America/Sao_Paulo");
    public static SamplePerson Jun { get; } = Ours("Jun Tanaka", "jun", "engineering", 205, "Asia/Tokyo");
    public static SamplePerson Noor { get; } = Ours("Noor Haddad", "noor", "product", 206, "Europe/Berlin");
    public static SamplePerson Grace { get; } = Ours("Grace Lindqvist", "grace", "management", 207, "Europe/Stockholm");
    public static SamplePerson Walter { get; } = Ours("Walter Kim", "walter", "executive", 208, "America/New_York");
    public static SamplePerson Sam { get; } = Ours("Sam Okafor", "sam", "admin", 209, "Europe/London");

    public static SamplePerson Ada { get; } =
        new("Ada Byrne", "ada@acme.example", null, "U0ADA", ObjectId(301), "America/New_York", "ACME");

    public static SamplePerson Omar { get; } =
        new("Omar Reyes", "omar@globex.example", null, "U0OMAR", ObjectId(302), "Europe/Madrid", "GLOBEX");

    /// <summary>Our own people, in the order of the table above.</summary>
    public static IReadOnlyList<SamplePerson> Staff { get; } = [Dana, Lee, Priya, Mateo, Jun, Noor, Grace, Walter, Sam];

    /// <summary>The customers' people.</summary>
    public static IReadOnlyList<SamplePerson> Contacts { get; } = [Ada, Omar];

    public static IReadOnlyList<SamplePerson> All { get; } = [.. Staff, .. Contacts];

    public static SamplePerson? Find(string? key) => All.FirstOrDefault(p => p.Key == key);

    private static SamplePerson Ours(string name, string alias, string role, int number, string zone) =>
        new(name, $"{alias}@example.com", role, $"U0{alias.ToUpperInvariant()}", ObjectId(number), zone);

    private static string ObjectId(int number) => $"22222222-2222-4222-8222-222222222{number}";
}
