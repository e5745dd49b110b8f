using NodaTime;

namespace ChatLiaison.Time;

/// <summary>
/// Part of a rotation. It begins at <see cref="Turn.Handover"/> in <paramref name="Zone"/> on each of <paramref name="Days"/>, and lasts until the
/// next shift of the rotation begins, wherever that is. The members take turns in order: the first one's turn holds <paramref name="StartsOn"/> (for a
/// weekly turn, the week of the handover weekday on or before it), and before it the order runs backwards. Daily turns count
/// only <paramref name="Days"/>. With no members nobody is on call: a gap on purpose.
/// A beginning that the clocks skip moves to the end of the gap; one that they repeat is its first occurrence.
/// </summary>
public sealed record Shift<T>(DateTimeZone Zone, Turn Turn, IReadOnlyList<T> Members, LocalDate StartsOn, WeekdaySet Days)
    where T : class
{
    public Shift(DateTimeZone zone, Turn turn, IEnumerable<T> members, LocalDate startsOn)
        : this(zone, turn, [.. members], startsOn, WeekdaySet.EveryDay)
    {
    }

    internal Instant StartOn(LocalDate date) => LocalBoundary.Start(Zone, date + Turn.Handover);

    /// <summary>The date of the beginning that holds at an instant, and when it was.</summary>
    internal (LocalDate Date, Instant Start) LatestStart(Instant at)
    {
        // From the next day: a whole day may be skipped, or a midnight repeated.
        var date = at.InZone(Zone).Date.PlusDays(1);
        while (!Days.Has(date.DayOfWeek) || StartOn(date) > at)
        {
            date = date.PlusDays(-1);
        }

        return (date, StartOn(date));
    }

    /// <summary>The first beginning strictly after an instant.</summary>
    internal Instant NextStart(Instant after)
    {
        var date = after.InZone(Zone).Date.PlusDays(-1);
        while (!Days.Has(date.DayOfWeek) || StartOn(date) <= after)
        {
            date = date.PlusDays(1);
        }

        return StartOn(date);
    }

    /// <summary>The number of the turn that a beginning belongs to; the first member's first turn is zero.</summary>
    internal int TurnOf(LocalDate date) => Turn.Weekday is null
        ? Days.CountBetween(StartsOn, date)
        : (int)Math.Floor(Period.DaysBetween(Turn.HandoverDayOnOrBefore(StartsOn), date) / 7d);

    internal T? MemberOf(int turn)
    {
        if (Members.Count == 0)
        {
            return null;
        }

        var place = turn % Members.Count;
        return Members[place < 0 ? place + Members.Count : place];
    }
}
