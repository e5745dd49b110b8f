using ChatLiaison.Time;
using NodaTime;
using NodaTime.TimeZones;

namespace ChatLiaison.Away;

/// <summary>One person's days: their zone, their hours, and what time it is there.</summary>
internal sealed class LocalCalendar(Instant now, DateTimeZone zone, OpeningHours hours)
{
    /// <summary>How far ahead a working day is looked for.</summary>
    private const int DaysAhead = 14;

    private static readonly ZoneLocalMappingResolver Early = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
    private static readonly ZoneLocalMappingResolver Late = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    public Instant Now => now;

    public LocalDateTime Here { get; } = now.InZone(zone).LocalDateTime;

    public LocalDate Today => Here.Date;

    /// <summary>When a local time begins: its first occurrence where the clocks repeat it, the end of the gap where they skip it.</summary>
    public Instant Start(LocalDateTime local) => zone.ResolveLocal(local, Early).ToInstant();

    /// <summary>When a local time is over: its last occurrence where the clocks repeat it.</summary>
    public Instant End(LocalDateTime local) => zone.ResolveLocal(local, Late).ToInstant();

    /// <summary>The beginning of the first working day that is not before a date; midnight of that date when none comes in two weeks.</summary>
    public LocalDateTime WorkBegins(LocalDate notBefore)
    {
        for (var days = 0; days < DaysAhead; days++)
        {
            var date = notBefore.PlusDays(days);
            if (hours.On(date.DayOfWeek) is [var first, ..])
            {
                return date + first.Start;
            }
        }

        return notBefore.AtMidnight();
    }
}
