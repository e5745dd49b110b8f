using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Teams;

/// <summary>Microsoft Teams, outwards.</summary>
internal sealed class TeamsPlatform(TeamsOptions options, TeamsApi api, TeamsSender sender, TeamsReferences references) : IChatPlatform
{
    public const string PlatformKey = "teams";

    public string Key => PlatformKey;

    public PlatformAbilities Abilities => TeamsAbilities.All;

    public async Task<MessageRef?> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        switch (message.To)
        {
            case ToChannel to:
                return await sender.ToChannelAsync(to.ChannelId, to.ThreadId, message.Card, message.Mentions, cancellationToken);
            case ToPerson to:
                return await sender.ToPersonAsync(to.UserId, message.Card, message.Mentions, cancellationToken);
            case ToPersonInChannel to:
                await sender.ToPersonAsync(to.UserId, message.Card, message.Mentions, cancellationToken);
                return null;
            default:
                throw new ArgumentException($"Teams knows no destination of the kind {message.To.GetType().Name}.", nameof(message));
        }
    }

    public Task UpdateAsync(MessageRef message, Card card, CancellationToken cancellationToken) => sender.ReplaceAsync(message, card, cancellationToken);

    public Task<MessageRef?> FindSentAsync(OutgoingMessage message, Instant since, CancellationToken cancellationToken) =>
        Task.FromResult<MessageRef?>(null);

    public async Task<Reachability> CheckPersonAsync(string userId, CancellationToken cancellationToken)
    {
        var person = await references.PersonAsync(userId, cancellationToken);
        if (person.Installed == false)
        {
            return Reachability.No("They removed the app from Teams. Ask them to add it again.");
        }

        try
        {
            var (service, conversation) = await sender.DirectAsync(userId, cancellationToken);
            await api.MemberAsync(service, conversation, person.Mri ?? userId, cancellationToken);
            return Reachability.Yes;
        }
        catch (ChatPlatformException failure) when (failure.Failure is ChatFailure.ChannelUnreachable or ChatFailure.PersonUnreachable)
        {
            return Reachability.No("Teams does not let us write to them. Ask them to add the app in Teams, or have an admin install it for everyone.");
        }
    }

    public async Task<Reachability> CheckChannelAsync(string channelId, CancellationToken cancellationToken)
    {
        var channel = await references.ChannelAsync(channelId, cancellationToken);
        if (channel.Present == false)
        {
            return Reachability.No("The app was removed from this team or chat. Add it again in Teams.");
        }

        try
        {
            await api.MembersAsync(await references.ServiceAsync(channel.ServiceUrl, cancellationToken), channelId, cancellationToken);
            return Reachability.Yes;
        }
        catch (ChatPlatformException failure) when (failure.Failure == ChatFailure.ChannelUnreachable)
        {
            return Reachability.No("Teams does not let us into this channel. Add the app to its team, or check the channel's id.");
        }
    }

    public string? LinkTo(MessageRef message)
    {
        var channel = references.KnownChannel(message.ChannelId);
        return TeamsIds.LinkTo(message, channel?.Tenant ?? options.TenantId, channel?.Group);
    }
}
