using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Time.Tests;

public class RotationTests
{
    private static readonly LocalTime Nine = new(9, 0);
    private static readonly LocalDate Start = new(2026, 3, 2);
    private static readonly Shift<string> Weekly = new(At.London, Turn.Weekly(IsoDayOfWeek.Monday, Nine), ["Ann", "Ben", "Cy"], Start);

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
    public void Passes_on_each_week_at_the_local_time(string at, string member) => With().At(At.Local(At.London, at)).ShouldBe(member);

    [Fact]
    public void Passes_on_each_day_across_the_change_of_clocks()
    {
        var daily = new Rotation<string>([new(At.NewYork, Turn.Daily(Nine), ["Ann", "Ben"], Start)]);
        daily.At(At.Local(At.NewYork, "2026-03-03 08:00")).ShouldBe("Ann");
        daily.Next(At.Local(At.NewYork, "2026-03-07 12:00"), At.Utc("2026-04-01 00:00"))
            .ShouldBe(new(At.Local(At.NewYork, "2026-03-08 09:00"), At.Local(At.NewYork, "2026-03-09 09:00"), "Ann"));
    }

    [Fact]
    public void Starts_the_first_turn_in_the_week_of_the_start_date()
    {
        var midweek = new Rotation<string>([Weekly with { Members = ["Ann", "Ben"], StartsOn = new LocalDate(2026, 3, 5) }]);
        midweek.Spans(At.Utc("2026-03-05 12:00"), At.Utc("2026-03-10 00:00"))
            .ShouldBe([new(At.Utc("2026-03-05 12:00"), At.Utc("2026-03-09 09:00"), "Ann"), new(At.Utc("2026-03-09 09:00"), At.Utc("2026-03-10 00:00"), "Ben")]);
    }

    [Fact]
    public void Follows_the_sun()
    {
        // The clocks of London change on 29 March, those of Sydney on 5 April; each hands over at nine in the morning all the same.
        var sun = new Rotation<string>(
        [
            new(At.Sydney, Turn.Daily(Nine), ["Syd"], Start),
            new(At.London, Turn.Daily(Nine), ["Lon"], Start),
        ]);
        foreach (var day in new[] { "2026-03-28", "2026-03-29", "2026-04-04", "2026-04-05", "2026-04-06" })
        {
            var (sydney, london) = (At.Local(At.Sydney, $"{day} 09:00"), At.Local(At.London, $"{day} 09:00"));
            sun.At(sydney - Duration.Epsilon).ShouldBe("Lon");
            sun.At(sydney).ShouldBe("Syd");
            sun.At(london - Duration.Epsilon).ShouldBe("Syd");
            sun.At(london).ShouldBe("Lon");
        }
    }

    [Fact]
    public void Counts_only_the_days_it_works_on_and_leaves_the_weekend_to_another()
    {
        WeekdaySet.TryParse("Mon-Fri", out var weekdays, out _).ShouldBeTrue();
        WeekdaySet.TryParse("Sat", out var saturday, out _).ShouldBeTrue();
        var rotation = new Rotation<string>(
        [
            new(At.London, Turn.Daily(Nine), ["Ann", "Ben"], Start, weekdays),
            new(At.London, Turn.Weekly(IsoDayOfWeek.Saturday, Nine), [], Start, saturday),
        ]);
        rotation.Turns(At.Utc("2026-03-05 09:00"), At.Utc("2026-03-10 09:00")).Select(turn => turn.Member).ShouldBe(["Ben", "Ann", null, "Ben"]);
        rotation.At(At.Utc("2026-03-08 12:00")).ShouldBeNull("from Saturday on nobody is on call until Monday");
    }

    [Fact]
    public void Lets_the_override_that_was_added_last_hold()
    {
        var rotation = With(
            new(Span("2026-03-03 00:00", "2026-03-05 00:00"), "Dee"),
            new(Span("2026-03-04 00:00", "2026-03-04 12:00"), "Eve"));

        rotation.Spans(At.Utc("2026-03-02 12:00"), At.Utc("2026-03-06 00:00")).ShouldBe(
        [
            new(At.Utc("2026-03-02 12:00"), At.Utc("2026-03-03 00:00"), "Ann"),
            new(At.Utc("2026-03-03 00:00"), At.Utc("2026-03-04 00:00"), "Dee"),
            new(At.Utc("2026-03-04 00:00"), At.Utc("2026-03-04 12:00"), "Eve"),
            new(At.Utc("2026-03-04 12:00"), At.Utc("2026-03-05 00:00"), "Dee"),
            new(At.Utc("2026-03-05 00:00"), At.Utc("2026-03-06 00:00"), "Ann"),
        ]);
    }

