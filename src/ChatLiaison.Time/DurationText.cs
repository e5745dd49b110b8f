using System.Globalization;
using System.Text;
using NodaTime;

namespace ChatLiaison.Time;

/// <summary>
/// Durations as a playbook writes them: <c>30s</c>, <c>15m</c>, <c>4h</c>, <c>2d</c>, <c>1h30m</c>; units descend and each appears once.
/// A day is 24 hours of counted time: under a calendar of eight hours a day, <c>2d</c> is six working days.
/// </summary>
public static class DurationText
{
    private static readonly (char Letter, string One, string Many, long Seconds)[] Units =
        [('d', "day", "days", 86_400), ('h', "h", "h", 3_600), ('m', "min", "min", 60), ('s', "s", "s", 1)];

    private static readonly Duration Longest = Duration.FromDays(3650);

    /// <summary>Reads a duration longer than zero and not over 3650 days. The error is one sentence that says what to write instead.</summary>
    public static bool TryParse(string text, out Duration duration, out string? error)
    {
        duration = Duration.Zero;
        error = $"'{text}' is not a duration; write it like 30s, 15m, 4h, 2d or 1h30m.";
        var written = text.Trim();
        var at = 0;
        foreach (var unit in Units)
        {
            var digits = written[at..].TakeWhile(char.IsAsciiDigit).Count();
            if (digits is > 0 and <= 9 && at + digits < written.Length && written[at + digits] == unit.Letter)
            {
                duration += Duration.FromSeconds(unit.Seconds * long.Parse(written.AsSpan(at, digits), CultureInfo.InvariantCulture));
                at += digits + 1;
            }
        }

        if (at == 0 || at < written.Length)
        {
            return false;
        }

        error = duration == Duration.Zero ? $"'{text}' is no time at all; write a duration longer than zero, for example 15m."
            : duration > Longest ? $"'{text}' is too long; write at most 3650d."
            : null;
        return error is null;
    }

    /// <summary>The text that <see cref="TryParse"/> reads back, to the second: <c>1h30m</c>.</summary>
    public static string Format(Duration duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, Duration.Zero);
        var text = new StringBuilder();
        var seconds = (long)duration.TotalSeconds;
        foreach (var unit in Units.Where(unit => seconds >= unit.Seconds))
        {
            text.Append(seconds / unit.Seconds).Append(unit.Letter);
            seconds %= unit.Seconds;
        }

        return text.Length == 0 ? "0s" : text.ToString();
    }

    /// <summary>For people: the largest unit and the next smaller one: <c>15 min</c>, <c>1 h 30 min</c>, <c>2 days</c>. Finer parts are dropped.</summary>
    public static string Humanise(Duration duration)
    {
        if (duration < Duration.Zero)
        {
            return $"-{Humanise(-duration)}";
        }

        var seconds = (long)duration.TotalSeconds;
        var largest = Array.FindIndex(Units, unit => seconds >= unit.Seconds);
        if (largest < 0)
        {
            return "0 s";
        }

        var rest = seconds % Units[largest].Seconds;
        var first = Count(largest, seconds);
        return largest + 1 < Units.Length && rest >= Units[largest + 1].Seconds ? $"{first} {Count(largest + 1, rest)}" : first;
    }

    private static string Count(int unit, long seconds)
    {
        var count = seconds / Units[unit].Seconds;
        return $"{count} {(count == 1 ? Units[unit].One : Units[unit].Many)}";
    }
}
