using System.Collections.Frozen;
using NodaTime;

namespace ChatLiaison.Time;

/// <summary>Joins holidays and dated exceptions into one exception a date.</summary>
internal static class CalendarDates
{
    internal static FrozenDictionary<LocalDate, CalendarException> Join(
        string calendar, IEnumerable<Holiday> holidays, IEnumerable<CalendarException> exceptions)
    {
        // Lists of two countries often hold the same day under two names.
        var dates = holidays.GroupBy(holiday => holiday.Date).ToDictionary(
            day => day.Key,
            day => new CalendarException(day.Key, [], string.Join(", ", day.Select(holiday => holiday.Name).Distinct())));

        var named = new HashSet<LocalDate>();
        foreach (var exception in exceptions)
        {
            if (!named.Add(exception.Date))
            {
                throw new ArgumentException($"The calendar '{calendar}' has two exceptions on {exception.Date:uuuu-MM-dd}; keep one.", nameof(exceptions));
            }

            // Ordered and free of overlap by the same rules as the usual week.
            var open = OpeningHours.Of(exception.Open.Select(interval => (exception.Date.DayOfWeek, interval))).On(exception.Date.DayOfWeek);
            dates[exception.Date] = exception with { Open = open };
        }

        return dates.ToFrozenDictionary();
    }
}
