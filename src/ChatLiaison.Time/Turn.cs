using NodaTime;

namespace ChatLiaison.Time;

/// <summary>How often a rotation passes on, and when: every day, or every week on one weekday, at a local time.</summary>
public sealed record Turn
{
    private Turn(LocalTime handover, IsoDayOfWeek? weekday) => (Handover, Weekday) = (handover, weekday);

    public LocalTime Handover { get; }

    /// <summary>The weekday of the handover; null when it is every day.</summary>
    public IsoDayOfWeek? Weekday { get; }

    internal int Days => Weekday is null ? 1 : 7;

    public static Turn Daily(LocalTime handover) => new(handover, null);

    public static Turn Weekly(IsoDayOfWeek weekday, LocalTime handover) =>
        weekday == IsoDayOfWeek.None ? throw new ArgumentOutOfRangeException(nameof(weekday)) : new(handover, weekday);

    /// <summary>The handover day of the turn that holds <paramref name="date"/>.</summary>
    internal LocalDate HandoverDayOnOrBefore(LocalDate date) =>
        Weekday is not { } weekday || date.DayOfWeek == weekday ? date : date.Previous(weekday);
}
