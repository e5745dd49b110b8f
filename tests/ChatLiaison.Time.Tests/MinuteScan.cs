using NodaTime;
using NodaTime.TimeZones;

namespace ChatLiaison.Time.Tests;

/// <summary>A second opinion on open time: tries every minute against every nearby day, with NodaTime's own resolvers.</summary>
internal static class MinuteScan
{
    private static readonly ZoneLocalMappingResolver Opening =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private static readonly ZoneLocalMappingResolver Closing =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    internal static int OpenMinutes(BusinessCalendar calendar, Instant from, Instant to)
    {
        var first = from.InZone(calendar.Zone).Date.PlusDays(-2);
        var last = to.InZone(calendar.Zone).Date.PlusDays(2);
        var spans = Enumerable.Range(0, Period.DaysBetween(first, last)).SelectMany(days => SpansOf(calendar, first.PlusDays(days))).ToList();
        var open = 0;
        for (var minute = from; minute < to; minute += Duration.FromMinutes(1))
        {
            open += spans.Exists(span => span.Contains(minute)) ? 1 : 0;
        }

        return open;
    }

    private static IEnumerable<Interval> SpansOf(BusinessCalendar calendar, LocalDate date)
    {
        var open = calendar.Exceptions.FirstOrDefault(exception => exception.Date == date)?.Open ?? calendar.Hours.On(date.DayOfWeek);
        foreach (var interval in open)
        {
            var start = calendar.Zone.ResolveLocal(date + interval.Start, Opening).ToInstant();
            var lastMinute = (interval.End == LocalTime.Midnight ? date.PlusDays(1).AtMidnight() : date + interval.End).PlusMinutes(-1);

            // The end excludes itself, so the last open minute is what may be repeated or skipped.
            var mapping = calendar.Zone.MapLocal(lastMinute);
            var end = mapping.Count == 0
                ? calendar.Zone.ResolveLocal(lastMinute, Closing).ToInstant()
                : calendar.Zone.ResolveLocal(lastMinute, Closing).ToInstant() + Duration.FromMinutes(1);
            yield return new Interval(start, Instant.Max(start, end));
        }
    }
}
