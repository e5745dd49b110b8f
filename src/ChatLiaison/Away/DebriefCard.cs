using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Intake;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Promises;
using NodaTime;

namespace ChatLiaison.Away;

/// <summary>
/// What somebody who is back should know, one message for all: by customer and case what came in, what was done, what is owed, how the
/// customer feels and what to say first; and the press by which it is theirs again.
/// </summary>
internal sealed class DebriefCard(AbsenceStore absences, DebriefReader reader, LeftMessageStore messages, People.Directory directory) : ILiveCard
{
    public const string CardName = "debrief";

    private const int Shown = 8;

    public string Name => CardName;

    public static LiveLetter Letter(Guid absence) => new(CardName, absence.ToString(), $"away:{absence:N}:debrief");

    /// <param name="subject">The absence's id.</param>
    public async Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(subject, out var id) || await absences.FindAsync(id, cancellationToken) is not { } absence)
        {
            return null;
        }

        return Draw(absence, await reader.ReadAsync(absence, all: false, cancellationToken), await messages.UnreadAsync(absence.PersonId, cancellationToken), directory.Current);
    }

    public static StaffCard Draw(Absence absence, IReadOnlyList<DebriefCase> cases, int unread, DirectorySnapshot known)
    {
        var me = absence.PersonId;
        var card = StaffCard.Titled(StaffText.Of($"Welcome back: {AwayCards.Count(cases.Count)} moved while you were away"));
        foreach (var customer in cases.Take(Shown).GroupBy(c => c.Case.CustomerId))
        {
            card = card.Say(Customer(known.CustomerById(customer.Key)?.Name ?? "A customer", customer));
            foreach (var c in customer)
            {
                card = card.Row(Heading(c), c.ComesBack(me) ? Button.Act("back.take", $"Take {c.Case.Reference}", $"{absence.Id:N}/{c.Case.Id:N}") : null).List(Lines(c));
            }
        }

        card = cases.Count > Shown ? card.Small(StaffText.Of($"And {cases.Count - Shown} more: /cases mine shows what is yours.")) : card;
        card = unread > 0 ? card.Say(StaffText.Of($"{(unread == 1 ? "One message" : $"{unread} messages")} for you above still unread.")) : card;
        return cases.Any(c => c.ComesBack(me))
            ? card.With(Button.Act("back.takeall", "All mine again", absence.Id.ToString("N"), ButtonStyle.Primary))
            : card;
    }

    private static StaffText Customer(string name, IEnumerable<DebriefCase> cases)
    {
        var mood = cases.Select(c => c.Case.Sentiment).LastOrDefault(s => s.Length > 0);
        return mood is null ? StaffText.Of($"{name:b}") : StaffText.Of($"{name:b} sounded {mood}");
    }

    private static StaffText Heading(DebriefCase d)
    {
        var holder = (d.Covered is { Engineering: true } ? d.Case.EngineeringOwner : d.Case.Owner)?.Name ?? "nobody yet";
        return StaffText.Of($"{d.Case.Reference:b} {d.Case.Priority.ToString()} · {d.Case.Title}\n{d.Case.Status.ForStaff()} · with {holder}");
    }

    private static IEnumerable<StaffText> Lines(DebriefCase d)
    {
        if (d.Wrote is [.., var last])
        {
            var times = d.Wrote.Count == 1 ? "once" : d.Wrote.Count == 2 ? "twice" : $"{d.Wrote.Count} times";
            yield return StaffText.Of($"Came in: {last.Actor} wrote {times}, last at {last.At}: “{CommandWords.Cut(last.Text, 160)}”");
        }

        if (d.Done is [.., var done])
        {
            var earlier = d.Done.Count > 1 ? $" ({d.Done.Count - 1} more in its record)" : "";
            yield return StaffText.Of($"Done: {Told(done)}{earlier}");
        }

        foreach (var promise in d.Owed.Take(3))
        {
            yield return promise.DueAt is { } due
                ? StaffText.Of($"{(promise.State == PromiseState.Broken ? "Late" : "Due")}: {PromiseWords.Name(promise.Kind)} by {due}")
                : StaffText.Of($"Paused: {PromiseWords.Name(promise.Kind)}");
        }

        yield return StaffText.Of($"Say first: {DebriefRules.SayFirst(d)}");
    }

    private static string Told(TimelineLine line) => line.Kind == CaseEventKind.CustomerTold
        ? $"{line.Actor} told them “{CommandWords.Cut(line.Text, 160)}”"
        : CommandWords.Cut(line.Text, 200);
}
