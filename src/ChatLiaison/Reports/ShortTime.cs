using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>Durations for the cells of small tables: <c>45m</c>, <c>1h30m</c>, <c>2d3h</c>.</summary>
internal static class ShortTime
{
    private const string Nothing = "–";

    /// <summary>Working time stays in hours: a working day is not 24 of them.</summary>
    public static string Hours(Duration? time)
    {
        if (time is not { } some)
        {
            return Nothing;
        }

        return some < Duration.FromHours(10)
            ? Compact(some)
            : $"{Math.Round(some.TotalHours, MidpointRounding.AwayFromZero)}h";
    }

    /// <summary>The two largest units.</summary>
    public static string Days(Duration? time)
    {
        if (time is not { } some)
        {
            return Nothing;
        }

        return some < Duration.FromDays(1) ? Compact(some) : DurationText.Format(Whole(some, NodaConstants.SecondsPerHour));
    }

    private static string Compact(Duration time) =>
        DurationText.Format(Whole(time, time < Duration.FromMinutes(1) ? 1 : NodaConstants.SecondsPerMinute));

    private static Duration Whole(Duration time, int seconds) =>
        Duration.FromSeconds(Math.Round(time.TotalSeconds / seconds, MidpointRounding.AwayFromZero) * seconds);
}
