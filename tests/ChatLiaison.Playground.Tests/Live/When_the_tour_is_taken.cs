using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Live;

[Collection(nameof(LivePlayground))]
public sealed class When_the_tour_is_taken(LivePlayground playground)
{
    [Fact]
    public async Task A_step_can_be_skipped_and_the_tour_put_away_and_begun_again()
    {
        await playground.PostAsync("tour", new { @do = "restart" });
        await playground.PostAsync("tour", new { @do = "skip" });
        var tour = (await playground.WorldAsync())["tour"]!;
        ((string)tour["steps"]![0]!["state"]!).ShouldBe("skipped");
        ((int)tour["at"]!).ShouldBe(1);
        await playground.PostAsync("tour", new { @do = "close" });
        ((bool)(await playground.WorldAsync())["tour"]!["open"]!).ShouldBeFalse();
        await playground.PostAsync("tour", new { @do = "start" });
        ((int)(await playground.WorldAsync())["tour"]!["at"]!).ShouldBe(1, "it goes on where it was put away");
        await playground.PostAsync("tour", new { @do = "restart" });
        ((int)(await playground.WorldAsync())["tour"]!["at"]!).ShouldBe(0);
    }
}
