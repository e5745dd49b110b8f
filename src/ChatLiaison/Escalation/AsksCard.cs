using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.Promises;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>What one person is asked to take, in one message: the whole report for one case, a list for several.</summary>
internal sealed class AsksCard(CaseViews views, CaseStore cases, AskStore asks, BundlePace pace) : ILiveCard
{
    public const string CardName = "asks";

    private const int ShownAtMost = 10;

    public string Name => CardName;

    /// <param name="subject">The person's id, for all but restricted cases; with a slash and the case's id for one of those.</param>
    public async Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken)
    {
        var open = new List<(Ask Ask, CaseView View)>();
        var (person, only) = Parts(subject);
        foreach (var ask in await asks.UntoldAsync(person, only, cancellationToken))
        {
            // Moved on or ended meanwhile: there is nothing left to ask of this person.
            if (await views.ReadAsync(ask.CaseId.ToString(), cancellationToken) is { } view && view.Case.Status.IsOpen() && IsTheirs(ask, view)
                && view.Case.Restricted == only is not null)
            {
                open.Add((ask, view));
            }
        }

        return open switch
        {
            [] => null,
            [var (ask, view)] => Draw(ask, view, await cases.TimelineAsync(view.Case.Id, 500, cancellationToken), now),
            _ => Draw(open),
        };
    }

    public async Task SentAsync(string subject, Instant now, CancellationToken cancellationToken)
    {
        var (person, only) = Parts(subject);
        await asks.ToldAsync(person, only, now, cancellationToken);
        await pace.SentAsync(person, urgent: false, now, cancellationToken);
    }

    private static (Guid Person, Guid? Only) Parts(string subject) => subject.Split('/') switch
    {
        [var person, var only] => (Guid.Parse(person), Guid.Parse(only)),
        _ => (Guid.Parse(subject), null),
    };

    private static bool IsTheirs(Ask ask, CaseView view) => view.Case.Owner?.Id == ask.PersonId || view.Case.EngineeringOwner?.Id == ask.PersonId;

    private static StaffCard Draw(Ask ask, CaseView view, IReadOnlyList<TimelineLine> timeline, Instant now) =>
        view.Owed.FirstOrDefault(p => p.Kind == PromiseKind.LevelResponse && p.Level == ask.Level) is { } response
            ? EscalationCard.Draw(view, response, ask, timeline, now)
            : First(ask, view, timeline);

    /// <summary>Before the ladder: the liaison who is asked next.</summary>
    private static StaffCard First(Ask ask, CaseView view, IReadOnlyList<TimelineLine> timeline)
    {
        var c = view.Case;
        var due = view.Owed.FirstOrDefault(p => p.Kind is PromiseKind.Acknowledge)?.DueAt;
        return StaffCard.Titled(StaffText.Of($"{c.Reference} needs you: {c.Title}"))
            .Say(due is { } at ? StaffText.Of($"Please take it, or say that you can't. It is to be acknowledged by {at}.") : "Please take it, or say that you can't.")
            .Facts(
                ("Customer", $"{view.CustomerName} ({c.ContactName})"),
                ("Priority", c.Priority.ToString()),
                ("Why you", Why(ask)),
                ("Before you", timeline.LastOrDefault(t => t.Kind == CaseEventKind.Declined)?.Text ?? ""))
            .Quoting(CommandWords.Cut(c.Details.Issue, 500))
            .With(
                Button.Act("take.now", "Take", c.Id.ToString(), ButtonStyle.Primary), Decline(c),
                Button.Act("case.show", "Show the case", c.Id.ToString()).Further());
    }

    private static StaffCard Draw(List<(Ask Ask, CaseView View)> open)
    {
        var card = StaffCard.Titled(StaffText.Of($"{open.Count} cases need you"));
        foreach (var (ask, view) in open.OrderBy(o => o.View.Case.Priority).ThenBy(o => o.Ask.At).Take(ShownAtMost))
        {
            var c = view.Case;
            var due = view.Owed.FirstOrDefault(p => p.Kind == PromiseKind.LevelResponse && p.Level == ask.Level)?.DueAt;
            var by = due is { } at ? StaffText.Of($" Answer by {at}.") : StaffText.Empty;
            card = card.Row(
                StaffText.Of($"{c.Reference:b} {c.Priority.ToString()} · {CommandWords.Cut(c.Title, 80)}\n{view.CustomerName}.{by} Why you: {Why(ask)}"),
                Button.Act("case.show", "Show", c.Id.ToString()));
        }

        return card.Small(open.Count > ShownAtMost
            ? StaffText.Of($"And {open.Count - ShownAtMost} more: /cases mine shows them all. On each: /liaison onit REF or /liaison decline REF.")
            : "On each: /liaison onit REF says that you have it, /liaison decline REF passes it on.");
    }

    internal static string Why(Ask ask) => string.Join(", ", ask.Reasons);

    internal static Button Decline(SupportCase c) => Button.Open("decline.open", "I can't take it", c.Id.ToString());
}
