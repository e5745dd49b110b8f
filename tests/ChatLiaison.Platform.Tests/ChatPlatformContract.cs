using ChatLiaison.Chat;
using ChatLiaison.Platform.Tests.Rendering;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests;

/// <summary>How the platform's side misbehaves at the next send or update.</summary>
public enum PlatformFault
{
    /// <summary>429 with Retry-After: 7.</summary>
    RateLimited,

    /// <summary>An answer of 503 and nothing stored.</summary>
    ServerError,

    /// <summary>The message is stored, and the answer never comes (or the connection breaks).</summary>
    AcceptsThenSilent,

    /// <summary>Nobody listens at the platform's address.</summary>
    Unreachable,
}

/// <summary>What both adapters must do alike; each inherits it with its own platform's stand-in behind the hooks.</summary>
public abstract class ChatPlatformContract : IAsyncLifetime
{
    protected abstract IChatPlatform Platform { get; }

    /// <summary>A channel that the bot is in.</summary>
    protected abstract string ChannelId { get; }

    /// <summary>A person who can be written to.</summary>
    protected abstract string PersonId { get; }

    protected abstract string UnknownPersonId { get; }

    protected abstract string UnknownChannelId { get; }

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Makes the next send or update on the wire fail in this way.</summary>
    protected abstract void FailNext(PlatformFault fault);

    /// <summary>The JSON of the message as the platform holds it; null when it holds none.</summary>
    protected abstract Task<string?> StoredAsync(MessageRef message);

    /// <summary>How many messages the platform holds in the contract's channel.</summary>
    protected abstract Task<int> CountInChannelAsync();

    protected static Card Hello => StaffCard.Titled("Hello").Say("World");

    private OutgoingMessage ToChannel(Card card) => new(Guid.NewGuid(), new ToChannel(Platform.Key, ChannelId), card);

    private OutgoingMessage ToPerson(string id, Card card) => new(Guid.NewGuid(), new ToPerson(Platform.Key, id), card);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sends_to_a_channel_and_says_where_it_stands()
    {
        var sent = await Platform.SendAsync(ToChannel(Hello), Token);
        sent.ShouldNotBeNull();
        sent.Platform.ShouldBe(Platform.Key);
        sent.ChannelId.ShouldBe(ChannelId);
        (await StoredAsync(sent)).ShouldNotBeNull().ShouldContain("World");
    }

    [Fact]
    public async Task Sends_into_a_thread()
    {
        var first = (await Platform.SendAsync(ToChannel(Hello), Token)).ShouldNotBeNull();
        var second = await Platform.SendAsync(new(Guid.NewGuid(), new ToChannel(Platform.Key, ChannelId, first.Root), Hello), Token);
        second.ShouldNotBeNull().Root.ShouldBe(first.Root);
        second.MessageId.ShouldNotBe(first.MessageId);
    }

    [Fact]
    public async Task Sends_to_a_person()
    {
        var sent = (await Platform.SendAsync(ToPerson(PersonId, Hello), Token)).ShouldNotBeNull();
        (await StoredAsync(sent)).ShouldNotBeNull().ShouldContain("World");
    }

    [Fact]
    public async Task Puts_another_card_in_the_place_of_one_that_was_sent()
    {
        var sent = (await Platform.SendAsync(ToChannel(Hello), Token)).ShouldNotBeNull();
        await Platform.UpdateAsync(sent, StaffCard.Titled("Hello").Say("Changed"), Token);
        var stored = (await StoredAsync(sent)).ShouldNotBeNull();
        stored.ShouldContain("Changed");
        stored.ShouldNotContain("World");
    }

    [Fact]
    public async Task Says_that_a_message_to_change_is_gone()
    {
        var gone = new MessageRef(Platform.Key, ChannelId, "1500000000.000100");
        (await FailureOf(() => Platform.UpdateAsync(gone, Hello, Token))).Failure.ShouldBe(ChatFailure.MessageGone);
    }

    [Fact]
    public async Task Being_rate_limited_is_temporary_and_says_how_long()
    {
        FailNext(PlatformFault.RateLimited);
        var failure = await FailureOf(() => Platform.SendAsync(ToChannel(Hello), Token));
        failure.Failure.ShouldBe(ChatFailure.Temporary);
        failure.RetryAfter.ShouldBe(Duration.FromSeconds(7));
    }

    [Fact]
    public async Task A_server_error_is_temporary()
    {
        FailNext(PlatformFault.ServerError);
        (await FailureOf(() => Platform.SendAsync(ToChannel(Hello), Token))).Failure.ShouldBe(ChatFailure.Temporary);
    }

    [Fact]
    public async Task No_connection_is_temporary()
    {
        FailNext(PlatformFault.Unreachable);
        (await FailureOf(() => Platform.SendAsync(ToChannel(Hello), Token))).Failure.ShouldBe(ChatFailure.Temporary);
    }

    [Fact]
    public async Task Silence_after_accepting_is_uncertain_and_is_settled_by_looking()
    {
        FailNext(PlatformFault.AcceptsThenSilent);
        var message = ToChannel(Hello);
        var since = Instant.FromUnixTimeSeconds(0);
        (await FailureOf(() => Platform.SendAsync(message, Token))).Failure.ShouldBe(ChatFailure.Uncertain);
        (await CountInChannelAsync()).ShouldBe(1);
        if (Platform.Abilities.FindsSentMessages)
        {
            (await Platform.FindSentAsync(message, since, Token)).ShouldNotBeNull().ChannelId.ShouldBe(ChannelId);
        }
    }

    [Fact]
    public async Task Does_not_find_what_was_never_sent()
    {
        await Platform.SendAsync(ToChannel(Hello), Token);
        (await Platform.FindSentAsync(ToChannel(Hello), Instant.FromUnixTimeSeconds(0), Token)).ShouldBeNull();
    }

    [Fact]
    public async Task An_unknown_person_is_unreachable()
    {
        (await FailureOf(() => Platform.SendAsync(ToPerson(UnknownPersonId, Hello), Token))).Failure.ShouldBe(ChatFailure.PersonUnreachable);
        var reach = await Platform.CheckPersonAsync(UnknownPersonId, Token);
        reach.Reached.ShouldBeFalse();
        reach.Reason.ShouldNotBeEmpty();
        (await Platform.CheckPersonAsync(PersonId, Token)).ShouldBe(Reachability.Yes);
    }

    [Fact]
    public async Task An_unknown_channel_is_unreachable()
    {
        var message = new OutgoingMessage(Guid.NewGuid(), new ToChannel(Platform.Key, UnknownChannelId), Hello);
        (await FailureOf(() => Platform.SendAsync(message, Token))).Failure.ShouldBe(ChatFailure.ChannelUnreachable);
        (await Platform.CheckChannelAsync(UnknownChannelId, Token)).Reached.ShouldBeFalse();
        (await Platform.CheckChannelAsync(ChannelId, Token)).ShouldBe(Reachability.Yes);
    }

    [Theory]
    [MemberData(nameof(CardNames))]
    public async Task The_platform_takes_every_card(string name)
    {
        var sent = (await Platform.SendAsync(ToChannel(Gallery.Cards[name]), Token)).ShouldNotBeNull();
        (await StoredAsync(sent)).ShouldNotBeNull();
        (await CountInChannelAsync()).ShouldBe(1);
    }

    public static TheoryData<string> CardNames => [.. Gallery.Cards.Keys];

    protected static async Task<ChatPlatformException> FailureOf(Func<Task> act)
    {
        var failure = await Should.ThrowAsync<ChatPlatformException>(act);
        failure.Message.ShouldNotBeEmpty();
        return failure;
    }
}
