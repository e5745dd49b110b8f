using System.Collections.Frozen;
using NodaTime;

namespace ChatLiaison.Time;

/// <summary>A stretch of open time and the civil day whose hours opened it.</summary>
internal sealed record OpenSpan(LocalDate Day, Instant Start, Instant End)
{
    internal Duration Length => End - Start;
}

/// <summary>Opening hours and dated exceptions laid out in one zone: civil days become stretches of real time.</summary>
internal sealed class OpeningTimeline(DateTimeZone zone, OpeningHours hours, FrozenDictionary<LocalDate, CalendarException> exceptions)
{
    internal LocalDate DateAt(Instant at) => at.InZone(zone).Date;

    internal Instant StartOfDay(LocalDate date) => LocalBoundary.Start(zone, date.AtMidnight());

    internal CalendarException? ExceptionOn(LocalDate date) => exceptions.GetValueOrDefault(date);

    internal IReadOnlyList<OpenInterval> IntervalsOn(LocalDate date) => ExceptionOn(date)?.Open ?? hours.On(date.DayOfWeek);

    /// <summary>All open time from <paramref name="from"/> to <paramref name="until"/>, ascending and without overlap.</summary>
    internal IEnumerable<OpenSpan> Between(Instant from, Instant until)
    {
        var cursor = from;

        // The day before is looked at too: where midnight is repeated, its hours reach into the day of `from`, and then two
        // days claim the same instants. Cutting at the cursor keeps each instant counted once.
        for (var date = DateAt(from).PlusDays(-1); StartOfDay(date) < until; date = date.PlusDays(1))
        {
            foreach (var interval in IntervalsOn(date))
            {
                var start = Instant.Max(cursor, LocalBoundary.Start(zone, interval.StartOn(date)));
                var end = Instant.Min(until, LocalBoundary.End(zone, interval.EndOn(date)));
                if (start < end)
                {
                    yield return new OpenSpan(date, start, end);
                    cursor = end;
                }
            }
        }
    }
}
