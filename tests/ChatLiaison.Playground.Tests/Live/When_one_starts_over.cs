using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Live;

[Collection(nameof(LivePlayground))]
public sealed class When_one_starts_over(LivePlayground playground)
{
    [Fact]
    public async Task Both_chats_the_cases_and_the_clock_are_as_on_the_first_morning()
    {
        var hands = new Hands(playground, "slack");
        await hands.CaptureAsync("Forget this one");
        await playground.MoveAsync(new { @do = "ahead", minutes = 90 });
        (await playground.PostAsync("reset", new { }))["said"].ShouldBeNull();
        await playground.UpAsync();
        var world = await playground.WorldAsync();
        var now = (DateTimeOffset)world["clock"]!["now"]!;
        (now.DayOfWeek, now.Hour).ShouldBe((DayOfWeek.Monday, TimeZoneInfo.ConvertTimeToUtc(new DateTime(now.Year, now.Month, now.Day, 9, 0, 0), TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).Hour));
        foreach (var side in new[] { "slack", "teams" })
        {
            world["panes"]![side]!["messages"]!.AsArray().Where(m => Hands.Has(m!, "Forget this one")).ShouldBeEmpty();
        }

        var card = await hands.CaptureAsync("The first of all");
        Hands.Has(card, "ACME-1 ").ShouldBeTrue();
    }
}
