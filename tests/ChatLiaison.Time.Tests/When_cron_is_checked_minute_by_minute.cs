using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Xunit;

namespace ChatLiaison.Time.Tests;

/// <summary>
/// A second opinion that knows nothing of local mappings: it walks real minutes, reads the wall clock, and fires when the clock
/// newly reaches a wanted minute. A jump forward reaches all that it skipped at once; a jump back reaches nothing new for a while.
/// </summary>
public class When_cron_is_checked_minute_by_minute
{
    [Fact]
    public void Next_and_latest_agree_with_the_walk() =>
        Any.Holds(
            from zone in Any.Zone
            from at in Any.InstantIn(zone)
            from minutes in Values(0, 59)
            from hours in Gen.OneOf(Values(0, 23), Values(0, 3))
            from daysOfMonth in Gen.OneOf(Gen.Constant<int[]?>(null), Values(1, 31))
            from daysOfWeek in Gen.OneOf(Gen.Constant<int[]?>(null), Values(0, 6))
            select (zone, at, wanted: new Wanted(minutes, hours, daysOfMonth, daysOfWeek)),
            given =>
            {
                var cron = Cron.TryParse(given.wanted.ToString(), out var read, out var error) ? read : throw new ArgumentException(error);
                var start = Instant.FromUnixTimeSeconds(given.at.ToUnixTimeSeconds() / 60 * 60) - Duration.FromHours(30);
                var end = start + Duration.FromHours(60);
                return FiredByWalk(given.zone, given.wanted, start, end).SequenceEqual(FiredByNext(cron, given.zone, start, end))
                    && LatestAgrees(cron, given.zone, start, end);
            },
            times: 400);

    private static Gen<int[]?> Values(int low, int high) =>
        Gen.OneOf(
            from count in Gen.Choose(1, 4) from values in Gen.Choose(low, high).ListOf(count) select (int[]?)[.. values],
            Gen.Constant<int[]?>(null));

    private static IEnumerable<Instant> FiredByWalk(DateTimeZone zone, Wanted wanted, Instant after, Instant until)
    {
        // Three days earlier, the clock has certainly reached its highest reading so far.
        var now = after - Duration.FromDays(3);
        var highest = now.InZone(zone).LocalDateTime;
        while (now < until)
        {
            now += Duration.FromMinutes(1);
            var reading = now.InZone(zone).LocalDateTime;
            var fires = false;
            while (highest < reading)
            {
                highest = highest.PlusMinutes(1);
                fires |= wanted.Matches(highest);
            }

            if (fires && now > after)
            {
                yield return now;
            }
        }
    }

    private static IEnumerable<Instant> FiredByNext(Cron cron, DateTimeZone zone, Instant after, Instant until)
    {
        for (var next = cron.Next(after, zone); next <= until; next = cron.Next(next.Value, zone))
        {
            yield return next.Value;
        }
    }

    private static bool LatestAgrees(Cron cron, DateTimeZone zone, Instant after, Instant until)
    {
        var fired = FiredByNext(cron, zone, after, until).Take(5).ToList();
        return fired.Zip(fired.Skip(1)).All(pair =>
            cron.LatestAtOrBefore(pair.First, zone) == pair.First
            && cron.LatestAtOrBefore(pair.Second - Duration.Epsilon, zone) == pair.First);
    }

    private sealed record Wanted(int[]? Minutes, int[]? Hours, int[]? DaysOfMonth, int[]? DaysOfWeek)
    {
        internal bool Matches(LocalDateTime time)
        {
            var ofMonth = DaysOfMonth?.Contains(time.Day);
            var ofWeek = DaysOfWeek?.Contains((int)time.DayOfWeek % 7);
            var day = ofMonth is null ? ofWeek ?? true : ofMonth.Value || (ofWeek ?? false);
            return day && Minutes?.Contains(time.Minute) != false && Hours?.Contains(time.Hour) != false;
        }

        public override string ToString() => $"{Text(Minutes)} {Text(Hours)} {Text(DaysOfMonth)} * {Text(DaysOfWeek)}";

        private static string Text(int[]? values) => values is null ? "*" : string.Join(',', values);
    }
}
