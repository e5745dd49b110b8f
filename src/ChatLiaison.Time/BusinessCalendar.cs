using System.Diagnostics;
using NodaTime;

namespace ChatLiaison.Time;

/// <summary>
/// Says when working time counts. Opening hours are local to <see cref="Zone"/>; what is counted is real elapsed time:
/// <list type="bullet">
/// <item>an hour that the clocks skip inside opening hours does not exist, so it is not counted;</item>
/// <item>an hour that the clocks repeat inside opening hours is counted twice;</item>
/// <item>an opening or closing time that is skipped moves forward to the end of the gap;</item>
/// <item>an opening time that occurs twice takes the earlier occurrence, a closing time the later one; a closing time exactly
/// where the repeated period begins closes there;</item>
/// <item>round the clock without exceptions is plain elapsed time.</item>
/// </list>
/// An open span includes its first instant and excludes its last. The work done is proportional to the days between two instants.
/// </summary>
public sealed class BusinessCalendar
{
    /// <summary>A calendar that is closed for longer than this has come to its end.</summary>
    private static readonly Duration Horizon = Duration.FromDays(366);

    private static readonly Duration LongestWorkingTime = Duration.FromDays(3660);

    private readonly OpeningTimeline _timeline;
    private readonly bool _roundTheClock;

    /// <summary>
    /// Holidays of the same date share it (their names are joined); a dated exception overrides a holiday of its date.
    /// </summary>
    /// <exception cref="ArgumentException">The calendar would never be open, or two exceptions name one date.</exception>
    public BusinessCalendar(
        string name,
        DateTimeZone zone,
        OpeningHours hours,
        IEnumerable<Holiday>? holidays = null,
        IEnumerable<CalendarException>? exceptions = null)
    {
        var dated = CalendarDates.Join(name, holidays ?? [], exceptions ?? []);
        if (hours.Equals(OpeningHours.Closed) && dated.Values.All(exception => exception.Open.Count == 0))
        {
            throw new ArgumentException($"The calendar '{name}' is never open; give it opening hours on at least one weekday.", nameof(hours));
        }

        Name = name;
        Zone = zone;
        Hours = hours;
        Exceptions = [.. dated.Values.OrderBy(exception => exception.Date)];
        _roundTheClock = dated.Count == 0 && hours.Equals(OpeningHours.RoundTheClock);
        _timeline = new OpeningTimeline(zone, hours, dated);
    }

    /// <summary>24×7: every instant counts.</summary>
    public static BusinessCalendar Always { get; } = new("always", DateTimeZone.Utc, OpeningHours.RoundTheClock);

    public string Name { get; }

    public DateTimeZone Zone { get; }

    public OpeningHours Hours { get; }

    /// <summary>Holidays and days with hours of their own, by date.</summary>
    public IReadOnlyList<CalendarException> Exceptions { get; }

    /// <summary>
    /// The first instant by which <paramref name="workingTime"/> has been counted since <paramref name="start"/>: time that runs out at
    /// closing time is due then, not at the next opening; nothing added is <paramref name="start"/> itself.
    /// </summary>
    /// <exception cref="NoOpeningException">The calendar stays closed for more than 366 days on the way.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The working time is negative or over ten years.</exception>
    public Instant Add(Instant start, Duration workingTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingTime, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workingTime, LongestWorkingTime);
        if (_roundTheClock || workingTime == Duration.Zero)
        {
            return start + workingTime;
        }

        var left = workingTime;
        foreach (var span in OpenFrom(start))
        {
            if (left <= span.Length)
            {
                return span.Start + left;
            }

            left -= span.Length;
        }

        throw new UnreachableException();
    }

    /// <summary>The working time from one instant to another; zero when <paramref name="to"/> is not after <paramref name="from"/>.</summary>
    public Duration Elapsed(Instant from, Instant to)
    {
        if (to <= from)
        {
            return Duration.Zero;
        }

        return _roundTheClock
            ? to - from
            : _timeline.Between(from, to).Aggregate(Duration.Zero, (sum, span) => sum + span.Length);
    }

    /// <summary>The first open instant that is not before <paramref name="at"/>: itself when the calendar is open then.</summary>
    /// <exception cref="NoOpeningException">The calendar is closed for the next 366 days.</exception>
    public Instant NextOpening(Instant at) => OpenFrom(at).First().Start;

    public bool IsOpen(Instant at) => _timeline.Between(at, at.PlusNanoseconds(1)).Any();

    /// <summary>
    /// Every span from one instant to another, in order, without gap or overlap; the lengths of the counted ones sum to
    /// <see cref="Elapsed"/>. Empty when <paramref name="to"/> is not after <paramref name="from"/>.
    /// </summary>
    public IReadOnlyList<CountedSpan> Explain(Instant from, Instant to) =>
        to <= from ? [] : new CalendarExplanation(_timeline).Between(from, to);

    private IEnumerable<OpenSpan> OpenFrom(Instant start)
    {
        var cursor = start;
        while (true)
        {
            var searched = cursor;
            foreach (var span in _timeline.Between(searched, searched + Horizon))
            {
                cursor = span.End;
                yield return span;
            }

            if (cursor == searched)
            {
                throw new NoOpeningException(Name, searched);
            }
        }
    }
}
