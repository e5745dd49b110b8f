using NodaTime;

namespace ChatLiaison.Time;

/// <summary>Somebody stands in. The interval may be open-ended; it includes its start and excludes its end.</summary>
/// <param name="InsteadOf">Only where this one would be on call; null stands in for whoever it is.</param>
public sealed record RotationOverride<T>(Interval During, T Member, T? InsteadOf = null)
    where T : class;

/// <summary>Who is on call from one instant up to but not including another; null for nobody.</summary>
public sealed record RotationSpan<T>(Instant From, Instant Until, T? Member)
    where T : class
{
    public Interval During => new(From, Until);
}

/// <summary>
/// Who is on call. At every instant exactly one shift holds, the one that began last, so a turn ends at the very instant at which the next one
/// begins, whatever the clocks do: no gap and no overlap. Where two shifts begin at one instant, the later in the list holds.
/// Overrides are laid on top in the order in which they were added, so that where they overlap, the one added last holds.
/// </summary>
public sealed class Rotation<T>
    where T : class
{
    private readonly Shift<T>[] _shifts;
    private readonly RotationOverride<T>[] _overrides;

    /// <exception cref="ArgumentException">There is no shift.</exception>
    public Rotation(IEnumerable<Shift<T>> shifts, IEnumerable<RotationOverride<T>>? overrides = null)
    {
        _shifts = [.. shifts];
        _overrides = [.. overrides ?? []];
        if (_shifts.Length == 0)
        {
            throw new ArgumentException("A rotation needs at least one shift.", nameof(shifts));
        }
    }

    /// <summary>Who is on call; null when the shift has nobody.</summary>
    public T? At(Instant at) => Overridden(at, BaseAt(at).Member);

    /// <summary>Who would be on call without any override.</summary>
    public T? UsuallyAt(Instant at) => BaseAt(at).Member;

    /// <summary>
    /// Until when the member of <paramref name="at"/> stays on call, and who follows; null when nothing changes before
    /// <paramref name="horizon"/>.
    /// </summary>
    public RotationSpan<T>? Next(Instant at, Instant horizon) => Spans(at, horizon).Skip(1).FirstOrDefault();

    /// <summary>
    /// Who is on call from one instant to another, in order, without gap or overlap; neighbours differ. The first and the last are cut
    /// at the ends.
    /// </summary>
    public IEnumerable<RotationSpan<T>> Spans(Instant from, Instant to) => Joined(from, to, piece => piece.Member);

    /// <summary>As <see cref="Spans"/>, cut also where a turn ends that passes to the same member again.</summary>
    public IEnumerable<RotationSpan<T>> Turns(Instant from, Instant to) => Joined(from, to, piece => (piece.Member, piece.Shift, piece.Turn));

    private IEnumerable<RotationSpan<T>> Joined<TKey>(Instant from, Instant to, Func<Piece, TKey> same)
    {
        RotationSpan<T>? open = null;
        TKey? key = default;
        for (var cursor = from; cursor < to;)
        {
            var piece = PieceAt(cursor);
            var until = Instant.Min(to, NextBoundary(cursor));
            var next = same(piece);
            if (open is not null && EqualityComparer<TKey>.Default.Equals(key, next))
            {
                open = open with { Until = until };
            }
            else
            {
                if (open is not null)
                {
                    yield return open;
                }

                open = new RotationSpan<T>(cursor, until, piece.Member);
            }

            (key, cursor) = (next, until);
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private Piece PieceAt(Instant at)
    {
        var usual = BaseAt(at);
        return usual with { Member = Overridden(at, usual.Member) };
    }

    private Piece BaseAt(Instant at)
    {
        var (holds, began) = (0, _shifts[0].LatestStart(at));
        for (var place = 1; place < _shifts.Length; place++)
        {
            var start = _shifts[place].LatestStart(at);
            if (start.Start >= began.Start)
            {
                (holds, began) = (place, start);
            }
        }

        var turn = _shifts[holds].TurnOf(began.Date);
        return new Piece(holds, turn, _shifts[holds].MemberOf(turn));
    }

    private T? Overridden(Instant at, T? member)
    {
        foreach (var entry in _overrides)
        {
            if (entry.During.Contains(at) && (entry.InsteadOf is null || entry.InsteadOf.Equals(member)))
            {
                member = entry.Member;
            }
        }

        return member;
    }

    private Instant NextBoundary(Instant after)
    {
        var next = _shifts.Select(shift => shift.NextStart(after)).Min();
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

    private sealed record Piece(int Shift, int Turn, T? Member);
}
