using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Time.Tests;

public class CronTests
{
    [Theory]
    [InlineData("0 9 * * MON-FRI", "2026-03-06 09:00", "2026-03-09 09:00")]
    [InlineData("*/15 * * * *", "2026-03-06 09:01", "2026-03-06 09:15")]
    [InlineData("10-40/10 8,20 * * *", "2026-03-06 08:40", "2026-03-06 20:10")]
    [InlineData("5/20 * * * *", "2026-03-06 08:26", "2026-03-06 08:45")]
    [InlineData("30 17 1 JAN,jul *", "2026-03-06 08:00", "2026-07-01 17:30")]
    [InlineData("0 0 29 2 *", "2026-03-06 08:00", "2028-02-29 00:00")]
    [InlineData("0 0 * * 7", "2026-03-06 08:00", "2026-03-08 00:00")]
    [InlineData("0 0 * * SAT-SUN", "2026-03-08 00:00", "2026-03-14 00:00")]
    [InlineData("0 0 13 * FRI", "2026-03-07 00:00", "2026-03-13 00:00")]
    [InlineData("0 0 15 * FRI", "2026-03-13 00:00", "2026-03-15 00:00")]
    [InlineData("0 0 */2 * FRI", "2026-03-06 00:00", "2026-03-13 00:00")]
    public void Fires_next(string text, string after, string next) => Read(text).Next(At.Utc(after), DateTimeZone.Utc).ShouldBe(At.Utc(next));

    [Theory]
    [InlineData("0 9 * * MON-FRI", "2026-03-08 12:00", "2026-03-06 09:00")]
    [InlineData("0 9 * * MON-FRI", "2026-03-06 09:00", "2026-03-06 09:00")]
    [InlineData("0 9 * * MON-FRI", "2026-03-06 08:59", "2026-03-05 09:00")]
    public void Knows_when_it_fired_last(string text, string at, string latest) =>
        Read(text).LatestAtOrBefore(At.Utc(at), DateTimeZone.Utc).ShouldBe(At.Utc(latest));

    [Fact]
    public void Never_fires_on_a_day_that_does_not_exist()
    {
        Read("0 0 30 2 *").Next(At.Utc("2026-01-01 00:00"), At.London).ShouldBeNull();
        Read("0 0 30 2 *").LatestAtOrBefore(At.Utc("2026-01-01 00:00"), At.London).ShouldBeNull();
    }

    [Fact]
    public void Fires_a_skipped_time_once_at_the_end_of_the_gap()
    {
        var cron = Read("0,30 1,2 * * *");
        cron.Next(At.Utc("2026-03-28 12:00"), At.London).ShouldBe(At.Utc("2026-03-29 01:00"));
        cron.Next(At.Utc("2026-03-29 01:00"), At.London).ShouldBe(At.Utc("2026-03-29 01:30"));
    }

    [Fact]
    public void Fires_a_repeated_time_once_at_its_first_occurrence()
    {
        var cron = Read("30 1 * * *");
        cron.Next(At.Utc("2026-10-24 12:00"), At.London).ShouldBe(At.Utc("2026-10-25 00:30"));
        cron.Next(At.Utc("2026-10-25 00:30"), At.London).ShouldBe(At.Utc("2026-10-26 01:30"));
        cron.LatestAtOrBefore(At.Utc("2026-10-25 01:45"), At.London).ShouldBe(At.Utc("2026-10-25 00:30"));
    }

    [Theory]
    [InlineData("0 9 * *", "'0 9 * *' has 4 fields and needs 5: minute, hour, day of the month, month, day of the week; for example 0 9 * * MON-FRI.")]
    [InlineData("60 * * * *", "'60' is not a minute; write 0 to 59, a range like a-b, or *.")]
    [InlineData("0 9 * FOO *", "'FOO' is not a month; write 1 to 12 or JAN to DEC, a range like a-b, or *.")]
    [InlineData("0 9 * * FRI-MON", "The range 'FRI-MON' of the day of the week runs backwards; put the smaller value first or write a list.")]
    [InlineData("*/0 * * * *", "'*/0' has no usable step for the minute; write for example */2.")]
    [InlineData("1, * * * *", "'' is not a minute; write 0 to 59, a range like a-b, or *.")]
    [InlineData("0 9 -1 * *", "'-1' is not a day of the month; write 1 to 31, a range like a-b, or *.")]
    public void Refuses_with_a_sentence_that_says_what_to_write(string text, string expected)
    {
        Cron.TryParse(text, out var cron, out var error).ShouldBeFalse();
        cron.ShouldBeNull();
        error.ShouldBe(expected);
    }

    private static Cron Read(string text) => Cron.TryParse(text, out var cron, out var error) ? cron : throw new ArgumentException(error);
}
