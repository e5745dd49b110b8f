using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Handover;

/// <summary>The technical brief as engineering reads it: how it stands, what is known, where to look, and the next step.</summary>
internal sealed class BriefCard(BriefReader briefs, CaseStore cases) : ILiveCard
{
    public const string CardName = "technical-brief";

    private static readonly string[] Levels = ["novice", "intermediate", "advanced"];

    public string Name => CardName;

    public bool IsDiscreet => true;

    /// <param name="subject">The hand-off's id.</param>
    public async Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken)
    {
        if (await briefs.Handoffs.FindAsync(Guid.Parse(subject), cancellationToken) is not { } handoff
            || await cases.FindAsync(handoff.CaseId, cancellationToken) is not { } c)
        {
            return null;
        }

        // A message keeps to the hand-off that it was sent for, also when a newer one took its place.
        return Draw(await briefs.ReadAsync(c, now, cancellationToken) with { Handoff = handoff });
    }

    /// <summary>In a room nothing of a restricted case, also when it was restricted only after its brief was posted (S278).</summary>
    public async Task<Card?> DrawForRoomAsync(string subject, Instant now, CancellationToken cancellationToken) =>
        await briefs.Handoffs.FindAsync(Guid.Parse(subject), cancellationToken) is { } handoff && await cases.FindAsync(handoff.CaseId, cancellationToken) is { Restricted: true }
            ? StaffCard.Titled("A restricted case").Say("Its brief is with those who hold it.")
            : await DrawAsync(subject, now, cancellationToken);

    public static StaffCard Draw(TechnicalBrief b)
    {
        var (c, d) = (b.Case, b.Case.Details);
        var card = StaffCard.Titled(b.Title)
            .Say(BriefWords.Standing(b))
            .Say(StaffText.Of($"{c.Reference:b} · {b.Score.InWords()}"))
            .Say(Heading("Customer"))
            .Facts(
                ("Company", b.View.CustomerName),
                ("Contact", d.ContactTitle.Length > 0 ? $"{c.ContactName}, {d.ContactTitle}" : c.ContactName),
                ("Technical level", TechnicalLevel(d.TechnicalLevel)),
                ("Reach them by", BriefWords.Reach(d)),
                ("Priority", c.Priority.ToString()),
                ("Business impact", Known(d.BusinessImpact)),
                ("Hard deadline", d.Deadline is { } deadline ? StaffText.Of($"{deadline}") : StaffText.Empty),
                ("Timeframe", d.Timeframe))
            .Say(Heading("Issue"))
            .Quoting(d.Issue)
            .Facts([.. Issue(b), .. b.Beside]);
        card = BriefItem.IsWish(c) ? card : card.Say(Heading("Steps to see it")).Quoting(Known(d.Steps));
        card = Section(card, "What was tried", b.Tried.Select(Line), StaffText.Of($"Nothing is on record. Time spent so far: {TimeSpent.InWords(b.Spent)}."));
        card = Section(card, $"What changed before it began", b.Changes.Select(Change), Unchanged(b));
        card = Section(card, "Read first", b.View.Reading.Select(r => r.Line), StaffText.Empty);
        card = Section(card, "Where to look", b.Look.Select(l => new StaffText([new LinkSpan(l.Url, l.Name)])), StaffText.Empty);
        card = Section(card, "Seen before", b.Alike.Select(Alike), "Nothing alike is on record.");
        card = Section(card, "Tickets and pages", b.Links.Select(BriefWords.Link), StaffText.Empty);
        card = b.Bug is { } bug ? card.Say(Heading("Bug report")).Facts(BriefWords.Bug(bug)) : card;
        card = Section(card, "Asked and answered", b.Questions.Select(q => BriefWords.Question(c, q)), StaffText.Empty);
        card = Section(card, "Communication history", b.History.Select(Line), "Nothing was said yet.");
        card = Section(card, "Attachments", Attachments(d), "None.");
        return card.With(Buttons(b)) with { Whole = Button.Open("brief.copy", "Read all", c.Id.ToString()) };
    }

    private static StaffText Heading(string words) => StaffText.Of($"{words:b}");

    private static StaffCard Section(StaffCard card, string heading, IEnumerable<StaffText> items, StaffText otherwise)
    {
        var list = items.ToList();
        return list.Count > 0 ? card.Say(Heading(heading)).List(list)
            : otherwise.IsEmpty ? card
            : card.Say(StaffText.Of($"{heading:b}: {otherwise}"));
    }

    private static IEnumerable<(string, StaffText)> Issue(TechnicalBrief b)
    {
        var d = b.Case.Details;
        foreach (var (label, said) in BriefItem.IsWish(b.Case) ? BriefItem.Wish(b.Case) : [])
        {
            yield return (label, Known(said));
        }

        foreach (var line in BriefItem.IsWish(b.Case) ? [] : Problem(b))
        {
            yield return line;
        }

        yield return ("Where", string.Join(", ", d.Surfaces));
        yield return ("What a fix looks like", d.Outcome);
        yield return ("Status", b.Case.Status.ForStaff());
        yield return ("Time spent", TimeSpent.InWords(b.Spent));
        foreach (var (key, value) in b.View.Customer?.Facts ?? new Dictionary<string, string>())
        {
            if (LinkRules.Read(value) is null)
            {
                yield return ($"{b.View.CustomerName}: {key}", value);
            }
        }
    }

    private static IEnumerable<(string, StaffText)> Problem(TechnicalBrief b)
    {
        var d = b.Case.Details;
        yield return ("Began", d.StartedAt is { } at ? StaffText.Of($"{at}") : StaffText.Of($"not said; reported {b.Case.OpenedAt}"));
        yield return ("Environment", Known(string.Join(" / ", new[] { d.OperatingSystem, d.Browser, d.ProductVersion }.Where(x => x.Length > 0))));
        yield return ("Expected", Known(d.Expected));
        yield return ("Actual", Known(d.Actual));
        yield return ("Errors", Known(d.Errors));
    }

    private static StaffText Known(string words) => words.Length > 0 ? words : StaffText.Of($"{"not said yet":i}");

    private static StaffText TechnicalLevel(string level) => new([.. Levels.SelectMany((l, n) => new Span[]
    {
        new WordSpan(n == 0 ? "" : " · "),
        new WordSpan(string.Equals(l, level, StringComparison.OrdinalIgnoreCase) ? $"[x] {l}" : $"[ ] {l}"),
    })]);

    private static StaffText Line(HistoryLine line) => StaffText.Of($"{line.At} - {line.Text}");

    private static StaffText Change(SystemChange change)
    {
        var title = LinkRules.Read(change.Url) is { } url ? new StaffText([new LinkSpan(url.AbsoluteUri, change.Title)]) : change.Title;
        var where = string.Join(", ", new[] { change.Service, change.Environment }.Where(x => x.Length > 0));
        var by = change.By.Length > 0 ? $", by {change.By}" : "";
        return StaffText.Of($"{change.At} - {change.Kind}: {title}{(where.Length > 0 ? $" ({where})" : "")}{by}");
    }

    private static StaffText Unchanged(TechnicalBrief b) =>
        StaffText.Of($"no change is on record in the {DurationText.Humanise(b.Window.Duration)} before {b.Window.End}.");

    private static StaffText Alike(AlikeCase a)
    {
        var whose = a.SameCustomer ? "the same customer" : "another customer";
        return a.Resolution.Length > 0
            ? StaffText.Of($"{a.Reference:b} ({whose}, {a.OpenedAt:d}) {a.Title}. Resolved: {Commands.CommandWords.Cut(a.Resolution, 200)}")
            : StaffText.Of($"{a.Reference:b} ({whose}, {a.OpenedAt:d}) {a.Title}. Not resolved yet.");
    }

    private static IEnumerable<StaffText> Attachments(CaseDetails d)
    {
        if (d.SourceLink.Length > 0)
        {
            yield return new StaffText([new LinkSpan(d.SourceLink, "Their message")]);
        }

        foreach (var file in d.Files)
        {
            yield return new StaffText([new LinkSpan(file.Url, file.Name)]);
        }
    }

    private static IReadOnlyList<Button> Buttons(TechnicalBrief b)
    {
        var id = b.Case.Id.ToString();
        return !b.Case.Status.IsOpen() ? [Button.Open("brief.copy", "Copy as text", id)] :
        [
            .. Next(b, id),
            Button.Open("bug.open", "Bug report", id).Further(),
            Button.Open("ticket.open", "Link a ticket", id).Further(),
            Button.Open("brief.copy", "Copy as text", id).Further(),
        ];
    }

    /// <summary>The one next step, and the one beside it.</summary>
    private static IEnumerable<Button> Next(TechnicalBrief b, string id)
    {
        switch (b.Handoff?.State)
        {
            case HandoffState.Sent:
                yield return Button.Act("accept.now", "Accept", id, ButtonStyle.Primary);
                yield return Button.Open("bounce.open", "Send back", id);
                break;
            case HandoffState.Accepted:
                yield return Button.Open("bounce.open", "Ask support", id);
                break;
            case HandoffState.Bounced:
                yield return Button.Open("supply.open", "Complete it", id, ButtonStyle.Primary);
                yield break;
            default:
                yield return Button.Act("brief.send", "Send to engineering", id, ButtonStyle.Primary);
                break;
        }

        if (b.OpenQuestion is not null || b.Score.Missing.Count > 0)
        {
            yield return Button.Open("supply.open", b.OpenQuestion is null ? "Fill in the gaps" : "Answer", id);
        }
    }
}
