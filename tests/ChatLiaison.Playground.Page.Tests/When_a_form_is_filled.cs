using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ChatLiaison.Playground.Page.Tests;

public sealed class When_a_form_is_filled(RunningPlayground playground)
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_is_missing_is_said_and_what_was_typed_stays(string side)
    {
        await playground.TidyAsync();
        await using var visitor = await Visitor.ComeAsync(playground);
        await visitor.OpenCaptureAsync(side, "Half a sentence");
        var first = visitor.Form(side).Locator(":is(textarea, input[type=text])[aria-required=true]:not([role=combobox])").First;
        await first.FillAsync("");

        await visitor.SendAsync(side);
        var wrong = side == "slack" ? visitor.Form(side).GetByRole(AriaRole.Alert).First : visitor.Form(side).GetByText("fill in").First;
        await Expect(wrong).ToBeVisibleAsync();
        await Expect(first).ToBeFocusedAsync();
        await first.FillAsync("Half a sentence");

        await Expect(first).ToHaveValueAsync("Half a sentence");
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Form(side)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_reload_midway_loses_nothing()
    {
        await playground.TidyAsync();
        await using var visitor = await Visitor.ComeAsync(playground);
        await visitor.BeAsync("Lee Osei");
        await visitor.GoAsync("teams", "random");
        await visitor.OpenCaptureAsync("slack", "Export");
        var story = visitor.Form("slack").Locator("textarea").First;
        await story.FillAsync("Nothing has reached the warehouse since 02:10.");
        await visitor.Form("slack").Locator("header").ClickAsync();
        await Task.Delay(700, TestContext.Current.CancellationToken);

        await visitor.Page.ReloadAsync();

        await Expect(visitor.Form("slack").Locator("textarea").First).ToHaveValueAsync("Nothing has reached the warehouse since 02:10.");
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^You are Lee Osei") })).ToBeVisibleAsync();
        await Expect(visitor.Teams.Locator(".tm-head h2")).ToContainTextAsync("random");
    }

    [Fact]
    public async Task A_file_that_goes_with_a_form_of_Slack_is_in_the_cases_record()
    {
        await playground.StartOverAsync();
        await using var visitor = await Visitor.ComeAsync(playground);
        await visitor.CaptureAsync("slack");
        await visitor.WriteAsync("slack", "/liaison add ACME-1");
        var form = visitor.Form("slack");
        await form.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "export.log", MimeType = "text/plain", Buffer = "connection reset"u8.ToArray() });
        await Expect(form).ToContainTextAsync("export.log");
        await visitor.FillAndSendAsync("slack", "The log of last night");

        await visitor.WriteAsync("slack", "/case ACME-1 log");
        await Expect(visitor.Messages("slack")).ToContainTextAsync("The log of last night");
        await Expect(visitor.Messages("slack")).ToContainTextAsync("[file]");
    }

    [Fact]
    public async Task Hostile_words_are_words_and_nothing_more()
    {
        const string Words = "<b>x</b> <img src=x onerror=alert(1)> *not* [l](javascript:alert(1)) <!channel>";
        await playground.TidyAsync();
        await using var visitor = await Visitor.ComeAsync(playground, place: "as=dana&slack=random&teams=random");
        foreach (var side in new[] { "slack", "teams" })
        {
            await visitor.WriteAsync(side, Words);
            await Expect(visitor.Messages(side)).ToContainTextAsync("<img src=x onerror=alert(1)>");
            await Expect(visitor.Messages(side).Locator("img[src=x], a[href^=javascript]")).ToHaveCountAsync(0);
        }
    }
}
