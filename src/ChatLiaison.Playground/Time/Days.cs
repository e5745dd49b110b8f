namespace ChatLiaison.Playground.Time;

/// <summary>The sample team's days, in the zone where most of it sits.</summary>
public static class Days
{
    public const string ZoneId = "Europe/London";

    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(ZoneId);

    /// <summary>The first Monday at nine after an instant.</summary>
    public static DateTimeOffset NextMonday(DateTimeOffset now)
    {
        var monday = LastMonday(now);
        return monday > now ? monday : Nine(monday, 7);
    }

    /// <summary>The latest Monday at nine that is not after an instant.</summary>
    public static DateTimeOffset LastMonday(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Zone);
        var thisWeek = Nine(now, -(((int)local.DayOfWeek + 6) % 7));
        return thisWeek <= now ? thisWeek : Nine(thisWeek, -7);
    }

    private static DateTimeOffset Nine(DateTimeOffset day, int later)
    {
        var at = TimeZoneInfo.ConvertTime(day, Zone).Date.AddDays(later) + Morning;
        return new DateTimeOffset(at, Zone.GetUtcOffset(at)).ToUniversalTime();
    }
}
