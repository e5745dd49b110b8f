using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Time.Tests;

public class BusinessCalendarTests
{
    private static readonly BusinessCalendar Office = new(
        "office", At.London, At.Hours("Mon-Fri 09:00-12:30 13:30-17:30"),
        [new Holiday(new LocalDate(2026, 12, 25), "Christmas Day")],
        [new CalendarException(new LocalDate(2026, 12, 26), [At.Open(10, 12)], "Stocktaking")]);

    [Theory]
    [InlineData("2026-03-02 09:00", 60, "2026-03-02 10:00")]
    [InlineData("2026-03-02 12:00", 60, "2026-03-02 14:00")]
    [InlineData("2026-03-02 07:00", 60, "2026-03-02 10:00")]
    [InlineData("2026-03-06 17:00", 60, "2026-03-09 09:30")]
    [InlineData("2026-03-07 11:00", 60, "2026-03-09 10:00")]
    [InlineData("2026-12-24 16:30", 90, "2026-12-26 10:30")]
    public void Adds_working_time_across_breaks_nights_weekends_and_holidays(string start, int minutes, string due) =>
        Office.Add(At.Local(At.London, start), Duration.FromMinutes(minutes)).ShouldBe(At.Local(At.London, due));

    [Fact]
    public void Is_due_at_closing_time_when_the_time_runs_out_there() =>
        Office.Add(At.Local(At.London, "2026-03-06 16:30"), Duration.FromHours(1)).ShouldBe(At.Local(At.London, "2026-03-06 17:30"));

    [Fact]
    public void Adds_nothing_without_moving() =>
        Office.Add(At.Local(At.London, "2026-03-07 11:00"), Duration.Zero).ShouldBe(At.Local(At.London, "2026-03-07 11:00"));

    [Fact]
    public void Counts_only_open_time()
    {
        Office.Elapsed(At.Local(At.London, "2026-03-06 12:00"), At.Local(At.London, "2026-03-09 10:00")).ShouldBe(Duration.FromMinutes(30 + 240 + 60));
        Office.Elapsed(At.Local(At.London, "2026-03-09 10:00"), At.Local(At.London, "2026-03-06 12:00")).ShouldBe(Duration.Zero);
    }

    [Theory]
    [InlineData("2026-03-02 09:00", "2026-03-02 09:00", true)]
    [InlineData("2026-03-02 12:30", "2026-03-02 13:30", false)]
    [InlineData("2026-03-06 17:30", "2026-03-09 09:00", false)]
    [InlineData("2026-12-25 11:00", "2026-12-26 10:00", false)]
    public void Knows_when_it_opens_next(string at, string opening, bool open)
    {
        Office.NextOpening(At.Local(At.London, at)).ShouldBe(At.Local(At.London, opening));
        Office.IsOpen(At.Local(At.London, at)).ShouldBe(open);
    }

    [Fact]
    public void Lets_a_dated_exception_override_a_holiday()
    {
        var day = new LocalDate(2026, 12, 25);
        var calendar = new BusinessCalendar(
            "shop", At.London, At.Hours("Mon-Sat 09:00-17:00"), [new Holiday(day, "Christmas Day")], [new CalendarException(day, [At.Open(8, 10)], "Late gifts")]);

        calendar.Elapsed(At.Local(At.London, "2026-12-25 00:00"), At.Local(At.London, "2026-12-26 00:00")).ShouldBe(Duration.FromHours(2));
    }

    [Fact]
    public void Refuses_a_calendar_that_never_opens() =>
        Should.Throw<ArgumentException>(() => new BusinessCalendar("shut", At.London, OpeningHours.Closed, [new Holiday(new LocalDate(2026, 1, 1), "New Year")]))
            .Message.ShouldContain("The calendar 'shut' is never open");

    [Fact]
    public void Refuses_two_exceptions_for_one_date()
    {
        var day = new LocalDate(2026, 5, 1);
        Should.Throw<ArgumentException>(() => new BusinessCalendar(
                "twice", At.London, OpeningHours.RoundTheClock, null, [new CalendarException(day, [], "A"), new CalendarException(day, [], "B")]))
            .Message.ShouldContain("two exceptions on 2026-05-01");
    }

    [Fact]
    public void Gives_up_after_a_year_without_opening()
    {
        var fair = new BusinessCalendar(
            "fair", At.London, OpeningHours.Closed, null, [new CalendarException(new LocalDate(2026, 5, 1), [At.Open(9, 11)], "Fair")]);
        var after = At.Local(At.London, "2026-05-01 10:00");

        fair.Add(after, Duration.FromHours(1)).ShouldBe(At.Local(At.London, "2026-05-01 11:00"));
        var failure = Should.Throw<NoOpeningException>(() => fair.Add(after, Duration.FromHours(2)));
        failure.Message.ShouldBe("The calendar 'fair' has no opening within 366 days after 2026-05-01T10:00:00Z; check its opening hours and its dated exceptions.");
        Should.Throw<NoOpeningException>(() => fair.NextOpening(At.Utc("2027-01-01 00:00")));
        fair.Elapsed(after, At.Utc("2040-01-01 00:00")).ShouldBe(Duration.FromHours(1));
    }

    [Fact]
    public void Refuses_to_add_less_than_nothing() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Office.Add(At.Utc("2026-01-01 00:00"), -Duration.Epsilon));

    [Fact]
    public void Counts_every_instant_round_the_clock()
    {
        var from = At.Utc("2026-03-28 13:07");
        BusinessCalendar.Always.Add(from, Duration.FromHours(50)).ShouldBe(from + Duration.FromHours(50));
        BusinessCalendar.Always.Elapsed(from, from + Duration.FromHours(50)).ShouldBe(Duration.FromHours(50));
        BusinessCalendar.Always.IsOpen(from).ShouldBeTrue();
        BusinessCalendar.Always.NextOpening(from).ShouldBe(from);
    }
}
