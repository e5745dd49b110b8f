using ChatLiaison.People;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.People;

public sealed class DirectoryFileTests
{
    [Theory]
    [InlineData("peoples: []", "directory.yaml:1: There is no key 'peoples' here. Write people, channels, customers, rotations or overrides instead.")]
    [InlineData("people:\n  - { name: A, email: a@x.y, roles: [boss] }", "directory.yaml:2: 'boss' is not a role. Write liaison, senior-support, engineering, product, management, executive or admin instead.")]
    [InlineData("people:\n  - { name: A, email: nobody, roles: [] }", "directory.yaml:2: 'nobody' is not an address. Write one such as dana@example.com instead.")]
    [InlineData("people:\n  - { name: A, roles: [] }", "directory.yaml:2: 'email' is missing here. Write email: dana@example.com instead.")]
    [InlineData("people:\n  - { name: A, email: a@x.y, roles: [], icq: 1 }", "directory.yaml:2: There is no key 'icq' here. Write name, email, roles, time_zone, hours, quiet, team, expertise, write_to, active, slack or teams instead.")]
    [InlineData("people:\n  - { name: A, email: a@x.y, roles: [], time_zone: London }", "directory.yaml:2: 'London' is not a time zone. Write an IANA name such as Europe/London or UTC instead.")]
    [InlineData("people:\n  - { name: A, email: a@x.y, roles: [], quiet: always }", "directory.yaml:2: 'always' is not a span of the day. Write it like 09:00-17:30 instead.")]
    [InlineData("people:\n  - { name: A, email: a@x.y, roles: [], active: maybe }", "directory.yaml:2: 'maybe' is not yes or no. Write yes or no instead.")]
    [InlineData("people:\n  - { name: A, email: a@x.y, roles: [] }\n  - { name: B, email: A@x.y, roles: [] }", "directory.yaml:3: The address 'a@x.y' stands here a second time. Write each only once instead.")]
    [InlineData("people:\n  - { name: A, email: a@x.y, roles: [], slack: U1 }\n  - { name: B, email: b@x.y, roles: [], slack: U1 }", "directory.yaml:3: 'U1' belongs to A already. Write the id of B instead.")]
    [InlineData("channels:\n  - { use: lobby, slack: C1 }", "directory.yaml:2: 'lobby' is not a use of a room. Write triage, management, admins, engineering or last-resort instead.")]
    [InlineData("channels:\n  - { use: triage }", "directory.yaml:2: This room has no channel. Write slack or teams: and the channel's id instead.")]
    [InlineData("channels:\n  - { use: triage, slack: C1 }\n  - { use: triage, slack: C2 }", "directory.yaml:3: The room 'triage on slack' stands here a second time. Write each only once instead.")]
    [InlineData("customers:\n  - { key: acme, name: A }", "directory.yaml:2: 'acme' is not a customer's key. Write two to ten capital letters or digits, a letter first, such as ACME, instead.")]
    [InlineData("customers:\n  - { key: AC, name: A, liaison: x@y.z }", "directory.yaml:2: Nobody in the directory has the address 'x@y.z'. Write the email of one of the people instead.")]
    [InlineData("customers:\n  - { key: AC, name: A, calendar: moon }", "directory.yaml:2: The playbook has no calendar 'moon'. Write always or business, or add it to calendars.yaml, instead.")]
    [InlineData("customers:\n  - { key: AC, name: A }\n  - { key: AC, name: B }", "directory.yaml:3: The key 'AC' stands here a second time. Write each only once instead.")]
    [InlineData("customers:\n  - { key: AC, name: A, channels: [ { slack: C1 } ] }\n  - { key: BC, name: B, channels: [ { slack: C1 } ] }", "directory.yaml:3: 'C1' belongs to A already. Write the id of B instead.")]
    [InlineData("channels: [ { use: admins, slack: C1 } ]\ncustomers:\n  - { key: AC, name: A, channels: [ { slack: C1 } ] }", "directory.yaml:3: 'C1' belongs to our own rooms already. Write the id of A instead.")]
    [InlineData("customers:\n  - { key: AC, name: A, contacts: [ { name: B, level: guru } ] }", "directory.yaml:2: 'guru' is not a level. Write novice, intermediate or advanced instead.")]
    [InlineData("customers:\n  - { key: AC, name: A, contacts: [ { name: B, prefers: fax } ] }", "directory.yaml:2: 'fax' is not a way to be reached. Write chat, email, phone or video instead.")]
    [InlineData("customers:\n  - { key: AC, name: A, contacts: [ { name: B }, { name: B } ] }", "directory.yaml:2: The contact 'B' stands here twice. Write an email for each, and each only once, instead.")]
    public void Names_the_line_what_is_wrong_and_what_to_write(string text, string problem)
    {
        var problems = new List<string>();

        DirectoryFile.Read("directory.yaml", text, DirectoryWorld.Context, problems).ShouldBeNull();

        problems.ShouldBe([problem]);
    }

    [Fact]
    public void Fills_in_the_usual_hours_quiet_time_and_zone()
    {
        var problems = new List<string>();

        var content = DirectoryFile.Read("d", "people: [ { name: A, email: A@X.y, roles: [admin, liaison] } ]", DirectoryWorld.Context, problems);

        problems.ShouldBeEmpty();
        content!.People[0].ShouldBe(new Dictionary<string, string>
        {
            ["name"] = "A",
            ["email"] = "a@x.y",
            ["roles"] = "liaison admin",
            ["time_zone"] = "UTC",
            ["hours"] = "Mon-Fri 09:00-17:30",
            ["quiet"] = "22:00-07:00",
            ["active"] = "yes",
        }, ignoreOrder: true);
    }

    [Fact]
    public void One_room_may_serve_two_uses()
    {
        var problems = new List<string>();
        const string Text = "channels: [ { use: admins, slack: C1 }, { use: last-resort, slack: C1, teams: T1 } ]";

        DirectoryFile.Read("d", Text, DirectoryWorld.Context, problems)!.Rooms.Count.ShouldBe(3);
    }
}
