using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Handover;

/// <summary>What a brief is gathered from beside the case itself.</summary>
internal sealed class BriefSources(ChangeStore changes, LinkStore links, BugReportStore bugs, HandoffStore handoffs, AlikeCases alike)
{
    public ChangeStore Changes { get; } = changes;

    public LinkStore Links { get; } = links;

    public BugReportStore Bugs { get; } = bugs;

    public HandoffStore Handoffs { get; } = handoffs;

    public AlikeCases Alike { get; } = alike;
}

/// <summary>Gathers <see cref="TechnicalBrief"/>s.</summary>
internal sealed class BriefReader(CaseViews views, CaseStore cases, InteractionStore interactions, BriefSources sources)
{
    private const int TimelineRead = 500;
    private const int HistoryShown = 12;
    private const int TriedShown = 10;
    private const int ChangesShown = 10;
    private const int LineLength = 240;

    public HandoffStore Handoffs => sources.Handoffs;

    public BugReportStore Bugs => sources.Bugs;

    public async Task<TechnicalBrief> ReadAsync(SupportCase found, Instant now, CancellationToken cancellationToken)
    {
        var view = await views.ReadAsync(found, cancellationToken);
        var c = Enriched(found, view.Customer);
        var timeline = await cases.TimelineAsync(c.Id, TimelineRead, cancellationToken);
        var spoken = await interactions.OfCaseAsync(c.CustomerId, c.Id, HistoryShown, cancellationToken);
        var began = c.Details.StartedAt is { } at && at < c.OpenedAt ? at : c.OpenedAt;
        var window = new Interval(began - view.Playbook.Handover.ChangesWindow, began);
        return new TechnicalBrief
        {
            View = view,
            Case = c,
            Score = BriefScore.Of(c),
            History = History(c, timeline, spoken),
            Tried = [.. timeline.Where(IsWork).TakeLast(TriedShown).Select(t => new HistoryLine(t.At, Worked(t)))],
            Spent = TimeSpent.Of(timeline, now),
            Window = window,
            Changes = await sources.Changes.BetweenAsync(window.Start, window.End, view.Customer?.Key ?? "", ChangesShown, cancellationToken),
            Alike = await sources.Alike.FindAsync(c, cancellationToken),
            Look = [.. Look(view, c, window)],
            Links = await sources.Links.ListAsync(c.Id, cancellationToken),
            Bug = await sources.Bugs.FindAsync(c.Id, cancellationToken),
            Handoff = await sources.Handoffs.NewestAsync(c.Id, cancellationToken),
            Questions = await sources.Handoffs.QuestionsAsync(c.Id, cancellationToken),
        };
    }

    /// <summary>What the directory knows of the contact and nobody took down again.</summary>
    public static SupportCase Enriched(SupportCase c, Customer? customer)
    {
        var d = c.Details;
        return CaseContact.Of(customer, c) is not { } contact ? c : c with
        {
            Details = d with
            {
                TechnicalLevel = d.TechnicalLevel.Length > 0 ? d.TechnicalLevel : contact.Level,
                ContactTitle = d.ContactTitle.Length > 0 ? d.ContactTitle : contact.Title,
            },
        };
    }

    /// <summary>What our own people wrote down while they worked.</summary>
    private static bool IsWork(TimelineLine line) => line is { Kind: CaseEventKind.Noted or CaseEventKind.Found or CaseEventKind.Tried, Side: Side.Staff, ForCustomer: false };

    private static string Worked(TimelineLine line) => line.Kind switch
    {
        CaseEventKind.Found => $"{line.Actor} found: {CommandWords.Cut(line.Text, LineLength)}",
        CaseEventKind.Tried => $"{line.Actor} tried: {CommandWords.Cut(line.Text, LineLength)}",
        _ => $"{line.Actor}: {CommandWords.Cut(line.Text, LineLength)}",
    };

    /// <summary>A line of what was said, by whom: what was taken down is the contact's, and who did a thing is named once.</summary>
    private static string Said(SupportCase c, TimelineLine line)
    {
        var words = CommandWords.Cut(line.Text, LineLength);
        return line.Kind == CaseEventKind.Opened && line.Actor != c.ContactName ? $"{c.ContactName}, taken down by {line.Actor}: {words}"
            : words.StartsWith(line.Actor, StringComparison.Ordinal) ? words
            : $"{line.Actor}: {words}";
    }

    private static IReadOnlyList<HistoryLine> History(SupportCase c, IEnumerable<TimelineLine> timeline, IEnumerable<Interaction> spoken) =>
    [
        .. timeline.Where(t => t.ForCustomer).Select(t => new HistoryLine(t.At, Said(c, t)))
            .Concat(spoken.Select(i => new HistoryLine(i.At, $"{InteractionWords.Name(i.Kind)} with {i.Contact}: {CommandWords.Cut(i.Summary, LineLength)}")))
            .OrderBy(h => h.At).TakeLast(HistoryShown),
    ];

    private static IEnumerable<(string, string)> Look(CaseView view, SupportCase c, Interval window)
    {
        foreach (var (name, value) in view.Customer?.Facts ?? new Dictionary<string, string>())
        {
            if (LinkRules.Read(value) is { } url && !view.Reading.Any(r => r.Url == value))
            {
                yield return (name, url.AbsoluteUri);
            }
        }

        foreach (var link in view.Playbook.Handover.Links)
        {
            yield return (link.Name, link.Url
                .Replace("{customer}", Uri.EscapeDataString(view.Customer?.Key ?? ""), StringComparison.Ordinal)
                .Replace("{case}", Uri.EscapeDataString(c.Reference), StringComparison.Ordinal)
                .Replace("{from}", Uri.EscapeDataString(InstantPattern.General.Format(window.Start)), StringComparison.Ordinal)
                .Replace("{to}", Uri.EscapeDataString(InstantPattern.General.Format(window.End)), StringComparison.Ordinal));
        }
    }
}
