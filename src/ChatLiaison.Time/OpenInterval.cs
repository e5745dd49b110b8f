using NodaTime;

namespace ChatLiaison.Time;

/// <summary>
/// One open stretch of a civil day, from <see cref="Start"/> up to but not including <see cref="End"/>, to the minute.
/// An end of midnight is the end of that day (24:00). A stretch never runs into the next day: a night shift is two of them.
/// </summary>
public sealed record OpenInterval
{
    /// <exception cref="ArgumentException">The end is not after the start, or either has seconds.</exception>
    public OpenInterval(LocalTime start, LocalTime end)
    {
        if (end != LocalTime.Midnight && end <= start)
        {
            throw new ArgumentException($"An open interval must end after it starts, but {start} is not before {end}.", nameof(end));
        }

        if (!IsWholeMinute(start) || !IsWholeMinute(end))
        {
            throw new ArgumentException($"Opening hours are kept to the minute, but {start}-{end} has a finer part.", nameof(start));
        }

        Start = start;
        End = end;
    }

    public LocalTime Start { get; }

    public LocalTime End { get; }

    /// <summary>From midnight to midnight.</summary>
    public static OpenInterval WholeDay { get; } = new(LocalTime.Midnight, LocalTime.Midnight);

    internal LocalDateTime StartOn(LocalDate date) => date + Start;

    internal LocalDateTime EndOn(LocalDate date) => End == LocalTime.Midnight ? date.PlusDays(1).AtMidnight() : date + End;

    internal bool EndsBefore(LocalTime time) => End != LocalTime.Midnight && End < time;

    internal bool Overlaps(OpenInterval later) => End == LocalTime.Midnight || later.Start < End;

    public override string ToString() => $"{TimeOfDayText.Format(Start)}-{TimeOfDayText.FormatEnd(End)}";

    private static bool IsWholeMinute(LocalTime time) => time.TickOfDay % NodaConstants.TicksPerMinute == 0 && time.NanosecondOfSecond == 0;
}
