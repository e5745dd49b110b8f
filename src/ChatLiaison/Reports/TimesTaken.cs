using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>From when to when something took on the cases of one priority: the same place in each array is the same case.</summary>
internal sealed record TakenTimes(Priority Priority, int[] Customers, Instant[] From, Instant[] To);

/// <summary>Sums up how long things took, each on the calendar that its promise was counted in (K7). Pure.</summary>
/// <param name="calendarOf">The calendar that a customer has of its own; null for the policy's.</param>
internal sealed class TimesTaken(Playbook.Playbook playbook, Func<int, string?> calendarOf)
{
    private readonly Dictionary<string, PromisePlan> plans = new(StringComparer.Ordinal);

    public TimeSummary Sum(IReadOnlyList<TakenTimes> taken)
    {
        if (taken.Count == 0)
        {
            return new(Spread.None, Spread.None);
        }

        var (first, last) = (taken.Min(t => t.From.Min()), taken.Max(t => t.To.Max()));
        var hours = new Dictionary<string, WorkingTime>(StringComparer.Ordinal);
        var working = new long[taken.Sum(t => t.From.Length)];
        var calendar = new long[working.Length];
        var place = 0;
        foreach (var times in taken)
        {
            for (var i = 0; i < times.From.Length; i++, place++)
            {
                var counted = CalendarFor(times.Priority, times.Customers[i]);
                var open = hours.TryGetValue(counted.Name, out var known) ? known : hours[counted.Name] = new(counted, first, last);
                working[place] = open.Elapsed(times.From[i], times.To[i]).BclCompatibleTicks;
                calendar[place] = Math.Max(0, (times.To[i] - times.From[i]).BclCompatibleTicks);
            }
        }

        return new(DigestRules.SpreadOf(working), DigestRules.SpreadOf(calendar));
    }

    private BusinessCalendar CalendarFor(Priority priority, int customer)
    {
        var own = calendarOf(customer);
        if (!plans.TryGetValue(own ?? "", out var plan))
        {
            plan = plans[own ?? ""] = new(playbook, own);
        }

        return plan.Policy.Calendar(plan.CalendarFor(priority));
    }
}
