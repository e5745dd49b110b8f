namespace ChatLiaison.Playground.Reading;

/// <summary>A channel of the sample world under its two names.</summary>
public sealed record Room(string Name, string Slack, string Teams)
{
    public static Room Acme { get; } = new("acme", "C0ACME", "19:customer-acme@thread.tacv2");
    public static Room Globex { get; } = new("globex", "C0GLOBEX", "19:customer-globex@thread.tacv2");
    public static Room Triage { get; } = new("triage", "C0TRIAGE", "19:triage@thread.tacv2");
    public static Room Management { get; } = new("management", "C0MGMT", "19:management@thread.tacv2");
    public static Room Admins { get; } = new("admins", "C0ADMINS", "19:admins@thread.tacv2");
    public static Room LastResort { get; } = new("last resort", "C0LASTRESORT", "19:last-resort@thread.tacv2");

    /// <summary>A channel of no customer.</summary>
    public static Room Random { get; } = new("random", "C0RANDOM", "19:random@thread.tacv2");

    public static IReadOnlyList<Room> All { get; } = [Acme, Globex, Triage, Management, Admins, LastResort, Random];

    /// <summary>The name without spaces.</summary>
    public string Key => Name.Replace(' ', '-');

    public bool IsCustomers => this == Acme || this == Globex;
}
