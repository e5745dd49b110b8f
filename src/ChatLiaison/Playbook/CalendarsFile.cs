using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Playbook;

/// <summary>Reads <c>calendars.yaml</c>. The calendar <c>always</c> is there without being written.</summary>
internal static class CalendarsFile
{
    public static IReadOnlyDictionary<string, BusinessCalendar> Read(YamlMap file, DateTimeZone zone)
    {
        file.AllowOnly("calendars");
        var calendars = new Dictionary<string, BusinessCalendar>(StringComparer.Ordinal) { [BusinessCalendar.Always.Name] = BusinessCalendar.Always };
        var written = file.Map("calendars");
        foreach (var name in written.Keys)
        {
            var map = written.Map(name);
            if (name == BusinessCalendar.Always.Name)
            {
                map.Wrong($"The calendar '{name}' is built in and can't be changed. Write another name, such as business, instead.");
            }
            else
            {
                // A broken calendar still has its name: whoever names it is not wrong as well.
                calendars[name] = Calendar(name, map, zone) ?? BusinessCalendar.Always;
            }
        }

        return calendars;
    }

    private static BusinessCalendar? Calendar(string name, YamlMap map, DateTimeZone zone)
    {
        map.AllowOnly("time_zone", "hours", "holidays", "exceptions");
        var own = map.Find("time_zone");
        var where = own is null ? zone : own.Zone();
        var hours = map.Need("hours", "Mon-Fri 09:00-17:30")?.Hours();
        var holidays = Each(map, "holidays", Holiday);
        var exceptions = Each(map, "exceptions", Exception);
        if (where is null || hours is null)
        {
            return null;
        }

        try
        {
            return new BusinessCalendar(name, where, hours, holidays, exceptions);
        }
        catch (ArgumentException refused)
        {
            var reason = refused.Message.Split(" (Parameter", 2)[0];
            map.Wrong($"{reason} Write hours: Mon-Fri 09:00-17:30, or one line for each date, instead.");
            return null;
        }
    }

    private static List<T> Each<T>(YamlMap map, string key, Func<YamlMap, T?> read)
        where T : class =>
        [.. (map.Find(key)?.List() ?? []).Select(item => item.Map()).OfType<YamlMap>().Select(read).OfType<T>()];

    private static Holiday? Holiday(YamlMap map)
    {
        map.AllowOnly("date", "name");
        var date = map.Need("date", "2026-12-25")?.Date();
        var name = map.Need("name", "Christmas Day")?.Text();
        return date is null || name is null ? null : new Holiday(date.Value, name);
    }

    private static CalendarException? Exception(YamlMap map)
    {
        map.AllowOnly("date", "name", "hours");
        var date = map.Need("date", "2026-12-24")?.Date();
        var name = map.Need("name", "Christmas Eve")?.Text();
        var hours = map.Need("hours", "09:00-13:00");
        var open = hours?.Text() is { } text ? Day(hours, text) : null;
        return date is null || name is null || open is null ? null : new CalendarException(date.Value, open, name);
    }

    private static IReadOnlyList<OpenInterval>? Day(YamlValue value, string text)
    {
        if (text == "closed")
        {
            return [];
        }

        // The hours of one day are written without a weekday; any will do to read them.
        if (OpeningHours.TryParse($"Mon {text}", out var week, out _) && week.On(IsoDayOfWeek.Tuesday).Count == 0)
        {
            return week.On(IsoDayOfWeek.Monday);
        }

        value.Wrong($"'{text}' are not the hours of one day. Write 09:00-13:00, several such spans, or closed instead.");
        return null;
    }
}
