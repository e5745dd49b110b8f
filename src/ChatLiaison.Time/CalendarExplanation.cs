using NodaTime;

namespace ChatLiaison.Time;

/// <summary>Tells a stretch of time as spans that a person can check: what was counted, what was skipped, and why.</summary>
internal sealed class CalendarExplanation(OpeningTimeline timeline)
{
    private readonly List<CountedSpan> _spans = [];

    internal IReadOnlyList<CountedSpan> Between(Instant from, Instant to)
    {
        var cursor = from;
        foreach (var open in timeline.Between(from, to))
        {
            Skip(cursor, open.Start);
            Append(new CountedSpan(open.Start, open.End, true, WhyOpen(open.Day)));
            cursor = open.End;
        }

        Skip(cursor, to);
        return _spans;
    }

    private void Skip(Instant from, Instant to)
    {
        var cursor = from;
        for (var date = timeline.DateAt(from); cursor < to; date = date.PlusDays(1))
        {
            var end = Instant.Min(to, timeline.StartOfDay(date.PlusDays(1)));
            if (cursor < end)
            {
                Append(new CountedSpan(cursor, end, false, WhyClosed(date)));
                cursor = end;
            }
        }
    }

    private void Append(CountedSpan span)
    {
        if (_spans.Count > 0 && _spans[^1].Counted == span.Counted && _spans[^1].Reason == span.Reason)
        {
            _spans[^1] = _spans[^1] with { To = span.To };
        }
        else
        {
            _spans.Add(span);
        }
    }

    private string WhyOpen(LocalDate date) => timeline.ExceptionOn(date) is { } special ? $"open ({special.Name})" : "open";

    private string WhyClosed(LocalDate date)
    {
        if (timeline.IntervalsOn(date).Count > 0)
        {
            return "outside opening hours";
        }

        return timeline.ExceptionOn(date)?.Name
            ?? (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? "weekend" : "closed day");
    }
}
