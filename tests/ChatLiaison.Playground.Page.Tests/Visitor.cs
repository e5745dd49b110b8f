using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using static Microsoft.Playwright.Assertions;

namespace ChatLiaison.Playground.Page.Tests;

/// <summary>Somebody with the page open in front of them. What the browser complains of is told at the end.</summary>
public sealed partial class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) => Complain(message.Type is "error" or "warning", $"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Complain(true, error);
        page.RequestFailed += (_, request) => Complain(request.Failure != "net::ERR_ABORTED", $"{request.Url}: {request.Failure}");
    }

    public IPage Page { get; }

    public ILocator Slack => Page.GetByRole(AriaRole.Region, new() { Name = "Slack", Exact = true });

    public ILocator Teams => Page.GetByRole(AriaRole.Region, new() { Name = "Teams", Exact = true });

    public ILocator Tour => Page.GetByRole(AriaRole.Region, new() { Name = "Guided tour" });

    public ILocator Clock => Page.GetByRole(AriaRole.Group, new() { Name = "Time", Exact = true });

    public static async Task<Visitor> ComeAsync(RunningPlayground playground, int width = 1280, int height = 800, string place = "as=dana&slack=acme&teams=acme")
    {
        var context = await playground.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, TimezoneId = "Asia/Tokyo" });
        context.SetDefaultTimeout(30_000);
        SetDefaultExpectTimeout(30_000);
        var visitor = new Visitor(context, await context.NewPageAsync());
        await visitor.Page.GotoAsync(new Uri(playground.Address, $"/playground/#{place}").ToString());
        await Expect(visitor.Clock).ToBeVisibleAsync();
        return visitor;
    }

    public ILocator Pane(string side) => side == "slack" ? Slack : Teams;

    /// <summary>The words of all messages that the pane shows.</summary>
    public ILocator Messages(string side) => Pane(side).GetByRole(AriaRole.Log);

    /// <summary>The form that is open in the pane.</summary>
    public ILocator Form(string side) => Pane(side).GetByRole(AriaRole.Dialog);

    public async Task BeAsync(string name)
    {
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = SwitchPerson() }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitemradio, new() { NameRegex = new Regex(name) }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { NameRegex = SwitchPerson() })).ToContainTextAsync(name);
    }

    /// <param name="room">Part of the room's name, such as <c>triage</c>, or <c>ChatLiaison</c>.</param>
    public async Task GoAsync(string side, string room) =>
        await Pane(side).GetByRole(AriaRole.Navigation).Locator("[role=group] button").Filter(new() { HasTextRegex = new Regex(room) }).First.ClickAsync();

    public ILocator Box(string side) => Pane(side).GetByRole(AriaRole.Textbox, new() { NameRegex = MessageBox() }).Last;

    public async Task WriteAsync(string side, string text)
    {
        await Box(side).FillAsync(text);
        await Box(side).PressAsync("Escape");
        await Box(side).PressAsync("Enter");
    }

    /// <summary>Presses the newest button of that name in the pane's messages; in Slack it may stand in the newest thread.</summary>
    public async Task PressAsync(string side, string button)
    {
        var found = Pane(side).Locator("article").GetByRole(AriaRole.Button, new() { NameRegex = new Regex(button, RegexOptions.IgnoreCase) }).Last;
        var thread = Messages(side).Locator(".sl-replies").Last;
        await Expect(found.Or(thread).First).ToBeVisibleAsync();
        if (await found.CountAsync() == 0)
        {
            await thread.ClickAsync();
        }

        await found.ClickAsync();
    }

    /// <summary>
    /// Fills what a form asks for and sends it: each text field that must be filled, the first of the choices where none is chosen yet.
    /// </summary>
    public async Task FillAndSendAsync(string side, string words)
    {
        var form = Form(side);
        await Expect(form).ToBeVisibleAsync();
        foreach (var field in await form.Locator(":is(textarea, input[type=text])[aria-required=true]:not([role=combobox])").AllAsync())
        {
            if (await field.InputValueAsync() == "")
            {
                await field.FillAsync(words);
            }
        }

        foreach (var group in await form.Locator("[role=radiogroup][aria-required=true], .ac-choiceSetInput-expanded.ac-input-required").AllAsync())
        {
            if (await group.Locator("input:checked").CountAsync() == 0)
            {
                await group.Locator("input[type=radio]").First.CheckAsync();
            }
        }

        foreach (var list in await form.Locator("input[role=combobox][aria-required=true]").AllAsync())
        {
            if (await list.InputValueAsync() == "")
            {
                await list.ClickAsync();
                await list.PressAsync("Enter");
            }
        }

        foreach (var list in await form.Locator("select[aria-required=true]").AllAsync())
        {
            if (await list.InputValueAsync() == "")
            {
                await list.SelectOptionAsync(new SelectOptionValue { Index = 1 });
            }
        }

        await SendUntilTakenAsync(side);
    }

    /// <summary>
    /// A form that is sent may show first what the customer is going to read, and where the answer came too late it stays and says so:
    /// either way it is sent once more. Twice does no harm.
    /// </summary>
    private async Task SendUntilTakenAsync(string side)
    {
        var form = Form(side);
        for (var i = 0; i < 6 && await form.CountAsync() > 0; i++)
        {
            try
            {
                await SendAsync(side);
            }
            catch (TimeoutException)
            {
                // It went while we reached for it.
            }

            for (var waited = 0; waited < 40 && await form.CountAsync() > 0; waited++)
            {
                await Task.Delay(100);
            }
        }

        await Expect(form).ToHaveCountAsync(0);
    }

    /// <summary>Presses the button that sends the open form.</summary>
    public Task SendAsync(string side) => side == "slack"
        ? Form(side).Locator("footer button[type=submit]").ClickAsync(new() { Timeout = 10_000 })
        : Form(side).Locator(".ac-pushButton.style-positive").Last.ClickAsync(new() { Timeout = 10_000 });

    /// <summary>Opens the form that takes a problem down, by the words that each chat has for it.</summary>
    public async Task OpenCaptureAsync(string side, string words)
    {
        if (side == "slack")
        {
            await CommandAsync($"/escalate {words}");
        }
        else
        {
            await Teams.GetByRole(AriaRole.Button, new() { Name = "Actions and apps" }).ClickAsync();
            await Page.GetByRole(AriaRole.Menuitem, new() { NameRegex = ReportProblem() }).ClickAsync();
        }

        await Expect(Form(side)).ToBeVisibleAsync();
    }

    /// <summary>Slack gives an app three seconds. On a busy machine that may be too few; then one does what Slack says and tries again.</summary>
    private async Task CommandAsync(string command)
    {
        var late = Slack.GetByText("did not answer in time").First;
        for (var i = 0; i < 4; i++)
        {
            await WriteAsync("slack", command);
            await Expect(Form("slack").Or(late).First).ToBeVisibleAsync();
            if (await Form("slack").CountAsync() > 0)
            {
                return;
            }

            await late.Locator("..").GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        }
    }

    /// <summary>From Ada's words to the case in the triage room.</summary>
    public async Task CaptureAsync(string side, string words = "The nightly export of orders stopped")
    {
        await BeAsync("Dana Park");
        await GoAsync(side, "acme");
        await OpenCaptureAsync(side, words);
        await FillAndSendAsync(side, words);
        await GoAsync(side, "triage");
        await Expect(Messages(side)).ToContainTextAsync(Reference());
    }

    /// <summary>Nobody was told of an error by the browser.</summary>
    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        lock (_complaints)
        {
            _complaints.ShouldBeEmpty();
        }
    }

    private void Complain(bool really, string words)
    {
        lock (_complaints)
        {
            if (really)
            {
                _complaints.Add(words);
            }
        }
    }

    [GeneratedRegex("^You are ", RegexOptions.None, 1000)]
    private static partial Regex SwitchPerson();

    [GeneratedRegex("^(Message|Type a message|Start a post)", RegexOptions.None, 1000)]
    private static partial Regex MessageBox();

    [GeneratedRegex("^Report a problem", RegexOptions.None, 1000)]
    private static partial Regex ReportProblem();

    [GeneratedRegex(@"ACME-\d+", RegexOptions.None, 1000)]
    public static partial Regex Reference();
}
