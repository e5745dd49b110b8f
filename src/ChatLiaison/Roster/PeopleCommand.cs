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

    public CommandSpec Spec { get; } = new("liaison people", "[words|add NAME]", "Find people by name, role, team or what they know, and see who is there; admins add them.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (word, rest) = CommandWords.Split(call.Text);
        if (CommandWords.Lower(word) == "add")
        {
            return Task.FromResult(Add(caller, rest));
        }

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
        if (press.Action == "people.add")
        {
            return Add(caller, press.Value);
        }

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

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (AccessRules.Refusal(Access.Admin, caller) is { } refusal)
        {
            return Reply.Refused(refusal);
        }

        var (person, wrong) = AddPersonForm.Read(submission.Values, mail.Platforms);
        if (person is null)
        {
            return Reply.Wrong(wrong);
        }

        var change = await desk.AddAsync(
            new Act(caller, submission.Key), person,
            (work, after) => mail.Tell(work, after, StaffCard.Titled(StaffText.Of($"{caller.Name} added you here"))
                .Say(StaffText.Of($"You are {Words.All(after.Roles.Order().Select(Roles.Name))}. Look whether your hours and your time zone are right."))
                .With(Button.Act("me.show", "My page", ""))),
            cancellationToken);
        return change.After is { } added
            ? Reply.Done(CustomerText.Of($"{CustomerText.Name(added.Name)} is in the directory, and is told."))
            : Reply.Refused(change.Refusal!);
    }

    private Reply Add(Caller caller, string typed) => AccessRules.Refusal(Access.Admin, caller) is { } refusal
        ? Reply.Refused(refusal)
        : Reply.Show(AddPersonForm.Ask(typed, mail.Known.PersonById(caller.PersonId!.Value)!.Zone, mail.Platforms));

    private PersonCard Card(Caller caller) => new(mail.At(caller.Now), mail.PlatformName);

    private StaffCard List(Caller caller, string words, IReadOnlyList<Person> found)
    {
        var at = mail.At(caller.Now);
        var ordered = found.OrderBy(at.ByTheClock).ThenBy(p => p.Name, StringComparer.Ordinal).ToList();
        var there = ordered.Count(p => at.ByTheClock(p) == Standing.AtWork);
        var card = StaffCard.Titled(words.Length == 0 ? StaffText.Of($"Everyone: {found.Count}, {there} at work now") : StaffText.Of($"{words}: {found.Count}, {there} at work now"));
        card = ordered.Take(Shown).Aggregate(card, (list, p) => list.Row(Line(p, at), Button.Act("people.show", CommandWords.Cut(p.Name, 30), p.Id.ToString())));
        card = ordered.Count > Shown ? card.Small(StaffText.Of($"And {ordered.Count - Shown} more. Add a word to find fewer.")) : card;
        return caller.Is(Role.Admin) ? card.With(Button.Open("people.add", "Add a person", "")) : card;
    }

    internal static StaffText Line(Person person, Availability at)
    {
        var line = StaffText.Of($"{person.Name:b} · {Words.All(person.Roles.Order().Select(Roles.Name))}");
        line = person.Expertise.Count > 0 ? line.Then(StaffText.Of($" · knows {Expertise.Text(person.Expertise)}")) : line;
        line = line.Then(StaffText.Of($"\n{Presence.Say(person, at)}"));
        return Presence.OnCall(person, at) is { IsEmpty: false } duty ? line.Then(StaffText.Of($" · {duty}")) : line;
    }

    private async Task<StaffCard> HistoryAsync(Person person, CancellationToken cancellationToken)
    {
        var lines = await desk.HistoryAsync(person, 30, cancellationToken);
        return StaffCard.Titled(StaffText.Of($"What was changed about {person.Name}"))
            .List(lines.Select(l => StaffText.Of($"{l.At} · {l.Actor}: {CommandWords.Cut(l.Change, 300)}")));
    }
}
