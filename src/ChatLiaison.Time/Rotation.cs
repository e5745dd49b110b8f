using NodaTime;

namespace ChatLiaison.Time;

/// <summary>Somebody stands in. The interval may be open-ended; it includes its start and excludes its end.</summary>
public sealed record RotationOverride<T>(Interval During, T Member);

/// <summary>
/// Who is on call. At every instant exactly one member is: a turn ends at the very instant at which the next one begins.
/// The first member's turn holds the start date (for a weekly turn, the week of the handover weekday on or before it); before
/// it the order simply runs backwards, so that there is no time without anybody.
/// A handover time that the clocks skip moves to the end of the gap; one that they repeat is its first occurrence.
/// Where overrides overlap, the one added last holds.
/// </summary>
public sealed class Rotation<T>
    where T : notnull
{
    private readonly DateTimeZone _zone;
    private readonly Turn _turn;
    private readonly T[] _members;
    private readonly LocalDate _firstHandover;
    private readonly RotationOverride<T>[] _overrides;

    /// <exception cref="ArgumentException">There is no member.</exception>
    public Rotation(
        DateTimeZone zone, Turn turn, IEnumerable<T> members, LocalDate startsOn, IEnumerable<RotationOverride<T>>? overrides = null)
    {
        _zone = zone;
        _turn = turn;
        _members = [.. members];
        _firstHandover = turn.HandoverDayOnOrBefore(startsOn);
        _overrides = [.. overrides ?? []];
        if (_members.Length == 0)
        {
            throw new ArgumentException("A rotation needs at least one member.", nameof(members));
        }
    }

    public T At(Instant at)
    {
        var standIn = Array.FindLast(_overrides, entry => entry.During.Contains(at));
        return standIn is not null ? standIn.Member : MemberOf(TurnAt(at));
    }

    /// <summary>
    /// Until when the member of <paramref name="at"/> stays on call, and who follows. Where nobody else ever follows (a rotation of
    /// one, an override without an end) it is the next turn's handover, to the same member.
    /// </summary>
    public (Instant Until, T Next) NextHandover(Instant at)
    {
        var current = At(at);
        var boundary = at;

        // All members have had a turn, and all overrides have begun and ended, within this many boundaries.
        for (var step = 0; step <= _members.Length + (2 * _overrides.Length); step++)
        {
            boundary = NextBoundary(boundary);
            var next = At(boundary);
            if (!next.Equals(current))
            {
                return (boundary, next);
            }
        }

        return (HandoverOf(TurnAt(at) + 1), current);
    }

    private Instant NextBoundary(Instant after)
    {
        var next = HandoverOf(TurnAt(after) + 1);
        foreach (var during in _overrides.Select(entry => entry.During))
        {
            if (during.HasStart && during.Start > after)
            {
                next = Instant.Min(next, during.Start);
            }

            if (during.HasEnd && during.End > after)
            {
                next = Instant.Min(next, during.End);
            }
        }

        return next;
    }

    private int TurnAt(Instant at)
    {
        var days = Period.DaysBetween(_firstHandover, at.InZone(_zone).Date);
        var turn = (int)Math.Floor((double)days / _turn.Days);

        // The date alone is not enough: the handover may be later that day, or moved by a change of clocks.
        while (HandoverOf(turn) > at)
        {
            turn--;
        }

        while (HandoverOf(turn + 1) <= at)
        {
            turn++;
        }

        return turn;
    }

    private Instant HandoverOf(int turn) => LocalBoundary.Start(_zone, _firstHandover.PlusDays(turn * _turn.Days) + _turn.Handover);

    private T MemberOf(int turn)
    {
        var place = turn % _members.Length;
        return _members[place < 0 ? place + _members.Length : place];
    }
}
