using NodaTime;

namespace ChatLiaison.Time;

/// <summary>
/// The clock of one promise as five values that fit a row: no instant is read, nothing is changed in place. Working time
/// counts against <see cref="Span"/>; a pause stops it and keeps what has elapsed. The calendar is handed to each question, since
/// it is stored elsewhere; it must be the one that the promise has been counted with.
/// An instant before <see cref="CountedTo"/> (two servers' clocks may differ a little) is treated as <see cref="CountedTo"/>.
/// </summary>
/// <param name="StartedAt">When the promise was made.</param>
/// <param name="Span">The working time it allows; zero is due at once.</param>
/// <param name="Elapsed">The working time counted from the start up to <paramref name="CountedTo"/>, pauses left out.</param>
/// <param name="CountedTo">The last start, pause, resume or re-target.</param>
/// <param name="PausedAt">When it was paused; null while it runs.</param>
public sealed record PromiseClock(Instant StartedAt, Duration Span, Duration Elapsed, Instant CountedTo, Instant? PausedAt)
{
    public static PromiseClock Start(Instant now, Duration span) => new(now, NotNegative(span), Duration.Zero, now, null);

    public bool IsPaused => PausedAt is not null;

    /// <summary>The working time used up by <paramref name="now"/>. It does not grow while paused.</summary>
    public Duration ElapsedAt(Instant now, BusinessCalendar calendar) =>
        IsPaused ? Elapsed : Elapsed + calendar.Elapsed(CountedTo, now);

    /// <summary>
    /// When the span is used up; null while paused. When it was used up before <see cref="CountedTo"/> (a shorter re-target, a late
    /// resume) this is <see cref="CountedTo"/>.
    /// </summary>
    public Instant? Due(BusinessCalendar calendar) => Reaches(Span, calendar);

    /// <summary>
    /// When a part of the span is used up, for warning points: 0.5 is half of it, 1 is <see cref="Due"/>. Never before
    /// <see cref="CountedTo"/>; null while paused.
    /// </summary>
    public Instant? ReachesFraction(double fraction, BusinessCalendar calendar)
    {
        if (!(fraction >= 0 && double.IsFinite(fraction)))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A fraction of a span is zero or more.");
        }

        // Multiplying by a double may lose nanoseconds, and 1 must agree with Due.
        return Reaches(fraction is 1 ? Span : Span * fraction, calendar);
    }

    /// <summary>Stops the clock. Pausing a paused clock changes nothing.</summary>
    public PromiseClock Pause(Instant now, BusinessCalendar calendar)
    {
        if (IsPaused)
        {
            return this;
        }

        var counted = CountUpTo(now, calendar);
        return counted with { PausedAt = counted.CountedTo };
    }

    /// <summary>Lets a paused clock run on from <paramref name="now"/>. Resuming a running clock changes nothing.</summary>
    public PromiseClock Resume(Instant now) =>
        PausedAt is { } pausedAt ? this with { CountedTo = Instant.Max(now, pausedAt), PausedAt = null } : this;

    /// <summary>
    /// Gives the promise another span, another calendar, or both, and keeps what has elapsed and whether it is paused.
    /// </summary>
    /// <param name="newSpan">The whole span from the start, not the rest of it.</param>
    /// <param name="now">When the change is made.</param>
    /// <param name="countedWith">The calendar up to now. From here on, hand the new one to the other methods.</param>
    public PromiseClock Retarget(Duration newSpan, Instant now, BusinessCalendar countedWith)
    {
        var counted = IsPaused ? this : CountUpTo(now, countedWith);
        return counted with { Span = NotNegative(newSpan) };
    }

    private PromiseClock CountUpTo(Instant now, BusinessCalendar calendar) =>
        this with { Elapsed = ElapsedAt(now, calendar), CountedTo = Instant.Max(now, CountedTo) };

    private Instant? Reaches(Duration workingTime, BusinessCalendar calendar) =>
        IsPaused ? null : calendar.Add(CountedTo, Duration.Max(Duration.Zero, workingTime - Elapsed));

    private static Duration NotNegative(Duration span) =>
        span >= Duration.Zero ? span : throw new ArgumentOutOfRangeException(nameof(span), span, "A promise cannot allow less than no time.");
}
