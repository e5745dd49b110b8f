using NodaTime;

namespace ChatLiaison.Away;

/// <summary>A day, a part of one, or a time of day.</summary>
/// <param name="Starts">Where it begins, in local time.</param>
/// <param name="Ends">Where it is over.</param>
/// <param name="IsWhole">It is whole days.</param>
internal sealed record TimePoint(LocalDateTime Starts, LocalDateTime Ends, bool IsWhole)
{
    /// <summary>The time of day that was said; null when only a day was.</summary>
    public LocalTime? Time
    {
        get;
        init
        {
            field = value;
            if (value is { } time)
            {
                Starts = Starts.Date + time;
                IsWhole = false;
            }
        }
    }

    public bool DaySaid { get; init; } = true;

    /// <summary>It runs to where the next working day begins.</summary>
    public bool Rest { get; init; } = true;

    /// <summary>The end of a day or week was named.</summary>
    public bool IsEnd { get; init; }

    /// <summary>A day of the week was named: it comes again.</summary>
    public bool IsWeekday { get; init; }

    /// <summary>The same day of the week, not before an instant.</summary>
    public TimePoint NotBefore(LocalDateTime earliest) => IsWeekday && Ends <= earliest ? Shifted(7) : this;

    public TimePoint Shifted(int days) => this with { Starts = Starts.PlusDays(days), Ends = Ends.PlusDays(days) };

    public static TimePoint Day(LocalDate date, int days = 1) => new(date.AtMidnight(), date.PlusDays(days).AtMidnight(), true);
}

/// <summary>A length: whole days, or an exact time.</summary>
internal sealed record TimeLength(Duration Exact, int Days);

/// <summary>Reads days, times and lengths, word by word. What can't be understood is noted in <see cref="Wrong"/>; the first time counts.</summary>
internal sealed class TimeReader(List<TimeWord> words, LocalCalendar calendar)
{
    private int at;

    public string Wrong { get; private set; } = "";

    /// <summary>The word that is next; null at the end.</summary>
    public TimeWord? Left => at < words.Count ? words[at] : null;

    public bool AtTime => Left?.Kind == TimeWordKind.Time;

    private bool AtHour => Left is { Kind: TimeWordKind.Number, Number: <= 24 };

    /// <summary>"For" with a length behind it stands here, and is skipped.</summary>
    public bool TryFor()
    {
        if (Left?.Word != "for")
        {
            return false;
        }

        at++;
        at -= AtLength ? 0 : 1;
        return Left?.Word != "for";
    }

    /// <summary>A length stands here: a number with a unit, or "an hour".</summary>
    public bool AtLength => Left is { } first && (first.Kind == TimeWordKind.Number || first.Word is "a" or "an" or "half" or "one" or "two" or "three") && IsUnit(UnitAfter());

    public void Fail(string wrong) => Wrong = Wrong.Length == 0 ? wrong : Wrong;

    public bool TrySkip(params ReadOnlySpan<string> any)
    {
        if (Left is { Kind: TimeWordKind.Word } word && any.Contains(word.Word))
        {
            at++;
            return true;
        }

        return false;
    }

    /// <summary>A range of days of one month: <c>1-5 Dec</c>.</summary>
    public bool HasRange(string[] through) =>
        at + 2 < words.Count && words[at].Kind == TimeWordKind.Number && through.Contains(words[at + 1].Word) && words[at + 2].Kind == TimeWordKind.Number;

    /// <param name="monthOf">A bare number is a day or an hour that what follows explains.</param>
    /// <param name="after">What it comes after: it lends its day to a time and its month to a number.</param>
    public TimePoint Point(bool monthOf = false, TimePoint? after = null)
    {
        TrySkip("the");
        var day = Day(monthOf, after);
        if ((TrySkip("at", "from") && AtHour) || AtTime)
        {
            var time = TimeOfDay();
            day ??= TimeAlone(after);
            day = day with { Time = time };
            if (!day.DaySaid && Day(false, null, optional: true) is { } said)
            {
                day = said with { Time = time };
            }
        }

        if (day is null)
        {
            Fail(Left is { } strange ? $"I don't understand '{strange.Word}' as a day or time. Write for instance tomorrow, Tuesday 9:00 or 1 Dec." : "Say until when, for instance: until Tuesday 9:00.");
            return TimePoint.Day(calendar.Today);
        }

        return Part(day);
    }

    public LocalTime TimeOfDay()
    {
        var word = words[at++];
        return word.Kind == TimeWordKind.Number ? new LocalTime(word.Number % 24, 0) : word.Time;
    }

    public TimeLength Length()
    {
        var exact = Duration.Zero;
        var days = 0;
        var counted = 0;
        while (AtLength || (counted > 0 && Left is { Kind: TimeWordKind.Number } && at == words.Count - 1))
        {
            counted++;
            var (minutes, whole) = OneLength();
            exact += Duration.FromMinutes(minutes);
            days += whole;
            TrySkip("and");
        }

        if (counted == 0 || (days > 0 && exact > Duration.Zero) || (days == 0 && exact <= Duration.Zero))
        {
            Fail("That is no length of time. Write for instance 30 min, 2h, 1h30, 3 days or 1 week.");
        }

        return new TimeLength(exact, days);
    }

