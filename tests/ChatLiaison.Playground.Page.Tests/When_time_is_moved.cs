using System.Globalization;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ChatLiaison.Playground.Page.Tests;

public sealed class When_time_is_moved(RunningPlayground playground)
{
    [Fact]
    public async Task The_jumps_lead_where_they_say()
    {
        await playground.TidyAsync();
        await using var visitor = await Visitor.ComeAsync(playground);
        (await JumpAsync(visitor, "+15 min")).TotalMinutes.ShouldBeInRange(15, 18);
        (await JumpAsync(visitor, "+1 h")).TotalMinutes.ShouldBeInRange(60, 63);
        (await JumpAsync(visitor, "Next opening")).TotalDays.ShouldBeInRange(0, 4);
        await Expect(visitor.Clock.GetByRole(AriaRole.Time)).ToContainTextAsync("09:0");
        await JumpAsync(visitor, "Monday 09:00");

        await Expect(visitor.Clock.GetByRole(AriaRole.Time)).ToContainTextAsync("09:0");
        await Expect(visitor.Clock.GetByRole(AriaRole.Time)).ToContainTextAsync("Mon");
    }

    [Fact]
    public async Task A_reminder_is_seen_arriving_while_time_runs_fast_and_stops_when_it_is_told_to()
    {
        await playground.TidyAsync();
        await using var visitor = await Visitor.ComeAsync(playground);
        await visitor.CaptureAsync("slack");

        await visitor.Clock.GetByRole(AriaRole.Button, new() { Name = "Slow motion" }).ClickAsync();
        await Expect(visitor.Page.Locator(".arrival").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await visitor.Clock.GetByRole(AriaRole.Button, new() { Name = "Stop the walk" }).ClickAsync();
        await visitor.Page.Locator(".arrival").First.ClickAsync();

        await Expect(visitor.Clock.GetByRole(AriaRole.Button, new() { Name = "Slow motion" })).ToBeVisibleAsync();
        await Expect(visitor.Messages("slack")).ToContainTextAsync(Visitor.Reference());
    }

    /// <returns>How far it led.</returns>
    private static async Task<TimeSpan> JumpAsync(Visitor visitor, string button)
    {
        var before = await NowAsync(visitor);
        await visitor.Clock.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await visitor.Page.WaitForFunctionAsync(
            "then => !document.querySelector('.clock.walking') && Date.parse(document.querySelector('.clock time').dateTime) > then + 14 * 60000",
            before.ToUnixTimeMilliseconds(), new() { Timeout = 120_000 });
        return await NowAsync(visitor) - before;
    }

    private static async Task<DateTimeOffset> NowAsync(Visitor visitor) => DateTimeOffset.Parse(
        (await visitor.Clock.GetByRole(AriaRole.Time).GetAttributeAsync("datetime"))!, CultureInfo.InvariantCulture);
}
