using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ChatLiaison.Playground.Page.Tests;

public sealed class When_the_page_is_narrow(RunningPlayground playground)
{
    [Fact]
    public async Task One_side_is_shown_at_a_time_and_a_case_is_taken_down_all_the_same()
    {
        await playground.TidyAsync();
        await using var visitor = await Visitor.ComeAsync(playground, 390, 844, "as=dana&slack=acme&teams=acme");
        await Expect(visitor.Slack).ToBeVisibleAsync();
        await Expect(visitor.Teams).ToHaveCountAsync(0);
        await NothingSticksOutAsync(visitor);

        await visitor.OpenCaptureAsync("slack", "Export");
        await NothingSticksOutAsync(visitor);
        await visitor.FillAndSendAsync("slack", "The export stopped");
        await visitor.Slack.GetByRole(AriaRole.Button, new() { Name = "Channels", Exact = true }).ClickAsync();
        await visitor.GoAsync("slack", "triage");
        await Expect(visitor.Messages("slack")).ToContainTextAsync(Visitor.Reference());

        await visitor.Page.GetByRole(AriaRole.Group, new() { Name = "Which side to show" }).GetByRole(AriaRole.Button, new() { Name = "Teams" }).ClickAsync();
        await Expect(visitor.Teams).ToBeVisibleAsync();
        await Expect(visitor.Slack).ToHaveCountAsync(0);
        await NothingSticksOutAsync(visitor);
    }

    private static async Task NothingSticksOutAsync(Visitor visitor) =>
        (await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);
}
