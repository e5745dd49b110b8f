using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Time.Tests;

public class QuietHoursTests
{
    private static readonly QuietHours Night = new(new LocalTime(22, 0), new LocalTime(7, 0));

    [Theory]
    [InlineData("2026-03-02 21:59", "2026-03-02 21:59")]
    [InlineData("2026-03-02 22:00", "2026-03-03 07:00")]
    [InlineData("2026-03-03 00:00", "2026-03-03 07:00")]
    [InlineData("2026-03-03 06:59", "2026-03-03 07:00")]
    [InlineData("2026-03-03 07:00", "2026-03-03 07:00")]
    public void Lasts_until_the_morning(string at, string end)
    {
        var instant = At.Local(At.NewYork, at);
        Night.EndsAt(instant, At.NewYork).ShouldBe(At.Local(At.NewYork, end));
        Night.Covers(instant, At.NewYork).ShouldBe(at != end);
    }

    [Fact]
    public void May_lie_within_a_day()
    {
        var siesta = new QuietHours(new LocalTime(13, 0), new LocalTime(15, 0));
        siesta.EndsAt(At.Local(At.London, "2026-03-02 14:00"), At.London).ShouldBe(At.Local(At.London, "2026-03-02 15:00"));
        siesta.Covers(At.Local(At.London, "2026-03-02 15:00"), At.London).ShouldBeFalse();
    }

    [Fact]
    public void Is_one_stretch_though_the_clocks_go_back() =>
        new QuietHours(new LocalTime(22, 0), new LocalTime(1, 30)).EndsAt(At.Utc("2026-10-25 00:00"), At.London).ShouldBe(At.Utc("2026-10-25 01:30"));

    [Fact]
    public void Goes_on_where_the_clocks_skip_the_waking_hour() =>
        new QuietHours(new LocalTime(2, 0), new LocalTime(1, 0)).EndsAt(At.Utc("2026-03-29 00:30"), At.London).ShouldBe(At.Utc("2026-03-30 00:00"));

    [Theory]
    [InlineData("22:00-07:00", "22:00-07:00")]
    [InlineData("22:00 – 7:00", "22:00-07:00")]
    [InlineData("20:00-24:00", "20:00-24:00")]
    public void Reads_what_it_writes(string text, string canonical)
    {
        QuietHours.TryParse(text, out var hours, out _).ShouldBeTrue();
        hours!.ToString().ShouldBe(canonical);
    }

    [Theory]
    [InlineData("22:00", "'22:00' is not a span of the day; write it like 09:00-17:30.")]
    [InlineData("ten-six", "'ten-six' is not a span of the day; write it like 09:00-17:30.")]
    [InlineData("00:00-24:00", "'00:00-24:00' would be quiet all day; write the hours of the night, for example 22:00-07:00.")]
    [InlineData("07:00-07:00", "'07:00-07:00' starts and ends at the same time; give it a length, or write 00:00-24:00 for the whole day.")]
    public void Refuses_with_a_sentence_that_says_what_to_write(string text, string expected)
    {
        QuietHours.TryParse(text, out _, out var error).ShouldBeFalse();
        error.ShouldBe(expected);
    }

    [Fact]
    public void Is_over_when_it_says_and_not_before() =>
        Any.Holds(
            from zone in Any.Zone
            from at in Any.InstantIn(zone)
            from start in Gen.Choose(0, 95)
            from length in Gen.Choose(1, 95)
            select (zone, at, start, length),
            given =>
            {
                var hours = new QuietHours(
                    LocalTime.FromMinutesSinceMidnight(given.start * 15), LocalTime.FromMinutesSinceMidnight((given.start + given.length) % 96 * 15));
                var end = hours.EndsAt(given.at, given.zone);
                return !hours.Covers(end, given.zone)
                    && hours.Covers(given.at, given.zone) == end > given.at
                    && Enumerable.Range(0, 40).All(step => end == given.at || hours.Covers(given.at + ((end - given.at) * (step / 40d)), given.zone));
            });
}
