using System.Globalization;

namespace ChatLiaison.Time;

/// <summary>One field of a cron expression: its range, its names, and how its text becomes a set of values.</summary>
internal sealed record CronField(string Noun, int Low, int High, string[] Names)
{
    internal static readonly CronField Minute = new("minute", 0, 59, []);
    internal static readonly CronField Hour = new("hour", 0, 23, []);
    internal static readonly CronField DayOfMonth = new("day of the month", 1, 31, []);
    internal static readonly CronField Month =
        new("month", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]);

    /// <summary>Sunday is 0 and 7.</summary>
    internal static readonly CronField DayOfWeek = new("day of the week", 0, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]);

    /// <summary>Gives the error, or null when <paramref name="text"/> was added to <paramref name="values"/>.</summary>
    internal string? Read(string text, SortedSet<int> values) =>
        text.Split(',').Select(part => ReadPart(part, values)).FirstOrDefault(error => error is not null);

    private string? ReadPart(string part, SortedSet<int> values)
    {
        var slash = part.Split('/');
        var step = 1;
        if (slash.Length > 2 || (slash.Length == 2 && (!Number(slash[1], out step) || step < 1 || step > High)))
        {
            return $"'{part}' has no usable step for the {Noun}; write for example */2.";
        }

        var (low, high) = (Low, High);
        if (slash[0] != "*")
        {
            var ends = slash[0].Split('-');
            if (ends.Length > 2 || !Value(ends[0], out low) || !Value(ends[^1], out high))
            {
                return $"'{slash[0]}' is not a {Noun}; write {Low} to {High}{(Names.Length > 0 ? $" or {Names[0]} to {Names[^1]}" : "")}, a range like a-b, or *.";
            }

            if (this == DayOfWeek && ends.Length == 2 && high == 0 && low > 0)
            {
                high = 7; // SAT-SUN
            }

            if (high < low)
            {
                return $"The range '{slash[0]}' of the {Noun} runs backwards; put the smaller value first or write a list.";
            }

            // 10/20 starts at 10 and goes on to the end of the range.
            high = ends.Length == 1 && slash.Length == 2 ? High : high;
        }
        else if (this == DayOfWeek)
        {
            high = 6; // all days, each once, so that a step counts from Sunday
        }

        for (var value = low; value <= high; value += step)
        {
            values.Add(this == DayOfWeek ? value % 7 : value);
        }

        return null;
    }

    private bool Value(string text, out int value)
    {
        var name = Array.FindIndex(Names, known => known.Equals(text, StringComparison.OrdinalIgnoreCase));
        value = name + Low;
        return name >= 0 || (Number(text, out value) && value >= Low && value <= High);
    }

    private static bool Number(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
