namespace ChatLiaison.Playground.Teams;

public sealed partial class TeamsWorld
{
    public const string SampleTeamId = "19:general@thread.tacv2";

    private static readonly string[] StaffChannels = ["triage", "management", "admins", "last-resort", "random"];

    /// <summary>
    /// The sample world: the team "Support" with our people, and a channel for each of two customers, whose contact is a guest
    /// there and sees nothing else. The app is installed for the team and for each of our people, not for the guests.
    /// </summary>
    public static TeamsWorld Sample()
    {
        var world = new TeamsWorld();
        foreach (var person in SamplePeople.All)
        {
            world.Put(UserFrom(person, world.TenantId));
        }

        var staff = SamplePeople.Staff.Select(MriOf).ToArray();
        world.Put(new TeamsTeam
        {
            Id = SampleTeamId,
            Name = "Support",
            AadGroupId = "33333333-3333-4333-8333-333333333333",
            Members = [.. SamplePeople.All.Select(MriOf)],
            HasApp = true,
        });
        world.Put(SampleChannel("general", staff) with { Name = "General" });
        foreach (var name in StaffChannels)
        {
            world.Put(SampleChannel(name, staff));
        }

        foreach (var contact in SamplePeople.Contacts)
        {
            world.Put(SampleChannel($"customer-{contact.Customer!.ToLowerInvariant()}", [.. staff, MriOf(contact)]));
        }

        world.Put(new TeamsConversation
        {
            Id = "19:swarm@thread.v2",
            Kind = TeamsConversationKind.GroupChat,
            Name = "Case swarm",
            Members = [MriOf(SamplePeople.Dana), MriOf(SamplePeople.Priya), MriOf(SamplePeople.Mateo)],
            HasApp = true,
        });
        foreach (var user in world.Users.Where(user => user.HasApp))
        {
            world.PersonalChatOf(user);
        }

        return world;
    }

    /// <summary>The MRI of a sample person.</summary>
    public static string MriOf(SamplePerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return $"29:{person.FirstName.ToLowerInvariant()}";
    }

    private static TeamsUser UserFrom(SamplePerson person, string ourTenant) => new()
    {
        Mri = MriOf(person),
        AadObjectId = person.AadObjectId,
        Name = person.Name,
        Email = person.Email,
        IsGuest = !person.IsOurs,
        HasApp = person.IsOurs,
        TenantId = person.Customer switch
        {
            null => ourTenant,
            "ACME" => "44444444-4444-4444-8444-444444444401",
            _ => "44444444-4444-4444-8444-444444444402",
        },
    };

    private static TeamsConversation SampleChannel(string name, IReadOnlyList<string> members) => new()
    {
        Id = $"19:{name}@thread.tacv2",
        Kind = TeamsConversationKind.Channel,
        Name = name,
        TeamId = SampleTeamId,
        Members = members,
    };
}
