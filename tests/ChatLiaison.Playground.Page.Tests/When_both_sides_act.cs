using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ChatLiaison.Playground.Page.Tests;

public sealed partial class When_both_sides_act(RunningPlayground playground)
{
    [Theory, InlineData("slack", "teams"), InlineData("teams", "slack")]
    public async Task What_is_done_on_one_side_happens_on_the_other(string side, string other)
    {
        await playground.StartOverAsync();
        await using var visitor = await Visitor.ComeAsync(playground);
        await visitor.Page.GetByRole(AriaRole.Switch, new() { Name = "Two at once" }).ClickAsync();
        var strip = visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Two at once" });
        await Expect(strip).ToBeVisibleAsync();

        await visitor.CaptureAsync(side);
        await visitor.GoAsync(other, "triage");
        await Expect(visitor.Messages(other)).ToContainTextAsync(Visitor.Reference());
        await visitor.PressAsync(side, "^Acknowledge$");

        await Expect(visitor.Messages(other).GetByRole(AriaRole.Button, new() { Name = "Acknowledge", Exact = true })).ToHaveCountAsync(0);
        await Expect(strip).ToContainTextAsync(SomeActs());
        if ((await strip.InnerTextAsync()).Contains("unexplained", StringComparison.Ordinal))
        {
            await strip.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
            Assert.Fail(await strip.InnerTextAsync());
        }
    }

    [GeneratedRegex(@"[1-9]\d* acts? repeated", RegexOptions.None, 1000)]
    private static partial Regex SomeActs();
}
