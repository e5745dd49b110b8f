using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;

namespace ChatLiaison.Roster;

/// <summary><c>/liaison people [words]</c>: who is what, who knows about what, and who of them is there now (S5).</summary>
internal sealed class PeopleCommand(PersonDesk desk, PersonMail mail) : IChatCommand
{
    private const int Shown = 12;

    public CommandSpec Spec { get; } = new("liaison people", "[words]", "Find people by name, role, team or what they know, and see who is there now.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var found = PersonSearch.Find(mail.Known, call.Text);
        return Task.FromResult(found switch
        {
            [] => Reply.Refused(CustomerText.Of($"Nobody here is called that or knows about it. Try fewer words, or /liaison people alone for everyone.")),
            [var only] => Reply.Show(Card(caller).Of(only, caller)),
            _ => Reply.Show(List(caller, call.Text, found)),
        });
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        var parts = press.Value.Split('/');
        if (!Guid.TryParse(parts[0], out var id) || mail.Known.PersonById(id) is not { } person)
        {
            return Reply.Refused(CustomerText.Of($"That person is no longer in the directory."));
        }

        if (press.Action == "people.show")
        {
            return Reply.Show(Card(caller).Of(person, caller));
        }

        if (AccessRules.Refusal(Access.Admin, caller) is { } refusal)
        {
            return Reply.Refused(refusal);
        }

        return press.Action == "people.unlink" && parts.Length == 2
            ? Unlinking.Answer(await Unlinking.RunAsync(desk, mail, new Act(caller, press.Key), id, parts[1], cancellationToken))
            : Reply.Show(await HistoryAsync(person, cancellationToken));
    }

    private PersonCard Card(Caller caller) => new(mail.Known, mail.PlatformName, caller.Now);

    private StaffCard List(Caller caller, string words, IReadOnlyList<Person> found)
    {
        var known = mail.Known;
        var ordered = found.OrderBy(p => Presence.Of(p, known, caller.Now)).ThenBy(p => p.Name, StringComparer.Ordinal).ToList();
        var there = ordered.Count(p => Presence.Of(p, known, caller.Now) == PresenceKind.Working);
        var card = StaffCard.Titled(words.Length == 0 ? StaffText.Of($"Everyone: {found.Count}, {there} at work now") : StaffText.Of($"{words}: {found.Count}, {there} at work now"));
        card = ordered.Take(Shown).Aggregate(card, (list, p) => list.Row(Line(p, known, caller.Now), Button.Act("people.show", CommandWords.Cut(p.Name, 30), p.Id.ToString())));
        return ordered.Count > Shown ? card.Small(StaffText.Of($"And {ordered.Count - Shown} more. Add a word to find fewer.")) : card;
    }

    internal static StaffText Line(Person person, DirectorySnapshot known, NodaTime.Instant now)
    {
        var line = StaffText.Of($"{person.Name:b} · {Words.All(person.Roles.Order().Select(Roles.Name))}");
        line = person.Expertise.Count > 0 ? line.Then(StaffText.Of($" · knows {Expertise.Text(person.Expertise)}")) : line;
        line = line.Then(StaffText.Of($"\n{Presence.Say(person, known, now)}"));
        return Presence.OnCall(person, known, now) is { IsEmpty: false } duty ? line.Then(StaffText.Of($" · {duty}")) : line;
    }

    private async Task<StaffCard> HistoryAsync(Person person, CancellationToken cancellationToken)
    {
        var lines = await desk.HistoryAsync(person, 30, cancellationToken);
        return StaffCard.Titled(StaffText.Of($"What was changed about {person.Name}"))
            .List(lines.Select(l => StaffText.Of($"{l.At} · {l.Actor}: {CommandWords.Cut(l.Change, 300)}")));
    }
}
