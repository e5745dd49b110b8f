using NodaTime;

namespace ChatLiaison.Time;

/// <summary>Weekday names as people write them: <c>Mon</c>, <c>monday</c>, <c>Mon-Fri</c>, <c>Mon,Wed,Fri</c>, <c>Sat-Mon</c>.</summary>
internal static class Weekdays
{
    internal static readonly IsoDayOfWeek[] All =
    [
        IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday,
        IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday,
    ];

    internal static string ShortName(IsoDayOfWeek day) => day.ToString()[..3];

    internal static IsoDayOfWeek Next(IsoDayOfWeek day) => day == IsoDayOfWeek.Sunday ? IsoDayOfWeek.Monday : day + 1;

    /// <summary>Gives the error, or null when all of <paramref name="text"/> was added to <paramref name="days"/>.</summary>
    internal static string? Read(string text, List<IsoDayOfWeek> days)
    {
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            var first = ByName(ends[0]);
            var last = ByName(ends[^1]);
            if (ends.Length > 2 || first is null || last is null)
            {
                return $"'{part}' is not a weekday or a range of weekdays; write Mon, Mon-Fri or Mon,Wed.";
            }

            for (var day = first.Value; ; day = Next(day))
            {
                days.Add(day);
                if (day == last)
                {
                    break;
                }
            }
        }

        return null;
    }

    private static IsoDayOfWeek? ByName(string name)
    {
        foreach (var day in All)
        {
            if (name.Length >= 3 && day.ToString().StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return day;
            }
        }

        return null;
    }
}
