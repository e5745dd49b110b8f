using System.Text;
using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Tests.Slack.Support;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Slack;

public sealed class LimitsAndFaultsTests : SlackTest
{
    private async Task<(int Status, string? RetryAfter)> SendAsync(string method, string json, TimeSpan? within = null)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var limit = new CancellationTokenSource(within ?? TimeSpan.FromSeconds(10));
        using var response = await SendAsync(method, content, cancel: limit.Token);
        return ((int)response.StatusCode, response.Headers.TryGetValues("Retry-After", out var after) ? after.Single() : null);
    }

    private Task<(int Status, string? RetryAfter)> PostTo(string channel) =>
        SendAsync("chat.postMessage", $$"""{"channel":"{{channel}}","text":"x"}""");

    [Fact]
    public async Task One_channel_takes_a_burst_and_then_a_message_a_second()
    {
        for (var i = 0; i < 5; i++)
        {
            (await PostTo(Triage)).Status.ShouldBe(200);
        }

        (await PostTo(Triage)).ShouldBe((429, "1"));
        (await PostTo(Acme)).Status.ShouldBe(200, "another channel has its own pace");
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await PostTo(Triage)).Status.ShouldBe(200);
        (await PostTo(Triage)).Status.ShouldBe(429);
        World.Messages(Triage).Count.ShouldBe(6, "what is refused is not posted");
    }

    [Fact]
    public async Task A_method_has_its_tier_a_minute()
    {
        for (var i = 0; i < 50; i++)
        {
            (await SendAsync("conversations.join", """{"channel":"C0TRIAGE"}""")).Status.ShouldBe(200);
        }

        Clock.Advance(TimeSpan.FromSeconds(20));
        (await SendAsync("conversations.join", """{"channel":"C0TRIAGE"}""")).ShouldBe((429, "40"));
        Clock.Advance(TimeSpan.FromSeconds(40));
        (await SendAsync("conversations.join", """{"channel":"C0TRIAGE"}""")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Limits_can_be_relaxed()
    {
        Slack.EnforceRateLimits = false;
        for (var i = 0; i < 20; i++)
        {
            (await PostTo(Triage)).Status.ShouldBe(200);
        }
    }

    [Fact]
    public async Task Faults_are_met_in_order_by_their_method_only()
    {
        Slack.Faults.Next(SlackFaultKind.RateLimited, "chat.postMessage", duration: TimeSpan.FromSeconds(7));
        Slack.Faults.Next(SlackFaultKind.ServerError, "chat.postMessage", count: 2);
        (await SendAsync("auth.test", "{}")).Status.ShouldBe(200);
        (await PostTo(Triage)).ShouldBe((429, "7"));
        (await PostTo(Triage)).Status.ShouldBe(500);
        (await PostTo(Triage)).Status.ShouldBe(500);
        World.Messages(Triage).ShouldBeEmpty();
        (await PostTo(Triage)).Status.ShouldBe(200);
        Slack.Calls.Count("chat.postMessage").ShouldBe(4);
        Slack.Calls.Refused.Select(c => c.Error).ShouldBe(["ratelimited", "server_error", "server_error"]);
    }

    [Fact]
    public async Task Accept_then_hang_does_the_work_and_never_answers()
    {
        Slack.Faults.Next(SlackFaultKind.AcceptThenHang);
        await Should.ThrowAsync<OperationCanceledException>(
            () => SendAsync("chat.postMessage", """{"channel":"C0TRIAGE","text":"done"}""", TimeSpan.FromMilliseconds(300)));
        (await World.WaitForAsync(w => w.Messages(Triage) is [var first, ..] ? first : null)).Text.ShouldBe("done");
    }

    [Fact]
    public async Task A_broken_connection_comes_before_or_after_the_work()
    {
        Slack.Faults.Next(SlackFaultKind.Drop);
        await Should.ThrowAsync<HttpRequestException>(() => PostTo(Triage));
        World.Messages(Triage).ShouldBeEmpty();
        Slack.Faults.Next(SlackFaultKind.AcceptThenDrop);
        await Should.ThrowAsync<HttpRequestException>(() => PostTo(Triage));
        World.Messages(Triage).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_slow_answer_comes_late()
    {
        Slack.Faults.Next(SlackFaultKind.Slow, duration: TimeSpan.FromMilliseconds(400));
        var began = TimeProvider.System.GetTimestamp();
        (await PostTo(Triage)).Status.ShouldBe(200);
        TimeProvider.System.GetElapsedTime(began).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(350));
    }

    [Fact]
    public async Task Changes_are_reported_in_order()
    {
        var seen = new List<SlackChangeKind>();
        World.Changed += (_, change) => seen.Add(change.Kind);
        await PostTo(Triage);
        await CallAsync("views.publish", """{"user_id":"U0DANA","view":{"type":"home","blocks":[]}}""");
        seen.ShouldBe([SlackChangeKind.MessagePosted, SlackChangeKind.HomePublished]);
        await Should.ThrowAsync<TimeoutException>(() => World.WaitForAsync(w => w.TopView(Dana), TimeSpan.FromMilliseconds(50)));
    }
}
