using System.Globalization;
using ChatLiaison.Time;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.People;

/// <summary>A shift in its one canonical spelling: <c>09:00 Europe/London Mon-Sun weekly Mon 2026-01-05: dana@example.com, lee@example.com</c>.</summary>
internal static class ShiftText
{
    public static string Format(OnCallShift shift, Func<Guid, string> person) => Format(shift, shift.People.Select(person));

    /// <param name="people">Who takes turns, whatever the shift itself holds.</param>
    public static string Format(OnCallShift shift, IEnumerable<string> people) => string.Create(
        CultureInfo.InvariantCulture,
        $"{TimeOfDayText.Format(shift.Turn.Handover)} {shift.Zone.Id} {shift.Days} {shift.Turn} {LocalDatePattern.Iso.Format(shift.Starts)}: {string.Join(", ", people)}");

    /// <exception cref="FormatException">What we wrote ourselves can't be read.</exception>
    public static OnCallShift Read(string text, Func<string, Guid> person)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        var words = text[..colon].Split(' ');
        string? error = null;
        if (!TimeOfDayText.TryParse(words[0], out var from, out error)
            || !WeekdaySet.TryParse(words[2], out var days, out error)
            || !Turn.TryParse(string.Join(' ', words[3..^1]), from, out var turn, out error))
        {
            throw new FormatException(error);
        }

        return new OnCallShift(
            DateTimeZoneProviders.Tzdb[words[1]],
            turn,
            days,
            LocalDatePattern.Iso.Parse(words[^1]).Value,
            [.. text[(colon + 2)..].Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(person)]);
    }
}
