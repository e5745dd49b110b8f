using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Tests.Slack.Support;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Slack;

public sealed class When_the_app_is_slow_or_echoed : SlackTest
{
    private protected override SlackStandInOptions Configure(SlackStandInOptions options) =>
        options with { EchoOwnMessages = true, AnswerWithin = TimeSpan.FromMilliseconds(200), EventRetryDelays = [TimeSpan.Zero] };

    [Fact]
    public async Task A_late_answer_is_no_answer()
    {
        var release = new TaskCompletionSource<AppSays>();
        App.Answer = _ => release.Task;
        (await Client.RunCommandAsync(Dana, Triage, "/case")).Failure.ShouldBe("operation_timeout");
        var delivery = (await Client.PostAsync(Dana, Triage, "x")).Deliveries.Single();
        await delivery.Completion.WaitAsync(TimeSpan.FromSeconds(10));
        release.SetResult(new AppSays());
        delivery.Attempts.Select(a => a.RetryReason).ShouldBe([null, "http_timeout"]);
    }

    [Fact]
    public async Task The_apps_own_messages_come_back_to_it()
    {
        var heard = new TaskCompletionSource<AppGot>();
        App.Answer = got =>
        {
            heard.TrySetResult(got);
            return Task.FromResult(new AppSays());
        };
        await PostedAsync(Triage, "\"text\":\"mine\"");
        var content = (await heard.Task.WaitAsync(TimeSpan.FromSeconds(10))).Payload["event"]!;
        ((string?)content["bot_id"]).ShouldBe("B0LIAISON");
        ((string?)content["app_id"]).ShouldBe("A0LIAISON");
    }
}
