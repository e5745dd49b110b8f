using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Time.Tests;

/// <summary>
/// St John's, at 00:01 on Sunday 29 October 2006 (02:31 universal time): the clocks went back to 23:01 on Saturday. So the
/// midnight at 02:30 came again at 03:30, and for a minute it was already Sunday before it was Saturday again.
/// </summary>
public class When_midnight_is_repeated
{
    private static readonly Instant FirstMidnight = At.Utc("2006-10-29 02:30");
    private static readonly Instant SecondMidnight = At.Utc("2006-10-29 03:30");
    private static readonly Duration HalfAMinute = Duration.FromSeconds(30);

    [Fact]
    public void Keeps_saturday_open_until_the_second_one()
    {
        var saturday = Calendar("Sat 20:00-24:00");
        saturday.IsOpen(FirstMidnight + HalfAMinute).ShouldBeTrue();
        saturday.Elapsed(FirstMidnight + HalfAMinute, At.Utc("2006-10-29 12:00")).ShouldBe(Duration.FromHours(1) - HalfAMinute);
    }

    [Fact]
    public void Opens_sunday_at_the_first_one() =>
        Calendar("Sun 00:00-04:00").NextOpening(At.Utc("2006-10-28 12:00")).ShouldBe(FirstMidnight);

    [Fact]
    public void Counts_once_what_both_days_claim() =>
        Calendar("Sat 20:00-24:00; Sun 00:00-04:00")
            .Elapsed(At.Utc("2006-10-28 12:00"), At.Utc("2006-10-29 12:00")).ShouldBe(Duration.FromHours(9));

    [Fact]
    public void Fires_cron_at_the_first_one_only()
    {
        Cron.TryParse("0 0 * * *", out var cron, out _).ShouldBeTrue();
        cron!.Next(At.Utc("2006-10-28 12:00"), At.StJohns).ShouldBe(FirstMidnight);
        cron.LatestAtOrBefore(At.Utc("2006-10-29 03:00"), At.StJohns).ShouldBe(FirstMidnight);
        cron.Next(FirstMidnight, At.StJohns).ShouldBe(At.Utc("2006-10-30 03:30"));
    }

    [Fact]
    public void Is_quiet_from_the_first_one_on()
    {
        var night = new QuietHours(LocalTime.Midnight, new LocalTime(7, 0));
        night.EndsAt(At.Utc("2006-10-29 03:00"), At.StJohns).ShouldBe(At.Local(At.StJohns, "2006-10-29 07:00"));
    }

    [Fact]
    public void Is_quiet_until_the_second_one()
    {
        var evening = new QuietHours(new LocalTime(20, 0), LocalTime.Midnight);
        evening.EndsAt(FirstMidnight + HalfAMinute, At.StJohns).ShouldBe(SecondMidnight);
    }

    [Fact]
    public void Hands_over_at_the_first_one()
    {
        var rotation = new Rotation<string>([new(At.StJohns, Turn.Daily(LocalTime.Midnight), ["Ann", "Ben"], new LocalDate(2006, 10, 28))]);
        rotation.Next(At.Utc("2006-10-28 12:00"), At.Utc("2006-10-29 03:00"))!.From.ShouldBe(FirstMidnight);
        rotation.At(At.Utc("2006-10-29 03:00")).ShouldBe("Ben");
    }

    private static BusinessCalendar Calendar(string hours) => new("St John's", At.StJohns, At.Hours(hours));
}
