using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>Whether a message would arrive, asked before anybody relies on it.</summary>
internal sealed class SlackReach(SlackApi api, SlackDirect direct)
{
    public async Task<Reachability> PersonAsync(string userId, CancellationToken cancellationToken)
    {
        var result = await api.AskAsync("users.info", cancellationToken, KeyValuePair.Create("user", userId));
        if (result.Error is { } error)
        {
            return Reachability.No($"Slack does not know {userId} ({error}). Correct the Slack id in the directory; someone outside must share a channel with us.");
        }

        using var document = result.Read();
        var user = document.RootElement.At("user");
        if (user.Is("deleted"))
        {
            return Reachability.No($"{userId} is deactivated on Slack. Name somebody else or correct the Slack id in the directory.");
        }

        if (user.Is("is_bot"))
        {
            return Reachability.No($"{userId} is a bot on Slack, and bots take no direct messages. Correct the Slack id in the directory.");
        }

        try
        {
            await direct.ChannelAsync(userId, cancellationToken);
            return Reachability.Yes;
        }
        catch (ChatPlatformException e) when (e.Failure is ChatFailure.PersonUnreachable or ChatFailure.Rejected)
        {
            return Reachability.No(e.Message);
        }
    }

    public async Task<Reachability> ChannelAsync(string channelId, CancellationToken cancellationToken)
    {
        var result = await api.AskAsync("conversations.info", cancellationToken, KeyValuePair.Create("channel", channelId));
        if (result.Error is { } error)
        {
            return Reachability.No($"Slack shows us no channel {channelId} ({error}). Correct the id, and invite the bot with /invite when the channel is private.");
        }

        using var document = result.Read();
        var channel = document.RootElement.At("channel");
        if (channel.Is("is_archived"))
        {
            return Reachability.No($"The channel {channelId} is archived. Unarchive it or name another one.");
        }

        return channel.Is("is_member") || channel.Is("is_im")
            ? Reachability.Yes
            : Reachability.No($"The bot is not in the channel {channelId}. Invite it there with /invite.");
    }
}
