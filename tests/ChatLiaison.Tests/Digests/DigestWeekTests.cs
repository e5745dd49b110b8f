using ChatLiaison.Digests;
using ChatLiaison.Playbook;
using ChatLiaison.Time;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Digests;

public sealed class DigestWeekTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    [Fact]
    public void Is_the_seven_days_before_the_digest_is_due()
    {
        var week = DigestWeek.Ending(Utc(11, 23, 9), London);
        week.This.ShouldBe(new Interval(Utc(11, 16, 9), Utc(11, 23, 9)));
        week.Before.ShouldBe(new Interval(Utc(11, 9, 9), Utc(11, 16, 9)));
        week.IsRunning.ShouldBeFalse();
    }

    [Fact]
    public void Keeps_to_the_wall_clock_when_the_clocks_change()
    {
        // London goes back an hour on 25 October 2026: nine o'clock was 8:00 UTC the Monday before.
        var week = DigestWeek.Ending(Utc(10, 26, 9), London);
        week.This.Start.ShouldBe(Utc(10, 19, 8));
        week.Before.ShouldBe(new Interval(Utc(10, 12, 8), Utc(10, 19, 8)));
    }

    [Fact]
    public void While_running_is_compared_with_the_same_part_of_the_week_before()
    {
        var week = DigestWeek.Running(Weekly(), Utc(11, 25, 15));
        week.This.ShouldBe(new Interval(Utc(11, 23, 9), Utc(11, 25, 15)));
        week.Before.ShouldBe(new Interval(Utc(11, 16, 9), Utc(11, 18, 15)));
        week.IsRunning.ShouldBeTrue();
    }

    [Fact]
    public void The_last_full_week_is_the_one_last_posted() =>
        DigestWeek.LastFull(Weekly(), Utc(11, 25, 15)).ShouldBe(DigestWeek.Ending(Utc(11, 23, 9), London));

    private static OrganisationSettings Weekly()
    {
        Cron.TryParse("0 9 * * MON", out var cron, out _).ShouldBeTrue();
        return new PlaybookSource().Current.Organisation with { Zone = London, Digest = cron! };
    }

    private static Instant Utc(int month, int day, int hour) => Instant.FromUtc(2026, month, day, hour, 0);
}
