using ChatLiaison.Chat;
using ChatLiaison.Promises;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.CaseCards;

/// <summary>
/// Why each due time is what it is: the policy, the calendar, every span that was counted or skipped, the pauses and the re-targets, and
/// the sum (C9).
/// </summary>
internal static class WhyCard
{
    private const int SpansShown = 8;

    public static StaffCard Draw(CaseView view, IReadOnlyList<PromiseHistoryLine> history, Instant now)
    {
        var card = StaffCard.Titled(StaffText.Of($"Why the times of {view.Case.Reference} are what they are"));
        foreach (var promise in view.Promises.Where(p => !p.IsTimer || p.IsOwed).OrderBy(p => p.IsTimer).ThenBy(p => p.Clock.StartedAt))
        {
            card = card.Say(Headline(promise)).List(Lines(view, promise, history.Where(h => h.PromiseId == promise.Id), now));
        }

        return card.Small(StaffText.Of($"Policy {view.Case.PolicyVersion}. A running promise keeps the policy it started with until somebody re-targets it."));
    }

    private static StaffText Headline(Promise p)
    {
        var name = PromiseWords.Name(p.Kind);
        return p switch
        {
            { State: PromiseState.Kept, FulfilledAt: { } at } => StaffText.Of($"{name:b}: kept, {at}"),
            { State: PromiseState.Broken, DueAt: { } due, FulfilledAt: null } => StaffText.Of($"{name:b}: late since {due}"),
            { State: PromiseState.Broken, DueAt: { } due, Dropped: true } => StaffText.Of($"{name:b}: was due {due}, and not done"),
            { State: PromiseState.Broken, DueAt: { } due, FulfilledAt: { } done } => StaffText.Of($"{name:b}: was due {due}, done late, {done}"),
            { State: PromiseState.Paused } => StaffText.Of($"{name:b}: stands still"),
            { State: PromiseState.Cancelled } => StaffText.Of($"{name:b}: cancelled"),
            { DueAt: { } due } => StaffText.Of($"{name:b}: due {due}"),
            _ => StaffText.Of($"{name:b}"),
        };
    }

    private static IEnumerable<StaffText> Lines(CaseView view, Promise p, IEnumerable<PromiseHistoryLine> history, Instant now)
    {
        var calendar = view.Playbook.Calendars.TryGetValue(p.Calendar, out var known) ? known : BusinessCalendar.Always;
        yield return StaffText.Of($"{p.Reason} {DurationText.Humanise(p.Clock.Span)} on the calendar {p.Calendar:c}, started {p.Clock.StartedAt}.");
        foreach (var line in history)
        {
            yield return StaffText.Of($"{line.At}: {line.What}. {line.Detail}");
        }

        if (p.Clock.Elapsed > Duration.Zero)
        {
            yield return StaffText.Of($"{DurationText.Humanise(p.Clock.Elapsed)} counted before {p.Clock.CountedTo}.");
        }

        var end = p.FulfilledAt ?? p.DueAt ?? p.Clock.CountedTo;
        foreach (var line in Counted(calendar, p.Clock.CountedTo, end))
        {
            yield return line;
        }

        var elapsed = p.State == PromiseState.Paused ? p.Clock.Elapsed : p.Clock.ElapsedAt(Instant.Min(now, p.FulfilledAt ?? now), calendar);
        yield return StaffText.Of($"Sum so far: {DurationText.Humanise(elapsed)} of {DurationText.Humanise(p.Clock.Span)}.");
    }

    private static IEnumerable<StaffText> Counted(BusinessCalendar calendar, Instant from, Instant to)
    {
        if (to <= from)
        {
            yield break;
        }

        var spans = calendar.Explain(from, to);
        foreach (var span in spans.Take(SpansShown))
        {
            yield return span.Counted
                ? StaffText.Of($"{span.From} to {span.To}: counted, {DurationText.Humanise(span.Length)}.")
                : StaffText.Of($"{span.From} to {span.To}: skipped, {span.Reason}.");
        }

        if (spans.Count > SpansShown)
        {
            var rest = spans.Skip(SpansShown).Where(s => s.Counted).Aggregate(Duration.Zero, (sum, s) => sum + s.Length);
            yield return StaffText.Of($"And {spans.Count - SpansShown} more spans, {DurationText.Humanise(rest)} of them counted.");
        }
    }
}