    private (int Minutes, int Days) OneLength()
    {
        var first = words[at++];
        var half = first.Word == "half" || (first.Word == "a" && Left?.Word == "half");
        while (Left?.Word is "a" or "an" or "half")
        {
            at++;
        }

        var number = first.Kind == TimeWordKind.Number ? first.Number : first.Word switch { "two" => 2, "three" => 3, _ => 1 };
        var unit = Left is { Kind: TimeWordKind.Word } word ? word.Word : "";
        at += unit.Length > 0 ? 1 : 0;
        if (number > 5000)
        {
            Fail("That is more than a year. Write a shorter time.");
            return (1, 0);
        }

        // A number alone behind hours is minutes: 1h30.
        var minutes = unit.Length == 0 ? 1 : AwayWords.MinuteUnits.GetValueOrDefault(unit);
        var days = unit.Length == 0 ? 0 : AwayWords.DayUnits.GetValueOrDefault(unit);
        return half ? days > 0 ? (240, 0) : (minutes / 2, 0) : (number * minutes, number * days);
    }

    private TimePoint? Day(bool monthOf, TimePoint? after, bool optional = false)
    {
        TrySkip("on");
        if (Left is not { } word)
        {
            return null;
        }

        switch (word.Kind)
        {
            case TimeWordKind.Date:
                at++;
                return TimePoint.Day(word.Date);
            case TimeWordKind.Number:
                return optional ? null : Numbered(word.Number, monthOf, after);
            case TimeWordKind.Word when new DayNames(calendar).Find(words, at) is { } named:
                at += named.Words;
                return named.Day;
            case TimeWordKind.Word when AwayWords.Months.TryGetValue(word.Word, out var month):
                at++;
                return Monthly(month);
            default:
                return null;
        }
    }

    /// <summary><c>December 1</c>, or the whole of December.</summary>
    private TimePoint Monthly(int month)
    {
        if (Left is { Kind: TimeWordKind.Number, Number: <= 31 } day)
        {
            at++;
            return Dated(day.Number, month);
        }

        var first = new LocalDate(calendar.Today.Year, month, 1);
        first = first.PlusMonths(1) <= calendar.Today ? first.PlusYears(1) : first;
        return TimePoint.Day(first, Period.DaysBetween(first, first.PlusMonths(1)));
    }

    /// <summary><c>1 Dec</c>, <c>1</c> of <c>1-5 Dec</c>, or an hour of <c>from 14 to 16</c>.</summary>
    private TimePoint? Numbered(int number, bool monthOf, TimePoint? after)
    {
        at++;
        TrySkip("of");
        if (Left is { Kind: TimeWordKind.Word } next && AwayWords.Months.TryGetValue(next.Word, out var month))
        {
            at++;
            return Dated(number, month);
        }

        if (monthOf && words.Skip(at).FirstOrDefault(w => AwayWords.Months.ContainsKey(w.Word)) is { } later)
        {
            return Dated(number, AwayWords.Months[later.Word], keepYear: true);
        }

        if ((monthOf || after is { Time: not null }) && number <= 24)
        {
            var time = new LocalTime(number % 24, 0);
            return TimeAlone(after) with { Time = time };
        }

        if (after is { Time: null, DaySaid: true })
        {
            return Dated(number, after.Starts.Month);
        }

        Fail($"Is {number} a time or a day? Write {number % 24:00}:00, or {number} with its month, such as {Math.Clamp(number, 1, 28)} Dec.");
        return TimePoint.Day(calendar.Today);
    }

    private TimePoint Dated(int day, int month, bool keepYear = false)
    {
        int? year = null;
        if (!keepYear && Left is { Kind: TimeWordKind.Number, Number: >= 2000 and < 2200 } said)
        {
            at++;
            year = said.Number;
        }

        var wanted = year ?? calendar.Today.Year;
        if (day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year ?? 2024, month))
        {
            Fail($"There is no {day}. of that month. Write a date such as 1 Dec.");
            return TimePoint.Day(calendar.Today);
        }

        // The 29th of February waits for a year that has it.
        while (day > CalendarSystem.Iso.GetDaysInMonth(wanted, month) || (year is null && new LocalDate(wanted, month, day) < calendar.Today))
        {
            wanted++;
        }

        return TimePoint.Day(new LocalDate(wanted, month, day));
    }

    private TimePoint TimeAlone(TimePoint? after) => TimePoint.Day(after?.Starts.Date ?? calendar.Today) with { DaySaid = false };

    /// <summary><c>tomorrow morning</c>.</summary>
    private TimePoint Part(TimePoint day)
    {
        TrySkip("in", "the");
        if (Left is not { Kind: TimeWordKind.Word } word || DayNames.PartOf(word.Word) is not { } part)
        {
            return day;
        }

        at++;
        return DayNames.Within(day.Starts.Date, part);
    }

    private string UnitAfter()
    {
        var next = at;
        while (next < words.Count && (words[next].Word is "a" or "an" or "half" or "one" or "two" or "three" || (next == at && words[next].Kind == TimeWordKind.Number)))
        {
            next++;
        }

        return next < words.Count && words[next].Kind == TimeWordKind.Word ? words[next].Word : "";
    }

    private static bool IsUnit(string word) => AwayWords.MinuteUnits.ContainsKey(word) || AwayWords.DayUnits.ContainsKey(word);
}
