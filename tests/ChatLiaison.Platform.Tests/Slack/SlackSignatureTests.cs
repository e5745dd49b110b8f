using ChatLiaison.Playground.Slack;
using ChatLiaison.Slack;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Slack;

public sealed class SlackSignatureTests : IAsyncLifetime
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const string Body = "command=%2Fcase&text=x&user_id=U0DANA&team_id=T0OURS&channel_id=C0ACME&trigger_id=1";

    private SlackStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await SlackStage.StartAsync();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Believes_what_slack_signed()
    {
        (await stage.Slack.Client.SendSignedAsync("/slack/commands", Body, FormType)).Answer.Status.ShouldBe(200);
        stage.Desk.Heard.Count.ShouldBe(1);
    }

    public static TheoryData<SlackForgery> Forgeries =>
    [
        new SlackForgery { BadSignature = true },
        new SlackForgery { OmitSignature = true },
        new SlackForgery { OmitTimestamp = true },
        new SlackForgery(Secret: "another secret"),
        new SlackForgery(TimestampShift: TimeSpan.FromMinutes(-6)),
        new SlackForgery(TimestampShift: TimeSpan.FromMinutes(6)),
    ];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Refuses_what_slack_did_not_sign_just_now(SlackForgery forgery)
    {
        foreach (var path in new[] { "/slack/commands", "/slack/interactions", "/slack/options", "/slack/events" })
        {
            (await stage.Slack.Client.SendSignedAsync(path, Body, FormType, forgery)).Answer.Status.ShouldBe(401);
        }

        stage.Desk.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_a_body_of_more_than_a_megabyte() =>
        (await stage.Slack.Client.SendSignedAsync("/slack/commands", Body + new string('x', 1024 * 1024), FormType)).Answer.Status.ShouldBe(413);

    [Theory]
    [InlineData("/slack/events", "{\"type\":", 400)]
    [InlineData("/slack/events", "{\"type\":\"of tomorrow\"}", 400)]
    [InlineData("/slack/events", "[]", 400)]
    [InlineData("/slack/events", "", 400)]
    [InlineData("/slack/interactions", "payload=%7B%22type%22", 400)]
    [InlineData("/slack/interactions", "payload=%7B%22type%22%3A%22x%22%7D", 400)]
    [InlineData("/slack/interactions", "nothing", 400)]
    [InlineData("/slack/interactions", "payload=%", 400)]
    [InlineData("/slack/commands", "%%%=&&==&text=%4", 400)]
    public async Task Answers_malformed_requests_plainly(string path, string body, int status)
    {
        var answer = (await stage.Slack.Client.SendSignedAsync(path, body, FormType)).Answer;
        answer.Status.ShouldBe(status);
        stage.Desk.Heard.ShouldBeEmpty();
    }

    [Fact]
    public void Does_not_start_without_a_signing_secret() =>
        Should.Throw<InvalidOperationException>(() => new SlackOptions { BotToken = "xoxb-1", SigningSecret = " " }.Validate())
            .Message.ShouldContain("Slack:SigningSecret");
}
