using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ChatLiaison.Playground.Page.Tests;

public sealed class When_the_tour_is_taken(RunningPlayground playground)
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Each_of_its_eight_steps_is_done_in_this_pane(string side)
    {
        await playground.StartOverAsync();
        await using var visitor = await Visitor.ComeAsync(playground);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Start the tour" }).ClickAsync();

        await AtAsync(visitor, 1);
        await visitor.OpenCaptureAsync(side, "The nightly export stopped");
        await visitor.FillAndSendAsync(side, "The nightly export stopped");

        await AtAsync(visitor, 2);
        await Expect(visitor.Messages(side)).ToContainTextAsync(Visitor.Reference());
        await visitor.PressAsync(side, "^Acknowledge$");
        await AtAsync(visitor, 3);
        await MoveClockAsync(visitor);

        await AtAsync(visitor, 4);
        await visitor.PressAsync(side, "^Update customer");
        await visitor.FillAndSendAsync(side, "We found the cause and are on it.");

        await AtAsync(visitor, 5);
        await MoveClockAsync(visitor);
        await visitor.PressAsync(side, "on it");

        await AtAsync(visitor, 6);
        await visitor.PressAsync(side, "^Resolve");
        await visitor.FillAndSendAsync(side, "The connection pool was too small; it is larger now.");

        await AtAsync(visitor, 7);
        await visitor.PressAsync(side, "works");

        await AtAsync(visitor, 8);
        await MoveClockAsync(visitor);
        await Expect(visitor.Tour).ToContainTextAsync("That was a case’s life", new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task Steps_can_be_skipped_and_the_tour_begun_again_or_put_away()
    {
        await playground.TidyAsync();
        await using var visitor = await Visitor.ComeAsync(playground);
        await AtAsync(visitor, 1);

        await visitor.Tour.GetByRole(AriaRole.Button, new() { Name = "Skip" }).ClickAsync();
        await AtAsync(visitor, 2);
        await visitor.Tour.GetByRole(AriaRole.Button, new() { Name = "Restart" }).ClickAsync();
        await AtAsync(visitor, 1);
        await visitor.Tour.GetByRole(AriaRole.Button, new() { Name = "Put the tour away" }).ClickAsync();

        await Expect(visitor.Tour).ToHaveCountAsync(0);
    }

    /// <summary>Waits for the step, and goes where it is done.</summary>
    private static async Task AtAsync(Visitor visitor, int step)
    {
        await Expect(visitor.Tour.GetByRole(AriaRole.List, new() { Name = $"Step {step} of 8" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        var there = visitor.Tour.GetByRole(AriaRole.Button, new() { Name = "Take me there" });
        if (await there.IsEnabledAsync())
        {
            await there.ClickAsync();
        }

        await Expect(there).ToBeDisabledAsync();
    }

    private static async Task MoveClockAsync(Visitor visitor)
    {
        var before = await visitor.Page.EvaluateAsync<long>("() => Date.parse(document.querySelector('.clock time').dateTime)");
        await visitor.Tour.GetByRole(AriaRole.Button, new() { NameRegex = new("^Move ") }).ClickAsync();
        await visitor.Page.WaitForFunctionAsync(
            "then => !document.querySelector('.clock.walking') && Date.parse(document.querySelector('.clock time').dateTime) > then + 14 * 60000",
            before, new() { Timeout = 60_000 });
    }
}
