using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>
/// Acts as people in the Slack app. Each act becomes what Slack would send, signed, to the app under test; what the app answers is
/// shown in the world. What Slack's own client would not let a person do is refused with <see cref="SlackRefusalException"/>.
/// </summary>
public sealed partial class SlackClient
{
    private readonly SlackStandIn _standIn;
    private readonly Payloads _payloads;

    internal SlackClient(SlackStandIn standIn)
    {
        _standIn = standIn;
        _payloads = new Payloads(standIn);
    }

    private SlackWorld World => _standIn.World;

    /// <summary>Types a command into a channel's message box. There is no way to do so inside a thread.</summary>
    /// <param name="channelId">A channel the person is in.</param>
    /// <param name="command">With its slash.</param>
    public async Task<SlackActOutcome> RunCommandAsync(string userId, string channelId, string command, string text = "")
    {
        var user = StaffMember(userId);
        var channel = ChannelOf(user, channelId);
        if (_standIn.Options.Commands is { } registered && !registered.Contains(command))
        {
            throw new SlackRefusalException(SlackRefusal.NoSuchCommand, command);
        }

        var before = World.TopView(userId);
        var payload = _payloads.Command(user, channel, command, text);
        var answer = await _standIn.Link.DeliverAsync(new AppRequest(AppRequestKind.Command, payload));
        var (message, failure) = CommandAnswers.Show(World, answer, channel.Id, userId);
        return new SlackActOutcome(answer, failure, message, Opened(userId, before));
    }

    /// <summary>Picks a shortcut from the search bar or the lightning menu: the app learns of no channel.</summary>
    public Task<SlackActOutcome> GlobalShortcutAsync(string userId, string callbackId)
    {
        var payload = _payloads.Common("shortcut", StaffMember(userId));
        payload["callback_id"] = callbackId;
        payload["action_ts"] = World.NextTs();
        return InteractAsync(userId, payload);
    }

    /// <summary>Picks a shortcut from a message's menu.</summary>
    public Task<SlackActOutcome> MessageShortcutAsync(string userId, string callbackId, SlackMessage message)
    {
        var user = StaffMember(userId);
        return InteractAsync(userId, _payloads.MessageShortcut(user, Seen(user, message), callbackId));
    }

    private async Task<SlackActOutcome> InteractAsync(string userId, JsonObject payload)
    {
        var before = World.TopView(userId);
        var answer = await _standIn.Link.DeliverAsync(new AppRequest(AppRequestKind.Interaction, payload));
        return new SlackActOutcome(answer, answer.Failure, null, Opened(userId, before));
    }

    private SlackView? Opened(string userId, SlackView? before) => World.TopView(userId) is { } top && top.Id != before?.Id ? top : null;

    private SlackUser Person(string userId) =>
        World.User(userId) is { IsDeleted: false } user ? user : throw new SlackRefusalException(SlackRefusal.UserGone, userId);

    private SlackUser StaffMember(string userId) =>
        Person(userId) is var user && !World.IsExternal(userId) && _standIn.IsInstalled
            ? user
            : throw new SlackRefusalException(SlackRefusal.AppNotInTheirWorkspace, $"{userId} of {user.TeamId}");

    private SlackChannel ChannelOf(SlackUser user, string channelId)
    {
        var channel = channelId == World.Installation.BotUserId ? World.OpenDirect(user.Id).Channel : World.Channel(channelId);
        if (channel is null || !channel.Members.Contains(user.Id))
        {
            throw new SlackRefusalException(SlackRefusal.NotInChannel, $"{user.Id} in {channelId}");
        }

        return channel.IsArchived ? throw new SlackRefusalException(SlackRefusal.ChannelArchived, channelId) : channel;
    }

    /// <summary>The message as it is now, if the person can see it.</summary>
    private SlackMessage Seen(SlackUser user, SlackMessage message)
    {
        var now = World.Message(message.ChannelId, message.Ts);
        var isSeen = now is not null && (now.EphemeralTo is null || now.EphemeralTo == user.Id)
            && World.Channel(now.ChannelId)?.Members.Contains(user.Id) == true;
        return isSeen ? now! : throw new SlackRefusalException(SlackRefusal.CannotSee, $"{user.Id}: {message.ChannelId} {message.Ts}");
    }
}
