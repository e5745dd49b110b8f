using ChatLiaison.Reports;
using ChatLiaison.Time;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Reports;

public sealed class WorkingTimeTests
{
    private static readonly Instant From = Instant.FromUtc(2026, 9, 1, 3, 17);
    private static readonly Instant To = Instant.FromUtc(2026, 12, 31, 22, 5);

    [Theory]
    [InlineData("Mon-Fri 09:00-12:30 13:30-17:30", "America/New_York")]
    [InlineData("Mon-Sun 22:00-02:00", "Europe/London")]
    [InlineData("Sat 10:00-11:00", "Australia/Lord_Howe")]
    public void Agrees_with_the_calendar_at_any_two_instants(string hours, string zone)
    {
        OpeningHours.TryParse(hours, out var opening, out var error).ShouldBeTrue(error);
        var calendar = new BusinessCalendar(
            "test", DateTimeZoneProviders.Tzdb[zone], opening!, [new Holiday(new LocalDate(2026, 11, 26), "Thanksgiving")]);
        var working = new WorkingTime(calendar, From, To);
        var random = new Random(42);
        for (var i = 0; i < 500; i++)
        {
            var (a, b) = (Any(random), Any(random));
            working.Elapsed(a, b).ShouldBe(calendar.Elapsed(a, b), $"from {a} to {b}");
        }

        working.Elapsed(From, To).ShouldBe(calendar.Elapsed(From, To));
    }

    [Fact]
    public void Round_the_clock_is_plain_time() =>
        new WorkingTime(BusinessCalendar.Always, From, To).Elapsed(From + Duration.FromHours(1), To).ShouldBe(To - From - Duration.FromHours(1));

    private static Instant Any(Random random) => From + Duration.FromSeconds(random.NextInt64((long)(To - From).TotalSeconds + 1));
}
