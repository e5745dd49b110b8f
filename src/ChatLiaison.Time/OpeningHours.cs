using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace ChatLiaison.Time;

/// <summary>
/// The usual week: for each weekday any number of open intervals, in local time. Two values are equal when they are open at
/// the same times. <see cref="ToString"/> gives the compact text that <see cref="TryParse"/> reads.
/// </summary>
public sealed record OpeningHours
{
    private readonly Dictionary<IsoDayOfWeek, OpenInterval[]> _days;
    private readonly string _text;

    private OpeningHours(Dictionary<IsoDayOfWeek, OpenInterval[]> days)
    {
        _days = days;
        _text = OpeningHoursText.Format(On);
    }

    /// <summary>Open all day, every day.</summary>
    public static OpeningHours RoundTheClock { get; } = Of(Weekdays.All.Select(day => (day, OpenInterval.WholeDay)));

    /// <summary>Never open: for a calendar that opens only on dated exceptions. Its text is <c>closed</c>.</summary>
    public static OpeningHours Closed { get; } = Of([]);

    /// <exception cref="ArgumentException">Two intervals of one day overlap.</exception>
    public static OpeningHours Of(IEnumerable<(IsoDayOfWeek Day, OpenInterval Open)> opening) =>
        TryCreate(opening, out var hours, out var error) ? hours : throw new ArgumentException(error, nameof(opening));

    /// <summary>
    /// Reads <c>Mon-Fri 09:00-12:30 13:30-17:30; Sat 10:00-14:00</c>. Days may be lists (<c>Mon,Wed</c>) and ranges; an
    /// interval may end at 24:00; one that runs past midnight (<c>Fri 22:00-06:00</c>) is split and its second part belongs to
    /// the next day. The error is one sentence that says what to write instead.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out OpeningHours? hours, [NotNullWhen(false)] out string? error)
    {
        var opening = new List<(IsoDayOfWeek, OpenInterval)>();
        error = OpeningHoursText.Read(text, opening);
        hours = null;
        return error is null && TryCreate(opening, out hours, out error);
    }

    /// <summary>The open intervals of a weekday, ascending; touching ones are joined.</summary>
    public IReadOnlyList<OpenInterval> On(IsoDayOfWeek day) => _days.GetValueOrDefault(day, []);

    /// <summary>Whether it is open at a local time; at the minute of closing it no longer is.</summary>
    public bool IsOpenAt(LocalDateTime local) => On(local.DayOfWeek).Any(open => open.Start <= local.TimeOfDay && (open.End == LocalTime.Midnight || local.TimeOfDay < open.End));

    public bool Equals(OpeningHours? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);

    public override string ToString() => _text;

    private static bool TryCreate(
        IEnumerable<(IsoDayOfWeek Day, OpenInterval Open)> opening,
        [NotNullWhen(true)] out OpeningHours? hours,
        [NotNullWhen(false)] out string? error)
    {
        hours = null;
        var days = new Dictionary<IsoDayOfWeek, OpenInterval[]>();
        foreach (var day in opening.GroupBy(entry => entry.Day, entry => entry.Open))
        {
            var joined = new List<OpenInterval>();
            foreach (var next in day.OrderBy(open => open.Start))
            {
                if (joined.Count == 0 || joined[^1].EndsBefore(next.Start))
                {
                    joined.Add(next);
                }
                else if (joined[^1].Overlaps(next))
                {
                    error = $"{Weekdays.ShortName(day.Key)} has {joined[^1]} and {next}, which overlap; join them into one interval.";
                    return false;
                }
                else
                {
                    joined[^1] = new OpenInterval(joined[^1].Start, next.End);
                }
            }

            days[day.Key] = [.. joined];
        }

        hours = new OpeningHours(days);
        error = null;
        return true;
    }
}
