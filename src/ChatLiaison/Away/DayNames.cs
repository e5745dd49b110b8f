using NodaTime;

namespace ChatLiaison.Away;

/// <summary>Days that have names: today, next week, Tuesday, this afternoon.</summary>
internal sealed class DayNames(LocalCalendar calendar)
{
    /// <summary>The day that words from a place on name, and how many of them; null when they name none.</summary>
    public (TimePoint Day, int Words)? Find(List<TimeWord> words, int at)
    {
        var (word, next) = (words[at].Word, at + 1 < words.Count ? words[at + 1].Word : "");
        var today = calendar.Today;
        return word switch
        {
            "today" or "now" => (TimePoint.Day(today), 1),
            "eod" => (TimePoint.Day(today) with { IsEnd = true }, 1),
            "eow" => (ThisWeek() with { IsEnd = true }, 1),
            "rest" or "end" => Rest(words, at),
            "tonight" => (Within(today, DayPart.Evening), 1),
            "tomorrow" or "tmrw" or "tmw" or "tomorow" or "tommorow" or "tommorrow" => (TimePoint.Day(today.PlusDays(1)), 1),
            "day" when next == "after" && at + 2 < words.Count && words[at + 2].Word == "tomorrow" => (TimePoint.Day(today.PlusDays(2)), 3),
            "day" => (TimePoint.Day(today), 1),
            "weekend" => (TimePoint.Day(Coming(IsoDayOfWeek.Saturday), 2), 1),
            "week" => (ThisWeek(), 1),
            "this" or "next" => Relative(word == "next", next),
            _ when PartOf(word) is { } part => (Within(today, part), 1),
            _ when AwayWords.Weekdays.TryGetValue(word, out var weekday) => (TimePoint.Day(Coming(weekday)) with { IsWeekday = true }, 1),
            _ => null,
        };
    }

    public static DayPart? PartOf(string word) => word switch
    {
        "morning" => DayPart.Morning,
        "afternoon" => DayPart.Afternoon,
        "evening" or "night" => DayPart.Evening,
        _ => null,
    };

    public static TimePoint Within(LocalDate date, DayPart part) => part switch
    {
        DayPart.Morning => new(date.AtMidnight(), date + LocalTime.Noon, false) { Rest = false },
        DayPart.Afternoon => new(date + LocalTime.Noon, date.PlusDays(1).AtMidnight(), false),
        _ => new(date + new LocalTime(17, 0), date.PlusDays(1).AtMidnight(), false),
    };

    private (TimePoint Day, int Words)? Rest(List<TimeWord> words, int at)
    {
        var count = 1;
        while (at + count < words.Count && words[at + count].Word is "of" or "the" or "this")
        {
            count++;
        }

        var unit = at + count < words.Count ? words[at + count].Word : "";
        return unit switch
        {
            "day" or "today" => (TimePoint.Day(calendar.Today) with { IsEnd = true }, count + 1),
            "week" => (ThisWeek() with { IsEnd = true }, count + 1),
            _ => null,
        };
    }

    private (TimePoint Day, int Words)? Relative(bool next, string word)
    {
        var today = calendar.Today;
        var monday = today.PlusDays(-((int)today.DayOfWeek - 1));
        return word switch
        {
            "week" => (next ? TimePoint.Day(monday.PlusWeeks(1), 7) : ThisWeek(), 2),
            "weekend" => (TimePoint.Day(next ? monday.PlusDays(12) : Coming(IsoDayOfWeek.Saturday), 2), 2),
            "month" when next => (Month(today.PlusMonths(1)), 2),
            _ when PartOf(word) is { } part => (Within(today, part), 2),
            _ when AwayWords.Weekdays.TryGetValue(word, out var weekday) => (TimePoint.Day(next ? monday.PlusWeeks(1).PlusDays((int)weekday - 1) : Coming(weekday)) with { IsWeekday = true }, 2),
            _ => null,
        };
    }

    private TimePoint ThisWeek()
    {
        var today = calendar.Today;
        return TimePoint.Day(today, 8 - (int)today.DayOfWeek);
    }

    private static TimePoint Month(LocalDate within)
    {
        var first = new LocalDate(within.Year, within.Month, 1);
        return TimePoint.Day(first, Period.DaysBetween(first, first.PlusMonths(1)));
    }

    /// <summary>Today when it is that day.</summary>
    private LocalDate Coming(IsoDayOfWeek weekday) => calendar.Today.PlusDays(((int)weekday - (int)calendar.Today.DayOfWeek + 7) % 7);
}

internal enum DayPart
{
    Morning,
    Afternoon,
    Evening,
}
