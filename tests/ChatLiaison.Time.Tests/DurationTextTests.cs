using FsCheck.Fluent;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Time.Tests;

public class DurationTextTests
{
    [Theory]
    [InlineData("30s", 30)]
    [InlineData("15m", 900)]
    [InlineData("4h", 14_400)]
    [InlineData("2d", 172_800)]
    [InlineData(" 1h30m ", 5_400)]
    [InlineData("1d2h3m4s", 93_784)]
    [InlineData("90m", 5_400)]
    public void Reads_what_a_playbook_writes(string text, int seconds)
    {
        DurationText.TryParse(text, out var duration, out var error).ShouldBeTrue();
        duration.ShouldBe(Duration.FromSeconds(seconds));
        error.ShouldBeNull();
    }

    [Theory]
    [InlineData("", "'' is not a duration; write it like 30s, 15m, 4h, 2d or 1h30m.")]
    [InlineData("15", "'15' is not a duration; write it like 30s, 15m, 4h, 2d or 1h30m.")]
    [InlineData("15 m", "'15 m' is not a duration; write it like 30s, 15m, 4h, 2d or 1h30m.")]
    [InlineData("30m1h", "'30m1h' is not a duration; write it like 30s, 15m, 4h, 2d or 1h30m.")]
    [InlineData("-1h", "'-1h' is not a duration; write it like 30s, 15m, 4h, 2d or 1h30m.")]
    [InlineData("1h1h", "'1h1h' is not a duration; write it like 30s, 15m, 4h, 2d or 1h30m.")]
    [InlineData("99999999999999999999d", "'99999999999999999999d' is not a duration; write it like 30s, 15m, 4h, 2d or 1h30m.")]
    [InlineData("0m", "'0m' is no time at all; write a duration longer than zero, for example 15m.")]
    [InlineData("3651d", "'3651d' is too long; write at most 3650d.")]
    public void Refuses_with_a_sentence_that_says_what_to_write(string text, string expected)
    {
        DurationText.TryParse(text, out _, out var error).ShouldBeFalse();
        error.ShouldBe(expected);
    }

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(45, "45 s")]
    [InlineData(900, "15 min")]
    [InlineData(930, "15 min 30 s")]
    [InlineData(14_400, "4 h")]
    [InlineData(14_430, "4 h")]
    [InlineData(5_400, "1 h 30 min")]
    [InlineData(86_400, "1 day")]
    [InlineData(172_800, "2 days")]
    [InlineData(100_800, "1 day 4 h")]
    [InlineData(-5_400, "-1 h 30 min")]
    public void Tells_people_the_two_largest_units(int seconds, string text) => DurationText.Humanise(Duration.FromSeconds(seconds)).ShouldBe(text);

    [Fact]
    public void Writes_what_it_reads() =>
        Any.Holds(
            Gen.Choose(1, 300_000_000),
            seconds => DurationText.TryParse(DurationText.Format(Duration.FromSeconds(seconds)), out var read, out _) && read == Duration.FromSeconds(seconds));
}
