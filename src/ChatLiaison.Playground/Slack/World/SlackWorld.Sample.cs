namespace ChatLiaison.Playground.Slack;

public sealed partial class SlackWorld
{
    /// <summary>
    /// The sample world: our workspace with the app and our own people, two customers who come by Slack Connect (Acme in C0ACME, Globex
    /// in C0GLOBEX), the team's own rooms, and one channel of no customer.
    /// </summary>
    public static SlackWorld Sample(TimeProvider? time = null)
    {
        var ours = new SlackTeam("T0OURS", "Example", "example");
        var world = new SlackWorld(
            time ?? TimeProvider.System, new SlackInstallation(ours, "A0LIAISON", "B0LIAISON", "U0LIAISON", "chatliaison"));
        world.AddTeam(new SlackTeam("T0ACME", "Acme Ltd", "acme"));
        world.AddTeam(new SlackTeam("T0GLOBEX", "Globex", "globex"));
        foreach (var person in SamplePeople.All)
        {
            var team = person.Customer is null ? ours.Id : "T0" + person.Customer;
            var name = person.Email.Split('@')[0];
            world.AddUser(new SlackUser(person.SlackId, team, name, person.Name, person.Email, person.TimeZone));
        }

        string[] everybody = [.. SamplePeople.Staff.Select(p => p.SlackId), world.Installation.BotUserId];
        string[] Only(params string[] roles) =>
            [.. SamplePeople.Staff.Where(p => roles.Contains(p.Role)).Select(p => p.SlackId), world.Installation.BotUserId];

        world.AddChannel("C0ACME", "customer-acme", [.. everybody, SamplePeople.Ada.SlackId]);
        world.AddChannel("C0GLOBEX", "customer-globex", [.. everybody, SamplePeople.Omar.SlackId]);
        world.AddChannel("C0TRIAGE", "support-triage", everybody);
        world.AddChannel("C0MGMT", "support-management", Only("management", "executive", "admin"));
        world.AddChannel("C0ADMINS", "support-admins", Only("admin", "management"));
        world.AddChannel("C0LASTRESORT", "support-last-resort", everybody);
        world.AddChannel("C0RANDOM", "random", everybody);
        return world;
    }
}
