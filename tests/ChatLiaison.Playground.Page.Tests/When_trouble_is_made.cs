using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ChatLiaison.Playground.Page.Tests;

public sealed class When_trouble_is_made(RunningPlayground playground)
{
    [Fact]
    public async Task What_waits_while_Teams_is_cut_off_arrives_afterwards_once()
    {
        await playground.StartOverAsync();
        await using var visitor = await Visitor.ComeAsync(playground);
        var panel = await OpenPanelAsync(visitor);
        await panel.GetByRole(AriaRole.Switch, new() { NameRegex = new("Teams is cut off") }).ClickAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");

        await visitor.OpenCaptureAsync("teams", "Export");
        await visitor.FillAndSendAsync("teams", "The export stopped while Teams was away");
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Trouble" })).ToContainTextAsync("wait");
        await visitor.GoAsync("teams", "triage");
        await Expect(visitor.Messages("teams")).Not.ToContainTextAsync(Visitor.Reference());

        panel = await OpenPanelAsync(visitor);
        await Expect(panel).ToContainTextAsync("Nothing is lost");
        await panel.GetByRole(AriaRole.Switch, new() { NameRegex = new("Teams is cut off") }).ClickAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.Clock.GetByRole(AriaRole.Button, new() { Name = "+15 min" }).ClickAsync();

        await Expect(visitor.Messages("teams")).ToContainTextAsync(Visitor.Reference(), new() { Timeout = 40_000 });
        panel = await OpenPanelAsync(visitor);
        await Expect(panel).ToContainTextAsync("Nothing was lost, nothing came twice", new() { Timeout = 40_000 });
    }

    [Fact]
    public async Task A_server_killed_between_commit_and_send_comes_back_and_sends()
    {
        await playground.StartOverAsync();
        await using var visitor = await Visitor.ComeAsync(playground);
        var panel = await OpenPanelAsync(visitor);
        await panel.GetByRole(AriaRole.Switch, new() { NameRegex = new("Kill the server at its next message") }).ClickAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");

        await visitor.OpenCaptureAsync("slack", "Export");
        await visitor.FillAndSendAsync("slack", "The export stopped when the server died");
        await visitor.GoAsync("slack", "triage");

        await Expect(visitor.Messages("slack")).ToContainTextAsync(Visitor.Reference(), new() { Timeout = 60_000 });
        panel = await OpenPanelAsync(visitor);
        await Expect(panel).ToContainTextAsync("1×");
    }

    private static async Task<ILocator> OpenPanelAsync(Visitor visitor)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Trouble" }).ClickAsync();
        var panel = visitor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Trouble" });
        await Expect(panel).ToBeVisibleAsync();
        return panel;
    }
}
