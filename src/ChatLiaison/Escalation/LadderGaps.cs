using System.Globalization;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>Makes few lines of many hours: neighbours become a span, and the same span on several days one line. Pure.</summary>
internal static class LadderGaps
{
    public static IEnumerable<LadderGap> Fold(string whose, IReadOnlyList<(Instant At, string Why)> hours, Instant first)
    {
        var spans = Whole(Spans(hours), first, first + Duration.FromDays(LadderCheck.Days));
        foreach (var same in spans.GroupBy(s => (From: s.From.InUtc().TimeOfDay, s.Hours, s.Why)).OrderBy(g => g.Min(s => s.From)))
        {
            yield return new LadderGap(whose, Clock(same.Key.From, same.Key.Hours), On([.. same.Select(s => s.From.InUtc().Date)], same.Key.Hours), same.Key.Hours * same.Count(), same.Key.Why);
        }
    }

    private static List<Span> Spans(IReadOnlyList<(Instant At, string Why)> hours)
    {
        var spans = new List<Span>();
        foreach (var (at, why) in hours)
        {
            if (spans is [.., var last] && last.To == at && last.Why == why)
            {
                spans[^1] = last with { Hours = last.Hours + 1 };
            }
            else
            {
                spans.Add(new(at, 1, why));
            }
        }

        return spans;
    }

    /// <summary>A span that the walk begins or ends in is one of those that come every day, when it fits one.</summary>
    private static IEnumerable<Span> Whole(List<Span> spans, Instant first, Instant last) => spans.Select(span =>
        span.From != first && span.To != last ? span
        : spans.Find(s => s != span && s.From != first && s.To != last && s.Why == span.Why
            && (span.From == first ? s.To.InUtc().TimeOfDay == span.To.InUtc().TimeOfDay : s.From.InUtc().TimeOfDay == span.From.InUtc().TimeOfDay)) is { } whole
            ? whole with { From = span.From == first ? span.To - Duration.FromHours(whole.Hours) : span.From }
            : span);

    private static string Clock(LocalTime from, int hours) => hours >= 24 && hours % 24 == 0
        ? $"{from.ToString("HH:mm", CultureInfo.InvariantCulture)} for {hours / 24} days"
        : hours > 24
            ? $"{from.ToString("HH:mm", CultureInfo.InvariantCulture)} for {hours} hours"
            : $"{from.ToString("HH:mm", CultureInfo.InvariantCulture)}-{from.PlusHours(hours).ToString("HH:mm", CultureInfo.InvariantCulture)}";

    private static string On(LocalDate[] dates, int hours)
    {
        var days = dates.Select(d => d.DayOfWeek).Distinct().Order().ToArray();
        return dates.Length switch
        {
            >= LadderCheck.Days - 1 when hours <= 24 => "daily",
            > 2 when days.Length <= 5 => $"{(IsMondayToFriday(days) ? "Mon-Fri" : string.Join(", ", days.Select(d => d.ToString()[..3])))} ({dates.Length} times)",
            > 3 => $"{dates.Length} days from {Day(dates[0])}",
            _ => string.Join(", ", dates.Select(Day)),
        };
    }

    private static bool IsMondayToFriday(IsoDayOfWeek[] days) => days.Length == 5 && days[0] == IsoDayOfWeek.Monday && days[4] == IsoDayOfWeek.Friday;

    private static string Day(LocalDate date) => date.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    private sealed record Span(Instant From, int Hours, string Why)
    {
        public Instant To => From + Duration.FromHours(Hours);
    }
}
