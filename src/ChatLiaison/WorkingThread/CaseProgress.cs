using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Promises;
using ChatLiaison.Time;

namespace ChatLiaison.WorkingThread;

/// <summary><c>/case REF progress</c>: how the work stands, without asking anybody (S92).</summary>
internal sealed class CaseProgress(CaseViews views, CaseStore cases) : ICaseAspect
{
    private const int Remembered = 40;
    private const int Shown = 5;

    private static readonly CaseEventKind[] Kinds =
    [
        CaseEventKind.Taken, CaseEventKind.Assigned, CaseEventKind.OnIt, CaseEventKind.Acknowledged, CaseEventKind.Climbed, CaseEventKind.Found, CaseEventKind.Tried,
        CaseEventKind.CauseFound, CaseEventKind.EstimateKnown, CaseEventKind.RoadblockHit, CaseEventKind.CustomerTold, CaseEventKind.CustomerWrote,
    ];

    public string Word => "progress";

    public async Task<Reply> ShowAsync(Caller caller, SupportCase c, string rest, CancellationToken cancellationToken)
    {
        var view = await views.ReadAsync(c, cancellationToken);
        var record = await cases.TimelineAsync(c.Id, Kinds, Remembered, cancellationToken);
        return Reply.Show(Draw(view, record, caller.Now));
    }

    public static StaffCard Draw(CaseView view, IReadOnlyList<TimelineLine> record, NodaTime.Instant now)
    {
        var c = view.Case;
        var since = record.LastOrDefault(l => l.Kind is CaseEventKind.Taken or CaseEventKind.Assigned or CaseEventKind.OnIt or CaseEventKind.Acknowledged);
        var told = record.LastOrDefault(l => l.Kind == CaseEventKind.CustomerTold);
        var card = StaffCard.Titled(StaffText.Of($"How {c.Reference} stands"))
            .Say(TriageCard.Standing(view))
            .Facts(
                ("On it since", since is null ? "nobody is on it yet" : StaffText.Of($"{since.At} ({DurationText.Humanise(now - since.At)})")),
                ("New from the customer", c.NewForOwner > 0 ? StaffText.Of($"{c.NewForOwner} not answered yet") : StaffText.Empty),
                ("Last word to them", told is null ? "none yet" : StaffText.Of($"{told.At}: {CommandWords.Cut(told.Text, 200)}")),
                ("Cause", Last(record, CaseEventKind.CauseFound)),
                ("Estimate", Last(record, CaseEventKind.EstimateKnown)),
                ("Roadblock", Last(record, CaseEventKind.RoadblockHit)));
        card = Listed(card, "Found", record.Where(l => l.Kind == CaseEventKind.Found), l => StaffText.Of($"{l.Text} ({l.Actor}, {l.At})"));
        card = Listed(card, "Tried", record.Where(l => l.Kind == CaseEventKind.Tried), Attempt);
        if (!record.Any(l => l.Kind is CaseEventKind.Found or CaseEventKind.Tried))
        {
            card = card.Say(StaffText.Of($"Nothing was found or tried yet. In the working thread, write {"finding: …":c} or {"tried: … → …":c}."));
        }

        card = c.Status.IsOpen()
            ? card.Small(StaffText.Of($"In the working thread these are kept too: {"cause: … → the plan":c}, {"estimate: …":c}, {"roadblock: … → the way round":c}, {"question: …":c}."))
            : card;
        var due = view.Owed.Where(p => p.State != PromiseState.Paused && p.DueAt is not null).ToList();
        card = due.Count == 0 ? card.Small("Nothing is due.") : card.Say(StaffText.Of($"{"Due":b}")).List(due.Select(p => p.State == PromiseState.Broken
            ? StaffText.Of($"{Name(p)}: {"late":b} since {p.DueAt!.Value}")
            : StaffText.Of($"{Name(p)}: by {p.DueAt!.Value}")));
        var id = c.Id.ToString();
        return c.Status.IsOpen() ? card.With([Button.Open("update.draft", "Draft from progress", id, ButtonStyle.Primary), .. Add(id)]) : card;
    }

    /// <summary>Lines of the record, what the customer is to hear of as soon as it is known (S126), and what we want to know of them.</summary>
    private static IReadOnlyList<Button> Add(string id) =>
    [
        Button.Open("finding.open", "Log a finding", id), Button.Open("tried.open", "Log an attempt", id),
        Button.Open("cause.open", "The cause is known", id), Button.Open("estimate.open", "There is an estimate", id), Button.Open("roadblock.open", "There is a roadblock", id),
        Button.Open("question.open", "Ask the customer", id),
    ];

    private static string Name(Promise p) => p.Kind.IsInWords() || p.Kind == PromiseKind.Inform ? p.Reason : PromiseWords.Name(p.Kind);

    private static StaffText Attempt(TimelineLine line)
    {
        var (what, result) = WorkEntryRules.Split(line.Text);
        return StaffText.Of($"{what}: {(result.Length == 0 ? "no result yet" : result):b} ({line.Actor}, {line.At})");
    }

    private static StaffCard Listed(StaffCard card, string title, IEnumerable<TimelineLine> lines, Func<TimelineLine, StaffText> draw)
    {
        var newest = lines.Reverse().Take(Shown).ToList();
        return newest.Count == 0 ? card : card.Say(StaffText.Of($"{title:b}")).List(newest.Select(draw));
    }

    private static StaffText Last(IReadOnlyList<TimelineLine> record, CaseEventKind kind) =>
        record.LastOrDefault(l => l.Kind == kind) is { } line ? StaffText.Of($"{line.Text} ({line.Actor}, {line.At})") : StaffText.Empty;
}
