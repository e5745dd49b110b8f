using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Live;

[Collection(nameof(LivePlayground))]
public sealed class When_something_breaks(LivePlayground playground)
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_server_killed_between_commit_and_send_loses_nothing_and_says_nothing_twice_without_saying_so(string side)
    {
        var hands = new Hands(playground, side);
        var words = $"Killed in {side}";
        await hands.OpenFormAsync(words);
        var deaths = Deaths(await playground.WorldAsync());
        await playground.PostAsync("fault", new { @do = "kill", when = "next-send" });
        await hands.SubmitAsync("dana");
        await playground.SeesAsync(w => Deaths(w) > deaths ? w : null, "the death");
        var dead = (await playground.WorldAsync())["faults"]!;
        ((int)dead["queue"]!["waiting"]!).ShouldBeGreaterThan(0, "what was committed waits");
        await playground.UpAsync();

        await hands.SeesAsync("triage", m => Hands.Has(m, words));
        await hands.SeesAsync("acme", m => Hands.Has(m, words) && (bool)m["from"]!["bot"]! && m["thread"] is null);
        var world = await playground.SeesAsync(w => (int)w["faults"]!["queue"]!["waiting"]! + (int)w["faults"]!["queue"]!["uncertain"]! == 0 ? w : null, "an empty queue");
        hands.Messages(world, "triage").Count(m => m["thread"] is null && Hands.Has(m, words) && !Hands.Has(m, "You may have this twice")).ShouldBeLessThanOrEqualTo(1, "a second copy says that it may be one");
        ((int)world["faults"]!["queue"]!["dead"]!).ShouldBe(0);
        ((int)world["faults"]!["queue"]!["arrived"]!).ShouldBeGreaterThan(0);
    }

    [Theory, InlineData("slack", "limit-slack"), InlineData("teams", "cut-teams")]
    public async Task What_a_platform_did_not_take_arrives_when_it_takes_again(string side, string fault)
    {
        var hands = new Hands(playground, side);
        var words = $"Waits for {side}";
        await hands.OpenFormAsync(words);
        await playground.PostAsync("fault", new { @do = fault, on = true });
        await hands.SubmitAsync("dana");
        var world = await playground.SeesAsync(w => (int)w["faults"]!["queue"]!["waiting"]! + (int)w["faults"]!["queue"]!["uncertain"]! > 0 ? w : null, "a queue");
        hands.Messages(world, "triage").Any(m => Hands.Has(m, words)).ShouldBeFalse();
        await playground.PostAsync("fault", new { @do = fault, on = false });
        await playground.MoveAsync(new { @do = "ahead", minutes = 3 });
        await hands.SeesAsync("triage", m => m["thread"] is null && Hands.Has(m, words));
    }

    [Fact]
    public async Task The_page_stays_while_the_server_is_dead_and_says_so()
    {
        var deaths = Deaths(await playground.WorldAsync());
        await playground.PostAsync("fault", new { @do = "kill", when = "now" });
        var world = await playground.WorldAsync();
        Deaths(world).ShouldBe(deaths + 1);
        await playground.UpAsync();
        (await playground.Http.GetStringAsync(new Uri(playground.Address, "/health/ready"))).ShouldBe("ready");
    }

    private static int Deaths(JsonNode world) => (int)world["faults"]!["server"]!["deaths"]!;
}
