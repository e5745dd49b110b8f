using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Posting.</summary>
internal static class ChatMethods
{
    public static JsonObject PostMessage(ApiCall call)
    {
        var target = call.Args.Required("channel");
        var channel = call.ChannelToWriteIn(target.StartsWith('U') || target.StartsWith('W') ? DirectTo(call, target) : target);
        var content = MessageContent.Read(call.Args);
        var threadTs = ThreadOf(call, channel);
        var message = call.World.Add(new SlackMessage(channel.Id, "", threadTs, call.App.BotUserId, call.App.BotId, content.Text ?? "")
        {
            Blocks = content.Blocks,
            Attachments = content.Attachments,
            Metadata = content.Metadata,
            Subtype = threadTs is not null && call.Args.Flag("reply_broadcast") ? "thread_broadcast" : null,
        });
        call.StandIn.Events.EchoPosted(message);
        return ApiJson.Ok(("channel", channel.Id), ("ts", message.Ts), ("message", ApiJson.Message(call.World, message)));
    }

    public static JsonObject PostEphemeral(ApiCall call)
    {
        var channel = call.ChannelToWriteIn(call.Args.Required("channel"));
        var user = call.Args.Required("user");
        if (!channel.Members.Contains(user))
        {
            throw new SlackApiException("user_not_in_channel");
        }

        var content = MessageContent.Read(call.Args);
        var message = call.World.Add(
            new SlackMessage(channel.Id, "", ThreadOf(call, channel), call.App.BotUserId, call.App.BotId, content.Text ?? "")
            {
                Blocks = content.Blocks,
                Attachments = content.Attachments,
                EphemeralTo = user,
            });
        return ApiJson.Ok(("message_ts", message.Ts));
    }

    /// <summary>The direct conversation with a person whom the app can reach.</summary>
    internal static string DirectTo(ApiCall call, string userId)
    {
        var user = call.World.User(userId);
        if (user is null || user.IsDeleted || user.IsStranger)
        {
            throw new SlackApiException("channel_not_found");
        }

        return user.IsBot ? throw new SlackApiException("cannot_dm_bot") : call.World.OpenDirect(userId).Channel.Id;
    }

    /// <summary>The thread to post in. A reply must name the parent, not another reply.</summary>
    private static string? ThreadOf(ApiCall call, SlackChannel channel)
    {
        if (call.Args["thread_ts"] is not { } ts)
        {
            return null;
        }

        var parent = call.World.Message(channel.Id, ts) ?? throw new SlackApiException("thread_not_found");
        return parent.IsReply || parent.EphemeralTo is not null ? throw new SlackApiException("cannot_reply_to_message") : ts;
    }
}
