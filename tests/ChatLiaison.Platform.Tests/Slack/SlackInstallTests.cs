using System.Net;
using System.Web;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Slack;

public class SlackInstallTests
{
    private static HttpClient Browser(SlackStage stage) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = stage.Address };

    [Fact]
    public async Task Says_that_the_app_is_installed_by_token()
    {
        await using var stage = await SlackStage.StartAsync();
        using var browser = Browser(stage);
        (await browser.GetStringAsync("/slack/install")).ShouldContain("Slack:BotToken");
        (await browser.GetAsync("/slack/oauth?code=1&state=2")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Installs_for_the_browser_that_set_out()
    {
        await using var stage = await SlackStage.StartAsync(install: true);
        using var browser = Browser(stage);
        var sent = await browser.GetAsync("/slack/install");
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var query = HttpUtility.ParseQueryString(sent.Headers.Location.ShouldNotBeNull().Query);
        query["client_id"].ShouldBe(stage.Slack.Options.ClientId);
        query["scope"].ShouldNotBeNull().ShouldContain("chat:write");
        var code = stage.Slack.IssueOAuthCode("U0DANA");
        (await browser.GetAsync($"/slack/oauth?code={code}&state={query["state"]}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        stage.Memory.Entries.ShouldContainKey("slack/token");
    }

    [Fact]
    public async Task Refuses_a_way_back_that_this_browser_never_took()
    {
        await using var stage = await SlackStage.StartAsync(install: true);
        using var stranger = Browser(stage);
        var code = stage.Slack.IssueOAuthCode("U0DANA");
        (await stranger.GetAsync($"/slack/oauth?code={code}&state=guessed")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        stage.Memory.Entries.ShouldNotContainKey("slack/token");
    }
}
