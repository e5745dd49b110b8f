using System.Text;
using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Tests.Slack.Support;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Slack;

public sealed class CallerTests : SlackTest
{
    private protected override SlackStandInOptions Configure(SlackStandInOptions options) =>
        options with { GrantedScopes = ["chat:write", "users:read"] };

    [Fact]
    public async Task The_right_token_says_who_the_app_is()
    {
        var answer = await CallAsync("auth.test");
        ((string?)answer["user_id"]).ShouldBe("U0LIAISON");
        ((string?)answer["team_id"]).ShouldBe("T0OURS");
    }

    [Theory]
    [InlineData("auth.test", "xoxb-wrong", "invalid_auth")]
    [InlineData("auth.test", "xapp-standin-app", "not_allowed_token_type")]
    [InlineData("apps.connections.open", "xoxb-standin-bot", "not_allowed_token_type")]
    [InlineData("no.such.method", "xoxb-standin-bot", "unknown_method")]
    public async Task Another_caller_is_refused(string method, string token, string error) =>
        ((string?)(await CallAsync(method, token: token))["error"]).ShouldBe(error);

    [Fact]
    public async Task A_scope_that_was_not_granted_is_named()
    {
        var answer = await CallFormAsync("users.lookupByEmail", ("email", "dana@example.com"));
        ((string?)answer["error"]).ShouldBe("missing_scope");
        ((string?)answer["needed"]).ShouldBe("users:read.email");
        ((string?)answer["provided"]).ShouldBe("chat:write,users:read");
    }

    [Fact]
    public async Task An_uninstalled_app_has_no_account()
    {
        await Client.UninstallAsync();
        ((string?)(await CallAsync("auth.test"))["error"]).ShouldBe("account_inactive");
        App.On("/slack/events").Select(g => (string?)g.Payload["event"]!["type"]).ShouldBe(["tokens_revoked", "app_uninstalled"]);
    }

    [Fact]
    public async Task A_json_body_is_not_looked_at_by_methods_that_take_forms()
    {
        ((string?)(await CallAsync("users.info", """{"user":"U0DANA"}"""))["error"]).ShouldBe("invalid_arguments");
        ((string?)(await CallFormAsync("users.info", ("user", Dana)))["user"]!["real_name"]).ShouldBe("Dana Park");
        (await CallFormAsync("chat.postMessage", ("channel", Triage), ("blocks", $"[{Views.Section("in a form")}]")))["ok"]!
            .GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_json_body_without_charset_is_warned_about()
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
        content.Headers.ContentType = new("application/json");
        using var response = await SendAsync("auth.test", content);
        (await response.Content.ReadAsStringAsync()).ShouldContain("missing_charset");
    }

    [Fact]
    public async Task An_install_code_is_good_once()
    {
        var code = Slack.IssueOAuthCode(Dana);
        (string, string)[] form = [("client_id", "1000.2000"), ("client_secret", "standin-client-secret"), ("code", code)];
        ((string?)(await CallFormAsync("oauth.v2.access", form))["access_token"]).ShouldBe(Slack.BotToken);
        ((string?)(await CallFormAsync("oauth.v2.access", form))["error"]).ShouldBe("code_already_used");
        ((string?)(await CallFormAsync("oauth.v2.access", form[0], ("client_secret", "no")))["error"]).ShouldBe("bad_client_secret");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var late = Slack.IssueOAuthCode(Dana);
        Clock.Advance(TimeSpan.FromMinutes(11));
        ((string?)(await CallFormAsync("oauth.v2.access", form[0], form[1], ("code", late)))["error"]).ShouldBe("invalid_code");
    }
}
