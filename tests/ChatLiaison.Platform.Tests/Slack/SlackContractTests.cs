using ChatLiaison.Chat;
using ChatLiaison.Playground.Slack;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Slack;

public sealed class SlackContractTests : ChatPlatformContract
{
    private SlackStage stage = null!;

    protected override IChatPlatform Platform => stage.Platform;

    protected override string ChannelId => "C0ACME";

    protected override string PersonId => "U0DANA";

    protected override string UnknownPersonId => "U0NOBODY";

    protected override string UnknownChannelId => "C0NOWHERE";

    public override async ValueTask InitializeAsync() => stage = await SlackStage.StartAsync();

    public override ValueTask DisposeAsync() => stage.DisposeAsync();

    protected override void FailNext(PlatformFault fault)
    {
        if (fault == PlatformFault.Unreachable)
        {
            stage.CloseSlackAsync().Wait(TestContext.Current.CancellationToken);
            return;
        }

        var (kind, duration) = fault switch
        {
            PlatformFault.RateLimited => (SlackFaultKind.RateLimited, TimeSpan.FromSeconds(7)),
            PlatformFault.ServerError => (SlackFaultKind.ServerError, TimeSpan.Zero),
            _ => (SlackFaultKind.AcceptThenDrop, TimeSpan.Zero),
        };
        stage.Slack.Faults.Next(kind, "chat.postMessage", duration: duration);
    }

    protected override Task<string?> StoredAsync(MessageRef message) =>
        Task.FromResult(stage.Slack.World.Message(message.ChannelId, message.MessageId)?.AllText);

    protected override Task<int> CountInChannelAsync() => Task.FromResult(stage.Slack.World.Messages(ChannelId).Count);

    [Fact]
    public async Task Silence_until_the_time_is_up_is_uncertain()
    {
        stage.Slack.Faults.Next(SlackFaultKind.AcceptThenHang, "chat.postMessage");
        var message = new OutgoingMessage(Guid.NewGuid(), new ToPerson("slack", PersonId), Hello);
        (await FailureOf(() => Platform.SendAsync(message, TestContext.Current.CancellationToken))).Failure.ShouldBe(ChatFailure.Uncertain);
        (await Platform.FindSentAsync(message, NodaTime.Instant.FromUnixTimeSeconds(0), TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_word_for_one_person_in_a_channel_is_seen_by_that_person_alone()
    {
        var to = new ToPersonInChannel("slack", ChannelId, PersonId);
        (await Platform.SendAsync(new(Guid.NewGuid(), to, Hello), TestContext.Current.CancellationToken)).ShouldBeNull();
        stage.Slack.World.SeenBy("U0DANA", ChannelId).ShouldContain(m => m.AllText.Contains("World"));
        stage.Slack.World.SeenBy("U0ADA", ChannelId).ShouldNotContain(m => m.AllText.Contains("World"));
    }

    [Fact]
    public async Task People_are_named_so_that_they_are_notified()
    {
        var message = new OutgoingMessage(Guid.NewGuid(), new ToChannel("slack", ChannelId), Hello) { Mentions = [new("slack", "U0ADA", "Ada Byrne")] };
        var sent = (await Platform.SendAsync(message, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        stage.Slack.World.Message(sent.ChannelId, sent.MessageId).ShouldNotBeNull().Text.ShouldContain("<@U0ADA>");
        Platform.LinkTo(sent).ShouldNotBeNull().ShouldContain(sent.MessageId.Replace(".", ""));
    }
}
