using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace ChatLiaison.Time;

/// <summary>How often a shift passes on to the next member, and when: every day, or every week on one weekday, at a local time.</summary>
public sealed record Turn
{
    private Turn(LocalTime handover, IsoDayOfWeek? weekday) => (Handover, Weekday) = (handover, weekday);

    public LocalTime Handover { get; }

    /// <summary>The weekday of the handover; null when it is every day.</summary>
    public IsoDayOfWeek? Weekday { get; }

    public static Turn Daily(LocalTime handover) => new(handover, null);

    public static Turn Weekly(IsoDayOfWeek weekday, LocalTime handover) =>
        weekday == IsoDayOfWeek.None ? throw new ArgumentOutOfRangeException(nameof(weekday)) : new(handover, weekday);

    /// <summary>Reads <c>daily</c> or <c>weekly Mon</c>. The error is one sentence that says what to write instead.</summary>
    public static bool TryParse(string text, LocalTime handover, [NotNullWhen(true)] out Turn? turn, [NotNullWhen(false)] out string? error)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var days = new List<IsoDayOfWeek>();
        turn = words switch
        {
            [var daily] when daily.Equals("daily", StringComparison.OrdinalIgnoreCase) => Daily(handover),
            [var weekly, var day] when weekly.Equals("weekly", StringComparison.OrdinalIgnoreCase) && Weekdays.Read(day, days) is null && days is [var on] =>
                Weekly(on, handover),
            _ => null,
        };
        error = turn is null ? $"'{text}' is not a way to take turns; write daily, or weekly and the day of the handover, such as weekly Mon." : null;
        return turn is not null;
    }

    /// <summary>The text that <see cref="TryParse"/> reads back, without the time.</summary>
    public override string ToString() => Weekday is { } weekday ? $"weekly {Weekdays.ShortName(weekday)}" : "daily";

    /// <summary>The handover day of the turn that holds <paramref name="date"/>.</summary>
    internal LocalDate HandoverDayOnOrBefore(LocalDate date) =>
        Weekday is not { } weekday || date.DayOfWeek == weekday ? date : date.Previous(weekday);
}
