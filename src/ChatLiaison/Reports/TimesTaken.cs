using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>From when to when something took on one case.</summary>
internal readonly record struct TimeTaken(Priority Priority, int CustomerId, Instant From, Instant To);

/// <summary>Sums up how long things took, each on the calendar that its promise was counted in (K7). Pure.</summary>
/// <param name="calendarOf">The calendar that a customer has of its own; null for the policy's.</param>
internal sealed class TimesTaken(Playbook.Playbook playbook, Func<int, string?> calendarOf)
{
    public TimeSummary Sum(IReadOnlyList<TimeTaken> taken)
    {
        if (taken.Count == 0)
        {
            return new(Spread.None, Spread.None);
        }

        var (first, last) = (taken.Min(t => t.From), taken.Max(t => t.To));
        var byName = new Dictionary<string, WorkingTime>(StringComparer.Ordinal);
        var byCase = new Dictionary<(Priority, int), WorkingTime>();
        var working = new List<Duration>(taken.Count);
        foreach (var one in taken)
        {
            if (!byCase.TryGetValue((one.Priority, one.CustomerId), out var hours))
            {
                var calendar = CalendarFor(one);
                hours = byName.TryGetValue(calendar.Name, out var known) ? known : byName[calendar.Name] = new(calendar, first, last);
                byCase[(one.Priority, one.CustomerId)] = hours;
            }

            working.Add(hours.Elapsed(one.From, one.To));
        }

        return new(DigestRules.SpreadOf(working), DigestRules.SpreadOf([.. taken.Select(t => Duration.Max(t.To - t.From, Duration.Zero))]));
    }

    private BusinessCalendar CalendarFor(TimeTaken one)
    {
        var plan = new PromisePlan(playbook, calendarOf(one.CustomerId));
        return plan.Policy.Calendar(plan.CalendarFor(one.Priority));
    }
}
