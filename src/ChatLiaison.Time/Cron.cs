using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace ChatLiaison.Time;

/// <summary>
/// A standard cron expression of five fields: minute, hour, day of the month, month, day of the week (0 and 7 are Sunday), with
/// lists, ranges, steps and the names MON–SUN and JAN–DEC. When both day fields are restricted, either is enough; when one of
/// them begins with <c>*</c>, both must agree (the rule of the classic Unix cron).
/// Times are local to the zone that is handed in. A time that the clocks skip fires once at the end of the gap; a time that
/// they repeat fires once, at its first occurrence.
/// Written here because no maintained library was available to this build.
/// </summary>
public sealed class Cron
{
    /// <summary>The longest wait of a possible expression: a 29 February on one of some weekdays, across a century without one.</summary>
    private const int SearchDays = 41 * 366;

    private readonly string _text;
    private readonly LocalTime[] _times;
    private readonly SortedSet<int> _daysOfMonth;
    private readonly SortedSet<int> _months;
    private readonly SortedSet<int> _daysOfWeek;
    private readonly bool _bothDays;

    private Cron(string[] words, SortedSet<int>[] sets)
    {
        _text = string.Join(' ', words);
        _times = [.. from hour in sets[1] from minute in sets[0] select new LocalTime(hour, minute)];
        (_daysOfMonth, _months, _daysOfWeek) = (sets[2], sets[3], sets[4]);
        _bothDays = words[2].StartsWith('*') || words[4].StartsWith('*');
    }

    /// <summary>Reads for example <c>0 9 * * MON-FRI</c>. The error is one sentence that says what to write instead.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Cron? cron, [NotNullWhen(false)] out string? error)
    {
        CronField[] fields = [CronField.Minute, CronField.Hour, CronField.DayOfMonth, CronField.Month, CronField.DayOfWeek];
        var words = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var sets = Array.ConvertAll(fields, _ => new SortedSet<int>());
        error = words.Length == fields.Length
            ? fields.Select((field, place) => field.Read(words[place], sets[place])).FirstOrDefault(found => found is not null)
            : $"'{text}' has {words.Length} fields and needs 5: minute, hour, day of the month, month, day of the week; for example 0 9 * * MON-FRI.";
        cron = error is null ? new Cron(words, sets) : null;
        return cron is not null;
    }

    /// <summary>The first time strictly after an instant; null when there is none (30 February).</summary>
    public Instant? Next(Instant after, DateTimeZone zone)
    {
        var first = after.InZone(zone).Date;
        for (var days = 0; days <= SearchDays; days++)
        {
            var date = first.PlusDays(days);
            foreach (var time in Falls(date) ? _times : [])
            {
                var at = LocalBoundary.Start(zone, date + time);
                if (at > after)
                {
                    return at;
                }
            }
        }

        return null;
    }

    /// <summary>The last time not after an instant; null when there is none.</summary>
    public Instant? LatestAtOrBefore(Instant instant, DateTimeZone zone)
    {
        // From the next day: where midnight is repeated, its first minutes have already been.
        var last = instant.InZone(zone).Date.PlusDays(1);
        for (var days = 0; days <= SearchDays; days++)
        {
            var date = last.PlusDays(-days);
            for (var place = Falls(date) ? _times.Length - 1 : -1; place >= 0; place--)
            {
                var at = LocalBoundary.Start(zone, date + _times[place]);
                if (at <= instant)
                {
                    return at;
                }
            }
        }

        return null;
    }

    public override string ToString() => _text;

    private bool Falls(LocalDate date)
    {
        var ofMonth = _daysOfMonth.Contains(date.Day);
        var ofWeek = _daysOfWeek.Contains((int)date.DayOfWeek % 7);
        return _months.Contains(date.Month) && (_bothDays ? ofMonth && ofWeek : ofMonth || ofWeek);
    }
}
