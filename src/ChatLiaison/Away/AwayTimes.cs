using NodaTime;

namespace ChatLiaison.Away;

/// <summary>From when until when; or what is wrong, in one sentence with a cure.</summary>
/// <param name="RestAt">Where words begin that are no time: a reason, perhaps; -1 when there are none.</param>
internal sealed record AwaySpan(Instant From, Instant Until, string Wrong, int RestAt = -1)
{
    public static AwaySpan No(string wrong) => new(default, default, wrong);
}

/// <summary>
/// Reads when somebody is away. A day ends where the next working day begins, since that is when people are back; <c>until</c> a day means
/// back on that day, <c>to</c> a day means away on it too.
/// </summary>
internal sealed class AwayTimes(LocalCalendar calendar)
{
    private const int DaysAtMost = 366;
    private const string Examples = "Write for instance: tomorrow, 2h, until Tuesday 9:00, from 1 Dec to 5 Dec, today from 14:00 to 16:00.";

    private static readonly string[] Starting = ["from", "starting", "beginning", "since"];
    private static readonly string[] UpTo = ["until", "till", "til", "untill", "back"];
    private static readonly string[] Through = ["to", "through", "thru", "-", "and"];

    public AwaySpan Read(string text)
    {
        var (words, strange) = AwayWords.Cut(text);
        if (strange.Length > 0)
        {
            return AwaySpan.No(strange.Contains('/', StringComparison.Ordinal)
                ? "A date with a slash can be read two ways. Write it as 1 Dec or 2026-12-01."
                : $"I don't understand '{Commands.CommandWords.Cut(strange, 40)}' as a time. {Examples}");
        }

        if (words.Count == 0)
        {
            return AwaySpan.No($"Say until when you are away. {Examples}");
        }

        var reader = new TimeReader(words, calendar);
        var (from, until) = Span(reader);
        if (reader.Wrong.Length > 0)
        {
            return AwaySpan.No(reader.Wrong);
        }

        return reader.Left switch
        {
            null => Checked(from, until, -1),
            { Kind: TimeWordKind.Word, Word: not "-" } rest when !text[rest.At..].Any(char.IsAsciiDigit) => Checked(from, until, rest.At),
            { } rest => AwaySpan.No($"I don't understand '{rest.Word}' there. {Examples}"),
        };
    }

    private (Instant From, Instant Until) Span(TimeReader reader)
    {
        if (reader.TrySkip(UpTo))
        {
            reader.TrySkip("on", "at", "by", "until");
            return (calendar.Now, BackAt(reader, reader.Point(), calendar.Here));
        }

        if (reader.TrySkip("in"))
        {
            var delay = reader.Length();
            if (delay.Days > 0 || !reader.TryFor())
            {
                reader.Fail("Say for how long as well, for instance: in 2 hours for 30 min. Days are best written as a date.");
                return (calendar.Now, calendar.Now);
            }

            return (calendar.Now + delay.Exact, Ends(calendar.Now + delay.Exact, reader.Length()));
        }

        if (reader.AtLength || reader.TryFor())
        {
            var length = reader.Length();
            return reader.TrySkip([.. Starting, "on"]) ? FromFor(reader, reader.Point(), length) : (calendar.Now, Ends(calendar.Now, length));
        }

        reader.TrySkip("for");
        return FromTo(reader);
    }

    private (Instant From, Instant Until) FromTo(TimeReader reader)
    {
        var said = reader.TrySkip(Starting);
        reader.TrySkip("on", "all");
        var first = reader.Point(monthOf: said || reader.HasRange(Through));
        if (reader.Left is not null && reader.TryFor())
        {
            return FromFor(reader, first, reader.Length());
        }

        var (from, until) = (Begin(first), calendar.Now);
        if (reader.TrySkip(UpTo))
        {
            reader.TrySkip("on", "at", "by", "until");
            until = BackAt(reader, reader.Point(after: first).NotBefore(first.Starts), first.Starts);
        }
        else if (reader.TrySkip(Through))
        {
            var last = reader.Point(after: first).NotBefore(first.Starts);
            until = last.Time is not null ? BackAt(reader, last, first.Starts) : AfterWork(last);
        }
        else if (said && first.IsWhole && reader.Left is null)
        {
            reader.Fail("Say until when as well, for instance: from Monday until Friday.");
        }
        else
        {
            until = AfterWork(first);
        }

        // Times alone are of today as long as that is not over.
        return !first.DaySaid && until <= calendar.Now ? (calendar.Start(first.Starts.PlusDays(1)), until + Duration.FromDays(1)) : (from, until);
    }

    private Instant Begin(TimePoint first) =>
        first.Starts <= calendar.Here && first.Ends > calendar.Here ? calendar.Now : calendar.Start(first.Starts);

    /// <summary>When somebody who is away on a day is back.</summary>
    private Instant AfterWork(TimePoint last) => last.Rest ? calendar.Start(calendar.WorkBegins(last.Ends.Date)) : calendar.End(last.Ends);

    private (Instant From, Instant Until) FromFor(TimeReader reader, TimePoint first, TimeLength length)
    {
        if (length.Days == 0 && first.IsWhole)
        {
            reader.Fail("Say from what time, for instance: tomorrow 9:00 for 2h.");
        }

        var from = calendar.Start(first.Starts);
        from = from < calendar.Now ? calendar.Now : from;
        return (from, length.Days > 0 ? calendar.Start(calendar.WorkBegins(first.Starts.Date.PlusDays(length.Days))) : from + length.Exact);
    }

    private Instant Ends(Instant from, TimeLength length) =>
        length.Days > 0 ? calendar.Start(calendar.WorkBegins(calendar.Today.PlusDays(length.Days))) : from + length.Exact;

    /// <summary>Back at a point: the time that was said, else the beginning of work on that day, else the beginning of the part of the day.</summary>
    private Instant BackAt(TimeReader reader, TimePoint point, LocalDateTime after)
    {
        if (reader.Wrong.Length > 0)
        {
            return calendar.Now;
        }

        if (point.Time is { } time)
        {
            var at = point.DaySaid ? point.Starts.Date + time : after.Date + time;

            // A time without a day is the next one, and so is a day of the week.
            var again = at > after ? 0 : !point.DaySaid ? 1 : point.IsWeekday ? 7 : 0;
            return calendar.End(at.PlusDays(again));
        }

        if (!point.IsWhole)
        {
            return calendar.Start(point.Starts);
        }

        if (point.IsWeekday)
        {
            return calendar.Start(calendar.WorkBegins((point.Starts <= calendar.Here ? point.Shifted(7) : point).Starts.Date));
        }

        // "Until today" and "until the end of the week" can only mean that it is away still.
        return calendar.Start(calendar.WorkBegins(point.Starts <= calendar.Here || point.IsEnd ? point.Ends.Date : point.Starts.Date));
    }

    private AwaySpan Checked(Instant from, Instant until, int restAt)
    {
        from = from < calendar.Now ? calendar.Now : from;
        if (until <= calendar.Now)
        {
            return AwaySpan.No($"That is past already. {Examples}");
        }

        if (until <= from)
        {
            return AwaySpan.No("The end is not after the start. Turn them round, or write the day beside each time.");
        }

        return from > calendar.Now + Duration.FromDays(DaysAtMost) || until > from + Duration.FromDays(DaysAtMost)
            ? AwaySpan.No("That is more than a year. Write a shorter time; somebody who leaves is taken out of the directory by an admin.")
            : new AwaySpan(from, until, "", restAt);
    }
}
