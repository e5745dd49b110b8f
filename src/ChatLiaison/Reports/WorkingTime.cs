using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>
/// The opening hours of a calendar over a stretch of time, summed up once, so that thousands of questions within it are two look-ups each.
/// Gives the same as <see cref="BusinessCalendar.Elapsed"/>.
/// </summary>
internal sealed class WorkingTime
{
    private readonly Instant[] starts;
    private readonly Duration[] lengths;
    private readonly Duration[] sums;

    /// <param name="calendar">The calendar that says when time counts.</param>
    /// <param name="from">No question may begin before this.</param>
    /// <param name="to">No question may end after this.</param>
    public WorkingTime(BusinessCalendar calendar, Instant from, Instant to)
    {
        var open = calendar.Explain(from, to).Where(span => span.Counted).ToList();
        starts = [.. open.Select(span => span.From)];
        lengths = [.. open.Select(span => span.Length)];
        sums = new Duration[open.Count];
        for (var i = 1; i < open.Count; i++)
        {
            sums[i] = sums[i - 1] + lengths[i - 1];
        }
    }

    public Duration Elapsed(Instant from, Instant to) => to <= from ? Duration.Zero : CountedTo(to) - CountedTo(from);

    private Duration CountedTo(Instant at)
    {
        var place = Array.BinarySearch(starts, at);
        var span = place >= 0 ? place : ~place - 1;
        return span < 0 ? Duration.Zero : sums[span] + Duration.Min(at - starts[span], lengths[span]);
    }
}
