using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Time.Tests;

public class RotationTests
{
    private static readonly LocalTime Nine = new(9, 0);
    private static readonly LocalDate Start = new(2026, 3, 2);

    private static readonly Rotation<string> Weekly = new(At.London, Turn.Weekly(IsoDayOfWeek.Monday, Nine), ["Ann", "Ben", "Cy"], Start);

    [Theory]
    [InlineData("2026-03-02 08:59", "Cy")]
    [InlineData("2026-03-02 09:00", "Ann")]
    [InlineData("2026-03-09 08:59", "Ann")]
    [InlineData("2026-03-09 09:00", "Ben")]
    [InlineData("2026-03-16 09:00", "Cy")]
    [InlineData("2026-03-23 09:00", "Ann")]
    [InlineData("2026-03-30 09:00", "Ben")]
    [InlineData("2026-03-30 08:59", "Ann")]
    [InlineData("2025-12-29 09:00", "Ann")]
    public void Passes_on_each_week_at_the_local_time(string at, string member) => Weekly.At(At.Local(At.London, at)).ShouldBe(member);

    [Fact]
    public void Passes_on_each_day()
    {
        var daily = new Rotation<string>(At.NewYork, Turn.Daily(Nine), ["Ann", "Ben"], Start);
        daily.At(At.Local(At.NewYork, "2026-03-03 08:00")).ShouldBe("Ann");
        daily.NextHandover(At.Local(At.NewYork, "2026-03-07 12:00")).ShouldBe((At.Local(At.NewYork, "2026-03-08 09:00"), "Ann"));
    }

    [Fact]
    public void Starts_the_first_turn_in_the_week_of_the_start_date()
    {
        var midweek = new Rotation<string>(At.London, Turn.Weekly(IsoDayOfWeek.Monday, Nine), ["Ann", "Ben"], new LocalDate(2026, 3, 5));
        midweek.At(At.Local(At.London, "2026-03-05 12:00")).ShouldBe("Ann");
        midweek.NextHandover(At.Local(At.London, "2026-03-05 12:00")).ShouldBe((At.Local(At.London, "2026-03-09 09:00"), "Ben"));
    }

    [Fact]
    public void Lets_the_override_that_was_added_last_hold()
    {
        var rotation = WithOverrides(
            new(Span("2026-03-03 00:00", "2026-03-05 00:00"), "Dee"),
            new(Span("2026-03-04 00:00", "2026-03-04 12:00"), "Eve"));

        rotation.At(At.Utc("2026-03-02 23:59")).ShouldBe("Ann");
        rotation.NextHandover(At.Utc("2026-03-02 12:00")).ShouldBe((At.Utc("2026-03-03 00:00"), "Dee"));
        rotation.NextHandover(At.Utc("2026-03-03 00:00")).ShouldBe((At.Utc("2026-03-04 00:00"), "Eve"));
        rotation.NextHandover(At.Utc("2026-03-04 00:00")).ShouldBe((At.Utc("2026-03-04 12:00"), "Dee"));
        rotation.NextHandover(At.Utc("2026-03-04 12:00")).ShouldBe((At.Utc("2026-03-05 00:00"), "Ann"));
    }

    [Fact]
    public void Says_who_really_follows_when_an_override_hides_a_handover() =>
        WithOverrides(new RotationOverride<string>(Span("2026-03-08 00:00", "2026-03-10 00:00"), "Ann"))
            .NextHandover(At.Utc("2026-03-05 00:00")).ShouldBe((At.Utc("2026-03-10 00:00"), "Ben"));

    [Fact]
    public void Hands_over_to_the_same_member_when_nobody_else_follows()
    {
        var alone = new Rotation<string>(At.London, Turn.Weekly(IsoDayOfWeek.Monday, Nine), ["Ann"], Start);
        alone.NextHandover(At.Utc("2026-03-05 00:00")).ShouldBe((At.Utc("2026-03-09 09:00"), "Ann"));

        var forever = WithOverrides(new RotationOverride<string>(new Interval(At.Utc("2026-03-03 00:00"), null), "Dee"));
        forever.NextHandover(At.Utc("2026-03-05 00:00")).ShouldBe((At.Utc("2026-03-09 09:00"), "Dee"));
    }

    [Fact]
    public void Refuses_to_turn_without_members() =>
        Should.Throw<ArgumentException>(() => new Rotation<string>(At.London, Turn.Daily(Nine), [], Start));

    [Theory]
    [InlineData("2026-03-29 00:59", "Ann")]
    [InlineData("2026-03-29 01:00", "Ben")]
    [InlineData("2026-10-25 00:29", "Ann")]
    [InlineData("2026-10-25 00:30", "Ben")]
    [InlineData("2026-10-25 01:30", "Ben")]
    public void Hands_over_after_a_skipped_and_at_the_first_of_a_repeated_time(string utc, string member)
    {
        // The day before each change of clocks is Ann's.
        var at = At.Utc(utc);
        var rotation = new Rotation<string>(At.London, Turn.Daily(new LocalTime(1, 30)), ["Ann", "Ben"], at.InUtc().Date.PlusDays(-1));
        rotation.At(at).ShouldBe(member);
    }

    [Fact]
    public void Has_one_member_until_the_handover_it_names_and_that_one_next() =>
        Any.Holds(
            from zone in Any.Zone
            from at in Any.InstantIn(zone)
            from minutes in Gen.OneOf(Gen.Choose(0, 1439), Gen.Choose(0, 240))
            from weekday in Gen.Choose(0, 7)
            from count in Gen.Choose(2, 4)
            from startsBefore in Gen.Choose(-400, 400)
            from cover in Any.Wait
            select (zone, at, minutes, weekday, count, startsBefore, cover),
            given =>
            {
                var handover = LocalTime.FromMinutesSinceMidnight(given.minutes);
                var turn = given.weekday == 0 ? Turn.Daily(handover) : Turn.Weekly((IsoDayOfWeek)given.weekday, handover);
                var standIn = new RotationOverride<int>(new Interval(given.at + given.cover, given.at + given.cover + given.cover), 99);
                var rotation = new Rotation<int>(
                    given.zone, turn, Enumerable.Range(0, given.count), given.at.InUtc().Date.PlusDays(-given.startsBefore), [standIn]);

                var member = rotation.At(given.at);
                var (until, next) = rotation.NextHandover(given.at);
                var stays = Enumerable.Range(0, 50).All(step => rotation.At(given.at + ((until - given.at) * (step / 50d))) == member);
                return until > given.at && stays && rotation.At(until - Duration.Epsilon) == member && rotation.At(until) == next && next != member;
            });

    private static Rotation<string> WithOverrides(params RotationOverride<string>[] overrides) =>
        new(At.London, Turn.Weekly(IsoDayOfWeek.Monday, Nine), ["Ann", "Ben", "Cy"], Start, overrides);

    private static Interval Span(string from, string to) => new(At.Utc(from), At.Utc(to));
}
