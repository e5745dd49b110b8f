using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Live;

[Collection(nameof(LivePlayground))]
public sealed class When_both_chats_are_shown_at_once(LivePlayground playground) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => (await playground.PostAsync("mirror", new { @do = "on" }))["ok"]!.GetValue<bool>().ShouldBeTrue();

    public async ValueTask DisposeAsync() => await playground.PostAsync("mirror", new { @do = "off" });

    [Theory, InlineData("slack", "teams"), InlineData("teams", "slack")]
    public async Task What_is_done_in_one_is_done_in_the_other_and_differs_in_nothing_undeclared(string side, string other)
    {
        var (hands, mirrored) = (new Hands(playground, side), new Hands(playground, other));
        var words = $"Seen twice from {side}";
        var card = await hands.CaptureAsync(words);
        await mirrored.SeesAsync("triage", m => m["thread"] is null && Hands.Has(m, words));
        await hands.PressAsync("dana", card, "Acknowledge");
        await mirrored.SeesAsync("triage", m => Hands.Has(m, words) && !Hands.Has(m, "acknowledge.now"));
        await hands.CommandAsync("dana", "triage", "cases");
        await hands.SayAsync("ada", "acme", $"Any news from {side}?");
        await mirrored.SeesAsync("acme", m => Hands.Has(m, $"Any news from {side}?") && (string?)m["from"]!["key"] == "ada");

        var mirror = (await playground.WorldAsync())["mirror"]!;
        ((int)mirror["compared"]!).ShouldBeGreaterThanOrEqualTo(5);
        Differences(mirror).Where(d => d["covered"] is null).Select(d => d.ToJsonString()).ShouldBeEmpty();
        Differences(mirror).Select(d => (string?)d["covered"]).ShouldContain(c => c!.StartsWith("An answer in a channel that only one person sees", StringComparison.Ordinal));
    }

    private static IEnumerable<JsonNode> Differences(JsonNode mirror) => mirror["differences"]!.AsArray().OfType<JsonNode>();
}
