using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>Brings a card to where it belongs: into a thread, as a thread of its own, or to a person.</summary>
internal sealed class TeamsSender(TeamsOptions options, TeamsApi api, TeamsReferences references)
{
    public async Task<MessageRef> ToChannelAsync(
        string channelId, string? thread, Card card, IReadOnlyList<MentionSpan> mentions, CancellationToken cancellationToken)
    {
        var channel = await references.ChannelAsync(channelId, cancellationToken);
        var service = await references.ServiceAsync(channel.ServiceUrl, cancellationToken);
        if (thread is not null || TeamsIds.KindOf(channelId) != PlaceKind.Channel)
        {
            var id = await api.PostAsync(service, TeamsIds.InThread(channelId, thread), TeamsMessages.Activity(card, mentions), cancellationToken);
            return new(TeamsPlatform.PlatformKey, channelId, id, TeamsIds.KindOf(channelId) == PlaceKind.Channel ? thread : null);
        }

        var body = TeamsMessages.Thread(options.AppId, channelId, channel.Tenant ?? OurTenant, card, mentions);
        var (conversation, activity) = await api.OpenThreadAsync(service, body, cancellationToken);
        return new(TeamsPlatform.PlatformKey, channelId, activity.Length > 0 ? activity : conversation[(conversation.LastIndexOf('=') + 1)..]);
    }

    public async Task<MessageRef> ToPersonAsync(string userId, Card card, IReadOnlyList<MentionSpan> mentions, CancellationToken cancellationToken)
    {
        try
        {
            var (service, conversation) = await DirectAsync(userId, cancellationToken);
            var id = await api.PostAsync(service, conversation, TeamsMessages.Activity(card, mentions), cancellationToken);
            return new(TeamsPlatform.PlatformKey, conversation, id);
        }
        catch (ChatPlatformException failure) when (failure.Failure == ChatFailure.ChannelUnreachable)
        {
            await ForgetConversationAsync(userId, cancellationToken);
            throw TeamsFailures.ForPerson(failure);
        }
    }

    public async Task ReplaceAsync(MessageRef message, Card card, CancellationToken cancellationToken)
    {
        var channel = await references.ChannelAsync(message.ChannelId, cancellationToken);
        var service = await references.ServiceAsync(channel.ServiceUrl, cancellationToken);
        var conversation = TeamsIds.InThread(message.ChannelId, message.Root);
        await api.PutAsync(service, conversation, message.MessageId, TeamsMessages.Activity(card), cancellationToken);
    }

    /// <summary>The direct conversation with a person, opened when there is none yet; opening one sends nothing.</summary>
    public async Task<(string Service, string Conversation)> DirectAsync(string userId, CancellationToken cancellationToken)
    {
        var person = await references.PersonAsync(userId, cancellationToken);
        var service = await references.ServiceAsync(person.ServiceUrl, cancellationToken);
        if (person.Conversation is { } known)
        {
            return (service, known);
        }

        var body = TeamsMessages.Direct(options.AppId, person.Mri ?? userId, person.Tenant ?? OurTenant);
        var opened = await api.OpenDirectAsync(service, body, cancellationToken);
        await references.SetPersonAsync(userId, person with { Conversation = opened }, cancellationToken);
        return (service, opened);
    }

    private string? OurTenant => options.TenantId.Length > 0 ? options.TenantId : null;

    // It may be out of date; the next time a new one is asked for.
    private async Task ForgetConversationAsync(string userId, CancellationToken cancellationToken)
    {
        var person = await references.PersonAsync(userId, cancellationToken);
        await references.SetPersonAsync(userId, person with { Conversation = null }, cancellationToken);
    }
}
