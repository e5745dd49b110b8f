using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Roster;

/// <summary>One of our people, as others see them, and as they see themselves.</summary>
/// <param name="platformName">A platform's name as people say it.</param>
internal sealed class PersonCard(Availability at, Func<string, string> platformName)
{
    public StaffCard Of(Person person, Caller reader)
    {
        var card = StaffCard.Titled(person.Name).Facts([.. Facts(person), ("Address", person.Email)]);
        var buttons = new List<Button>();
        if (RoleRules.Grantable(reader.Roles).Count > 0)
        {
            buttons.Add(Button.Open("role.open", "Roles and team", person.Id.ToString()));
        }

        if (reader.Is(Role.Admin))
        {
            buttons.Add(Button.Act("people.history", "History", person.Id.ToString()));
            buttons.AddRange(person.Identities.Count > 1 ? person.Identities.Keys.Order(StringComparer.Ordinal).Select(p => Unlink(person, p, "people.unlink")) : []);
        }

        return card.With(buttons);
    }

    public StaffCard Own(Person person)
    {
        var card = StaffCard.Titled(StaffText.Of($"You are {person.Name}")).Facts(Facts(person));
        Button[] buttons =
        [
            Button.Open("me.edit", "Change", "", ButtonStyle.Primary),
            Button.Act("me.code", "Link another account", ""),
            .. person.Identities.Count > 1 ? person.Identities.Keys.Order(StringComparer.Ordinal).Select(p => Unlink(person, p, "me.unlink")) : [],
        ];
        return card.Small("An admin or a manager changes your roles and your team.").With(buttons);
    }

    private IEnumerable<(string Label, StaffText Value)> Facts(Person person) =>
    [
        ("Now", Presence.Say(person, at)),
        ("On call", OnCall(person)),
        ("Roles", person.Roles.Count == 0 ? "none" : Words.All(person.Roles.Order().Select(Roles.Name))),
        ("Team", person.Team),
        ("Knows about", Expertise.Text(person.Expertise)),
        ("Working hours", StaffText.Of($"{person.Hours.ToString()} ({person.Zone.Id})")),
        ("Quiet hours", $"{person.Quiet}; only what is critical comes through"),
        ("Reached on", Reached(person)),
    ];

    private StaffText OnCall(Person person) => at.Directory.OnCall.All
        .Where(p => p.At(at.Now)?.Id == person.Id)
        .Select(p => p.Turns.Next(at.Now, at.Now + Duration.FromDays(60)) is { } next ? StaffText.Of($"{p.Rotation.Name}, until {next.From}") : StaffText.Of($"{p.Rotation.Name}"))
        .ToList() is { Count: > 0 } lines ? StaffText.Lines(lines) : StaffText.Empty;

    private StaffText Reached(Person person) => person.Identities.Count == 0
        ? "no account is linked"
        : Words.All(person.Identities.Keys.Order(StringComparer.Ordinal).Select(p => person.UnreachableOn.Contains(p) ? $"{platformName(p)} (the last message did not arrive)" : person.WriteTo == p ? $"{platformName(p)} (rather there)" : platformName(p)));

    private Button Unlink(Person person, string platform, string action) =>
        Button.Act(action, $"Unlink {platformName(platform)}", $"{person.Id}/{platform}", ButtonStyle.Danger) with
        {
            Confirm = $"Messages then no longer reach {person.Name} on {platformName(platform)}. Unlink it?",
        };
}
