using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace ChatLiaison.Time;

/// <summary>
/// The hours of each day in which a person is left in peace, local to that person; they may run past midnight. Hours that the
/// clocks skip or repeat follow the same rules as <see cref="BusinessCalendar"/>: a night is one stretch from its start to its end.
/// </summary>
public sealed record QuietHours
{
    /// <exception cref="ArgumentException">Start and end are the same time.</exception>
    public QuietHours(LocalTime start, LocalTime end)
    {
        if (start == end)
        {
            throw new ArgumentException("Quiet hours that start and end at the same time are either nothing or everything; leave them out.", nameof(end));
        }

        Start = start;
        End = end;
    }

    public LocalTime Start { get; }

    public LocalTime End { get; }

    /// <summary>Reads <c>22:00-07:00</c>. The error is one sentence that says what to write instead.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out QuietHours? hours, [NotNullWhen(false)] out string? error)
    {
        hours = null;
        error = TimeOfDayText.ReadSpan(text.Replace('–', '-'), out var start, out var end);
        if (error is null && start == end)
        {
            error = $"'{text}' would be quiet all day; write the hours of the night, for example 22:00-07:00.";
        }

        if (error is not null)
        {
            return false;
        }

        hours = new QuietHours(start, end);
        return true;
    }

    public bool Covers(Instant at, DateTimeZone zone) => CoveredUntil(at, zone) is not null;

    /// <summary>The first instant not before <paramref name="at"/> that is not quiet.</summary>
    public Instant EndsAt(Instant at, DateTimeZone zone)
    {
        // More than one step only where the clocks skip all of the waking hours between two stretches.
        while (CoveredUntil(at, zone) is { } end)
        {
            at = end;
        }

        return at;
    }

    public override string ToString() => $"{TimeOfDayText.Format(Start)}-{TimeOfDayText.FormatEnd(End)}";

    private Instant? CoveredUntil(Instant at, DateTimeZone zone)
    {
        var today = at.InZone(zone).Date;
        for (var days = -1; days <= 1; days++)
        {
            var date = today.PlusDays(days);
            var start = LocalBoundary.Start(zone, date + Start);
            var end = LocalBoundary.End(zone, date.PlusDays(End < Start ? 1 : 0) + End);
            if (start <= at && at < end)
            {
                return end;
            }
        }

        return null;
    }
}
