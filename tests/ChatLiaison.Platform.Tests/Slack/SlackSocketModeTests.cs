using ChatLiaison.Chat;
using ChatLiaison.Platform.Tests.Rendering;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Slack;

public sealed class SlackSocketModeTests : IAsyncLifetime
{
    private SlackStage stage = null!;

    public async ValueTask InitializeAsync()
    {
        stage = await SlackStage.StartAsync(socket: true);
        stage.Slack.AppUrl = null;
        await SlackStage.EventuallyAsync(() => stage.Slack.SocketCount > 0 ? "open" : null);
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Commands_forms_and_messages_come_through_the_socket()
    {
        stage.Desk.Answers(Reply.Show(Gallery.Forms["form-every-field"]));
        (await stage.Slack.Client.RunCommandAsync("U0DANA", "C0ACME", "/escalate", "now")).View.ShouldNotBeNull();
        stage.Desk.Answers(Reply.Wrong(new FieldError("story", "Say more.")));
        (await stage.Slack.Client.SubmitViewAsync("U0DANA")).Errors["story"].ShouldBe("Say more.");
        stage.Desk.Answers(Reply.Done(CustomerText.Of($"Noted.")));
        (await stage.Slack.Client.RunCommandAsync("U0DANA", "C0ACME", "/case")).Message.ShouldNotBeNull().AllText.ShouldContain("Noted.");
        await stage.Slack.Client.PostAsync("U0ADA", "C0ACME", "hello");
        stage.Desk.The<ChatMessage>().Text.ShouldBe("hello");
    }

    [Fact]
    public async Task A_new_socket_is_opened_when_slack_takes_one_away()
    {
        await stage.Slack.DisconnectSocketsAsync();
        await SlackStage.EventuallyAsync(() => stage.Slack.Calls.Count("apps.connections.open") > 1 && stage.Slack.SocketCount > 0 ? "open" : null);
        (await stage.Slack.Client.RunCommandAsync("U0DANA", "C0ACME", "/case")).Failure.ShouldBeNull();
        stage.Desk.The<CommandCall>().Name.ShouldBe("case");
    }

    [Fact]
    public async Task What_failed_is_not_acknowledged_and_comes_again()
    {
        var calls = 0;
        stage.Desk.Answer = (_, _) => ++calls == 1 ? throw new InvalidOperationException("no database") : Task.FromResult(Reply.Done());
        await stage.Slack.Client.PostAsync("U0ADA", "C0ACME", "We are down");
        await SlackStage.EventuallyAsync(() => stage.Desk.Heard.Count >= 2 ? "again" : null);
        stage.Desk.Heard.Select(h => h.Key).Distinct().Count().ShouldBe(1);
    }
}
