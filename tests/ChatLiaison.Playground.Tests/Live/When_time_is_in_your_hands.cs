using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Live;

[Collection(nameof(LivePlayground))]
public sealed class When_time_is_in_your_hands(LivePlayground playground)
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_falls_due_on_the_way_is_seen_arriving(string side)
    {
        var hands = new Hands(playground, side);
        var words = $"The queue grows in {side}";
        await hands.CaptureAsync(words);
        var before = (DateTimeOffset)(await playground.WorldAsync())["clock"]!["now"]!;
        await playground.MoveAsync(new { @do = "ahead", minutes = 15 });
        var world = await playground.WorldAsync();
        ((DateTimeOffset)world["clock"]!["now"]!).ShouldBeGreaterThanOrEqualTo(before.AddMinutes(15));
        var fired = world["happenings"]!.AsArray().Where(h => (DateTimeOffset)h!["at"]! > before && ((string)h["room"]!).StartsWith("direct:", StringComparison.Ordinal)).ToList();
        fired.ShouldNotBeEmpty();
        fired.Select(h => (DateTimeOffset)h!["at"]!).Distinct().Count().ShouldBeGreaterThan(1, "each at its own time, not all at the end");
    }

    [Fact]
    public async Task Slow_motion_goes_on_until_it_is_stopped()
    {
        (await playground.PostAsync("time", new { @do = "slow", minutesASecond = 10 }))["ok"]!.GetValue<bool>().ShouldBeTrue();
        var before = (DateTimeOffset)(await playground.WorldAsync())["clock"]!["now"]!;
        await playground.SeesAsync(w => (DateTimeOffset)w["clock"]!["now"]! > before.AddMinutes(10) && w["clock"]!["walk"] is not null ? w : null, "time passing");
        await playground.PostAsync("time", new { @do = "stop" });
        var stopped = (DateTimeOffset)(await playground.WorldAsync())["clock"]!["now"]!;
        await Task.Delay(500);
        ((DateTimeOffset)(await playground.WorldAsync())["clock"]!["now"]!).ShouldBeLessThan(stopped.AddMinutes(1));
    }

    [Fact]
    public async Task The_jumps_lead_where_the_clock_says()
    {
        var opening = (DateTimeOffset)(await playground.WorldAsync())["clock"]!["nextOpening"]!;
        await playground.MoveAsync(new { @do = "opening" });
        var now = (DateTimeOffset)(await playground.WorldAsync())["clock"]!["now"]!;
        now.ShouldBeInRange(opening, opening.AddMinutes(10));
    }

    [Theory, InlineData("ahead", -5), InlineData("ahead", 1e9)]
    public async Task A_move_that_is_none_is_refused(string how, double minutes)
    {
        var answer = await playground.PostAsync("time", new { @do = how, minutes });
        ((string)answer["said"]!).ShouldBe("The clock goes ahead only, by at most two months.");
    }
}