    [Fact]
    public void Stands_in_only_for_the_one_it_names()
    {
        var rotation = With(new RotationOverride<string>(Span("2026-03-05 00:00", "2026-03-12 00:00"), "Dee", InsteadOf: "Ben"));
        rotation.At(At.Utc("2026-03-06 00:00")).ShouldBe("Ann");
        rotation.At(At.Utc("2026-03-10 00:00")).ShouldBe("Dee");
        rotation.UsuallyAt(At.Utc("2026-03-10 00:00")).ShouldBe("Ben");
    }

    [Fact]
    public void Two_who_swap_do_each_others_turn()
    {
        var rotation = With(
            new(Span("2026-03-02 09:00", "2026-03-09 09:00"), "Ben", InsteadOf: "Ann"),
            new(Span("2026-03-09 09:00", "2026-03-16 09:00"), "Ann", InsteadOf: "Ben"));
        rotation.Spans(At.Utc("2026-03-02 09:00"), At.Utc("2026-03-23 09:00")).Select(span => span.Member).ShouldBe(["Ben", "Ann", "Cy"]);
    }

    [Fact]
    public void Says_who_really_follows_when_an_override_hides_a_handover() =>
        With(new RotationOverride<string>(Span("2026-03-08 00:00", "2026-03-10 00:00"), "Ann"))
            .Next(At.Utc("2026-03-05 00:00"), At.Utc("2026-03-12 00:00"))
            .ShouldBe(new(At.Utc("2026-03-10 00:00"), At.Utc("2026-03-12 00:00"), "Ben"));

    [Fact]
    public void A_rotation_of_one_never_changes_but_still_has_turns()
    {
        var alone = new Rotation<string>([Weekly with { Members = ["Ann"] }]);
        var (from, to) = (At.Utc("2026-03-05 00:00"), At.Utc("2026-03-20 00:00"));
        alone.Next(from, to).ShouldBeNull();
        alone.Turns(from, to).Select(turn => turn.From).ShouldBe([from, At.Utc("2026-03-09 09:00"), At.Utc("2026-03-16 09:00")]);
    }

    [Fact]
    public void Refuses_to_turn_without_shifts() => Should.Throw<ArgumentException>(() => new Rotation<string>([]));

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
        new Rotation<string>([new(At.London, Turn.Daily(new LocalTime(1, 30)), ["Ann", "Ben"], at.InUtc().Date.PlusDays(-1))]).At(at).ShouldBe(member);
    }

    [Theory]
    [InlineData("daily", "daily")]
    [InlineData("Weekly monday", "weekly Mon")]
    public void Reads_how_turns_are_taken(string text, string canonical)
    {
        Turn.TryParse(text, Nine, out var turn, out _).ShouldBeTrue();
        turn!.ToString().ShouldBe(canonical);
        turn.Handover.ShouldBe(Nine);
    }

    [Theory]
    [InlineData("weekly")]
    [InlineData("monthly 1")]
    [InlineData("weekly Mon-Fri")]
    [InlineData("")]
    public void Says_what_to_write_when_turns_make_no_sense(string text)
    {
        Turn.TryParse(text, Nine, out _, out var error).ShouldBeFalse();
        error.ShouldBe($"'{text}' is not a way to take turns; write daily, or weekly and the day of the handover, such as weekly Mon.");
    }

    [Theory]
    [InlineData("mon-fri", "Mon-Fri")]
    [InlineData("Sat-Mon", "Mon,Sat-Sun")]
    [InlineData("Wed, Mon", "Mon,Wed")]
    public void Reads_days_in_one_spelling(string text, string canonical)
    {
        WeekdaySet.TryParse(text, out var days, out _).ShouldBeTrue();
        days!.ToString().ShouldBe(canonical);
    }

    private static Rotation<string> With(params RotationOverride<string>[] overrides) => new([Weekly], overrides);

    private static Interval Span(string from, string to) => new(At.Utc(from), At.Utc(to));
}
