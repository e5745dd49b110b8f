using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Time;

/// <summary>Reads and writes a time of day and a span of the day as people write them: <c>09:00</c>, <c>09:00-17:30</c>.</summary>
public static class TimeOfDayText
{
    private static readonly LocalTimePattern Lenient = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    /// <summary>Reads <c>09:00</c>. The error is one sentence that says what to write instead.</summary>
    public static bool TryParse(string text, out LocalTime time, [NotNullWhen(false)] out string? error)
    {
        error = Read(text.Trim(), out time) ? null : $"'{text}' is not a time of day; write it like 09:00.";
        return error is null;
    }

    public static string Format(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Midnight as an end is the end of the day, not its start.</summary>
    internal static string FormatEnd(LocalTime time) => time == LocalTime.Midnight ? "24:00" : Format(time);

    /// <summary>Gives the error, or null when <paramref name="start"/> and <paramref name="end"/> were read. 24:00 is midnight, and only an end.</summary>
    internal static string? ReadSpan(string text, out LocalTime start, out LocalTime end)
    {
        start = end = LocalTime.Midnight;
        var halves = text.Split('-', StringSplitOptions.TrimEntries);
        if (halves.Length != 2 || !Read(halves[0], out start) || (halves[1] != "24:00" && !Read(halves[1], out end)))
        {
            return $"'{text}' is not a span of the day; write it like 09:00-17:30.";
        }

        return start == end && halves[1] != "24:00"
            ? $"'{text}' starts and ends at the same time; give it a length, or write 00:00-24:00 for the whole day."
            : null;
    }

    private static bool Read(string text, out LocalTime time) => Lenient.Parse(text).TryGetValue(LocalTime.Midnight, out time);
}
