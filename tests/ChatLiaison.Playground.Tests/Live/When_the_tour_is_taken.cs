using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Live;

[Collection(nameof(LivePlayground))]
public sealed class When_the_tour_is_taken(LivePlayground playground)
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Each_of_the_eight_steps_is_seen_when_it_is_done(string side)
    {
        var hands = new Hands(playground, side);
        await playground.PostAsync("tour", new { @do = "restart" });
        var words = $"The nightly export stopped in {side}";
        var card = await hands.CaptureAsync(words);
        await StepAsync("capture");
        await hands.PressAsync("dana", card, "Acknowledge");
        await hands.PressAsync("dana", await CardAsync(hands, card), "Take");
        await StepAsync("acknowledge");
        await MoveAsync("nudge");
        await hands.PressAsync("dana", await CardAsync(hands, card), "Update customer");
        await hands.SubmitAsync("dana");
        await StepAsync("update");
        await MoveAsync("escalate");
        await hands.PressAsync("priya", await hands.SeesAsync("direct:priya", m => Hands.Has(m, "onit.now") && Hands.Has(m, words)), "I'm on it");
        await hands.PressAsync("dana", await CardAsync(hands, card), "Resolve");
        await hands.SubmitAsync("dana");
        await StepAsync("resolve");
        var asked = await hands.SeesAsync("acme", m => Hands.Has(m, "verify.works") && Hands.Has(m, Reference(card)));
        await hands.PressAsync("ada", asked, "It works");
        await StepAsync("follow-up");
        await MoveAsync("digest");
        var tour = (await playground.WorldAsync())["tour"]!;
        ((int)tour["at"]!).ShouldBe(8);

        // It is posted once, where the managers have their first room.
        await new Hands(playground, "slack").SeesAsync("management", m => Hands.Has(m, "opened") && Hands.Has(m, "resolved"));
    }

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

    private static string Reference(JsonNode card) => System.Text.RegularExpressions.Regex.Match(card.ToJsonString(), "ACME-\\d+", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Value;

    private Task<JsonNode> StepAsync(string key) => playground.SeesAsync(w => State(w, key) == "done" ? w : null, $"the step {key} done");

    /// <summary>Makes the move of the clock that the step offers.</summary>
    private async Task MoveAsync(string key)
    {
        var step = (await playground.WorldAsync())["tour"]!["steps"]!.AsArray().First(s => (string)s!["key"]! == key)!;
        await playground.MoveAsync(step["time"]!);
        await StepAsync(key);
    }

    private static string? State(JsonNode world, string key) => (string?)world["tour"]!["steps"]!.AsArray().First(s => (string)s!["key"]! == key)!["state"];

    private static Task<JsonNode> CardAsync(Hands hands, JsonNode card) => hands.SeesAsync("triage", m => (string)m["id"]! == (string)card["id"]!);
}
