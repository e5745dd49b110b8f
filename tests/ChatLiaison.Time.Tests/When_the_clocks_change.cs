using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Time.Tests;

/// <summary>The written rules of skipped and repeated hours, one example each, in each zone.</summary>
public class When_the_clocks_change
{
    [Theory]
    [InlineData("Europe/London", "2026-03-29", 23 * 60)]
    [InlineData("Europe/London", "2026-10-25", 25 * 60)]
    [InlineData("America/New_York", "2026-03-08", 23 * 60)]
    [InlineData("America/New_York", "2026-11-01", 25 * 60)]
    [InlineData("Australia/Sydney", "2026-10-04", 23 * 60)]
    [InlineData("Australia/Sydney", "2026-04-05", 25 * 60)]
    [InlineData("Australia/Lord_Howe", "2026-10-04", (23 * 60) + 30)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", (24 * 60) + 30)]
    [InlineData("America/Sao_Paulo", "2018-11-04", 23 * 60)]
    [InlineData("America/Sao_Paulo", "2018-02-17", 25 * 60)]
    [InlineData("Pacific/Apia", "2011-12-30", 0)]
    public void Counts_the_real_length_of_the_day(string zone, string day, int minutes) => MinutesOf(zone, day, "00:00-24:00").ShouldBe(minutes);

    [Theory]
    // London skips 01:00-02:00 on 29 March and repeats it on 25 October.
    [InlineData("2026-03-29", "00:00-04:00", 180)]
    [InlineData("2026-03-29", "01:15-01:45", 0)]
    [InlineData("2026-03-29", "01:30-03:00", 60)]
    [InlineData("2026-03-29", "00:30-01:30", 30)]
    [InlineData("2026-10-25", "00:00-04:00", 300)]
    [InlineData("2026-10-25", "01:00-02:00", 120)]
    [InlineData("2026-10-25", "01:30-03:00", 150)]
    [InlineData("2026-10-25", "00:30-01:30", 120)]
    [InlineData("2026-10-25", "00:00-01:00", 60)]
    [InlineData("2026-10-25", "02:00-03:00", 60)]
    [InlineData("2026-10-25", "00:00-01:30 01:40-03:00", 240)]
    public void Moves_boundaries_by_the_written_rules(string day, string open, int minutes) => MinutesOf("Europe/London", day, open).ShouldBe(minutes);

    [Fact]
    public void Moves_a_skipped_opening_time_to_the_end_of_the_gap() =>
        Night(At.London, "Sun 01:30-05:00").NextOpening(At.Utc("2026-03-29 00:00")).ShouldBe(At.Utc("2026-03-29 01:00"));

    [Fact]
    public void Opens_at_the_earlier_and_closes_at_the_later_occurrence()
    {
        var calendar = Night(At.London, "Sun 01:15-01:45");
        calendar.NextOpening(At.Utc("2026-10-24 12:00")).ShouldBe(At.Utc("2026-10-25 00:15"));
        calendar.IsOpen(At.Utc("2026-10-25 01:44")).ShouldBeTrue();
        calendar.IsOpen(At.Utc("2026-10-25 01:45")).ShouldBeFalse();
    }

    [Fact]
    public void Adds_across_a_skipped_and_a_repeated_hour()
    {
        var calendar = Night(At.London, "Sun 00:00-04:00");
        calendar.Add(At.Utc("2026-03-29 00:00"), Duration.FromHours(3)).ShouldBe(At.Utc("2026-03-29 03:00"));
        calendar.Add(At.Utc("2026-10-24 23:00"), Duration.FromHours(5)).ShouldBe(At.Utc("2026-10-25 04:00"));
    }

    [Fact]
    public void Agrees_with_plain_time_when_open_round_the_clock() =>
        Any.Holds(
            from zone in Any.Zone from at in Any.InstantIn(zone) from wait in Any.Wait select (zone, at, wait),
            given =>
            {
                // The far holiday keeps the calendar off its shortcut for round the clock.
                var calendar = new BusinessCalendar("full", given.zone, OpeningHours.RoundTheClock, [new Holiday(new LocalDate(1900, 1, 1), "Long ago")]);
                return calendar.Elapsed(given.at, given.at + given.wait) == given.wait && calendar.Add(given.at, given.wait) == given.at + given.wait;
            });

    private static long MinutesOf(string zone, string day, string open)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        var only = new CalendarException(date, At.Hours($"Mon-Sun {open}").On(date.DayOfWeek), "The day");
        var calendar = new BusinessCalendar("one day", At.Zone(zone), OpeningHours.Closed, null, [only]);
        var noon = date.At(new LocalTime(12, 0)).InUtc().ToInstant();
        return (long)calendar.Elapsed(noon - Duration.FromDays(3), noon + Duration.FromDays(3)).TotalMinutes;
    }

    private static BusinessCalendar Night(DateTimeZone zone, string hours) => new("night", zone, At.Hours(hours));
}
