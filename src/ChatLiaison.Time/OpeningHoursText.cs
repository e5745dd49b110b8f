using NodaTime;

namespace ChatLiaison.Time;

/// <summary>The compact text of opening hours, both ways.</summary>
internal static class OpeningHoursText
{
    private const string ClosedText = "closed";
    private const string Example = "Mon-Fri 09:00-17:30; Sat 10:00-14:00";

    /// <summary>Gives the error, or null when all of <paramref name="text"/> was added to <paramref name="opening"/>.</summary>
    internal static string? Read(string text, List<(IsoDayOfWeek, OpenInterval)> opening)
    {
        // Texts are often pasted: an en dash and spaces around a dash mean what they look like.
        var entries = text.Replace('–', '-').Replace(" -", "-", StringComparison.Ordinal).Replace("- ", "-", StringComparison.Ordinal)
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (entries is [var only] && only.Equals(ClosedText, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return entries.Length == 0
            ? $"The opening hours are empty; write for example {Example}."
            : entries.Select(entry => ReadEntry(entry, opening)).FirstOrDefault(error => error is not null);
    }

    internal static string Format(Func<IsoDayOfWeek, IReadOnlyList<OpenInterval>> on)
    {
        var groups = new List<(IsoDayOfWeek First, IsoDayOfWeek Last, string Times)>();
        foreach (var day in Weekdays.All)
        {
            var times = string.Join(' ', on(day));
            if (groups.Count > 0 && groups[^1].Times == times)
            {
                groups[^1] = groups[^1] with { Last = day };
            }
            else
            {
                groups.Add((day, day, times));
            }
        }

        var open = groups.Where(group => group.Times.Length > 0).Select(group => group.First == group.Last
            ? $"{Weekdays.ShortName(group.First)} {group.Times}"
            : $"{Weekdays.ShortName(group.First)}-{Weekdays.ShortName(group.Last)} {group.Times}").ToList();
        return open.Count == 0 ? ClosedText : string.Join("; ", open);
    }

    private static string? ReadEntry(string entry, List<(IsoDayOfWeek, OpenInterval)> opening)
    {
        var words = entry.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var names = words.TakeWhile(word => !char.IsAsciiDigit(word[0])).ToList();
        if (names.Count == 0 || names.Count == words.Length)
        {
            return $"'{entry}' needs both weekdays and times; write for example {Example}.";
        }

        var days = new List<IsoDayOfWeek>();
        return Weekdays.Read(string.Concat(names), days)
            ?? words.Skip(names.Count).Select(word => ReadTimes(word, days, opening)).FirstOrDefault(error => error is not null);
    }

    private static string? ReadTimes(string word, List<IsoDayOfWeek> days, List<(IsoDayOfWeek, OpenInterval)> opening)
    {
        var error = TimeOfDayText.ReadSpan(word, out var start, out var end);
        if (error is not null)
        {
            return error;
        }

        var pastMidnight = end != LocalTime.Midnight && end < start;
        foreach (var day in days)
        {
            opening.Add((day, new OpenInterval(start, pastMidnight ? LocalTime.Midnight : end)));
            if (pastMidnight)
            {
                opening.Add((Weekdays.Next(day), new OpenInterval(LocalTime.Midnight, end)));
            }
        }

        return null;
    }
}
