using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Slack;

/// <summary>Slack, outwards.</summary>
internal sealed class SlackPlatform(SlackApi api, SlackDirect direct, SlackInstallation installation) : IChatPlatform
{
    public const string PlatformKey = "slack";

    /// <summary>What a message of ours is marked with; the payload holds nothing but our own id of it.</summary>
    public const string MetadataType = "chatliaison";

    public string Key => PlatformKey;

    public PlatformAbilities Abilities => SlackAbilities.All;

    public async Task<MessageRef?> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) => message.To switch
    {
        ToChannel to => await PostAsync(message, to.ChannelId, to.ThreadId, toPerson: false, cancellationToken),
        ToPerson to => await PostToPersonAsync(message, to.UserId, cancellationToken),
        ToPersonInChannel to => await WhisperAsync(message, to, cancellationToken),
        _ => throw new ChatPlatformException(ChatFailure.Rejected, $"Slack knows no destination of the kind {message.To.GetType().Name}."),
    };

    public async Task UpdateAsync(MessageRef message, Card card, CancellationToken cancellationToken)
    {
        var json = JsonBuffer.Rent();
        var writer = json.Writer;
        writer.WriteStartObject();
        writer.WriteString("channel", message.ChannelId);
        writer.WriteString("ts", message.MessageId);
        SlackCardRenderer.WriteMessage(writer, card);
        writer.WriteEndObject();
        var result = await api.PostAsync("chat.update", json, cancellationToken);
        json.Dispose();
        result.Demand();
    }

    public Task<MessageRef?> FindSentAsync(OutgoingMessage message, Instant since, CancellationToken cancellationToken) =>
        new SlackLookback(api, direct).FindAsync(message, since, cancellationToken);

    public Task<Reachability> CheckPersonAsync(string userId, CancellationToken cancellationToken) =>
        new SlackReach(api, direct).PersonAsync(userId, cancellationToken);

    public Task<Reachability> CheckChannelAsync(string channelId, CancellationToken cancellationToken) =>
        new SlackReach(api, direct).ChannelAsync(channelId, cancellationToken);

    public string? LinkTo(MessageRef message) => SlackLinks.ToMessage(installation.Team?.Url, message);

    private async Task<MessageRef?> PostToPersonAsync(OutgoingMessage message, string userId, CancellationToken cancellationToken)
    {
        var channel = await direct.ChannelAsync(userId, cancellationToken);
        try
        {
            return await PostAsync(message, channel, threadId: null, toPerson: true, cancellationToken);
        }
        catch (ChatPlatformException e) when (e.Failure == ChatFailure.PersonUnreachable)
        {
            direct.Forget(userId);
            throw;
        }
    }

    private async Task<MessageRef?> PostAsync(OutgoingMessage message, string channelId, string? threadId, bool toPerson, CancellationToken cancellationToken)
    {
        var json = JsonBuffer.Rent();
        var writer = json.Writer;
        writer.WriteStartObject();
        writer.WriteString("channel", channelId);
        if (threadId is not null)
        {
            writer.WriteString("thread_ts", threadId);
        }

        writer.WriteBoolean("unfurl_links", false);
        writer.WriteBoolean("unfurl_media", false);
        writer.WriteStartObject("metadata");
        writer.WriteString("event_type", MetadataType);
        writer.WriteStartObject("event_payload");
        writer.WriteString("id", message.Id);
        writer.WriteEndObject();
        writer.WriteEndObject();
        SlackCardRenderer.WriteMessage(writer, message.Card, message.Mentions);
        writer.WriteEndObject();
        var result = await api.PostAsync("chat.postMessage", json, cancellationToken);
        json.Dispose();
        using var document = result.Demand(toPerson).Read();
        var answer = document.RootElement;
        return new(Key, answer.Text("channel") ?? channelId, answer.Text("ts") ?? throw SlackFailures.Of(result.Method, "unreadable_answer"), threadId);
    }

    private async Task<MessageRef?> WhisperAsync(OutgoingMessage message, ToPersonInChannel to, CancellationToken cancellationToken)
    {
        var json = JsonBuffer.Rent();
        var writer = json.Writer;
        writer.WriteStartObject();
        writer.WriteString("channel", to.ChannelId);
        writer.WriteString("user", to.UserId);
        SlackCardRenderer.WriteMessage(writer, message.Card, message.Mentions);
        writer.WriteEndObject();
        var result = await api.PostAsync("chat.postEphemeral", json, cancellationToken);
        json.Dispose();
        if (result.Error is "user_not_in_channel" or "not_in_channel" or "channel_not_found" or "is_archived")
        {
            return await PostToPersonAsync(message, to.UserId, cancellationToken);
        }

        result.Demand();
        return null;
    }
}
