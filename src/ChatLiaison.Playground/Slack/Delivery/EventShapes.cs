using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>The inner events. Slack: event types.</summary>
internal static class EventShapes
{
    public static JsonObject Posted(SlackWorld world, SlackMessage message)
    {
        var json = ApiJson.Message(world, message);
        json["channel"] = message.ChannelId;
        json["event_ts"] = message.Ts;
        json["channel_type"] = ChannelType(world, message.ChannelId);
        if (message.BotId is null)
        {
            json["client_msg_id"] = Guid.NewGuid().ToString();
            json["user_team"] = json["team"]?.DeepClone();
            json["source_team"] = json["team"]?.DeepClone();
        }

        return json;
    }

    public static JsonObject Mention(SlackWorld world, SlackMessage message)
    {
        var json = Posted(world, message);
        json["type"] = "app_mention";
        json.Remove("channel_type");
        json.Remove("subtype");
        return json;
    }

    public static JsonObject Changed(SlackWorld world, SlackMessage before, SlackMessage after) =>
        Hidden(world, after, "message_changed", new()
    {
        ["message"] = ApiJson.Message(world, after), ["previous_message"] = ApiJson.Message(world, before),
    });

    public static JsonObject Deleted(SlackWorld world, SlackMessage gone) => Hidden(world, gone, "message_deleted", new()
    {
        ["deleted_ts"] = gone.Ts, ["previous_message"] = ApiJson.Message(world, gone),
    });

    public static JsonObject Joined(SlackWorld world, SlackChannel channel, string userId) => new()
    {
        ["type"] = "member_joined_channel", ["user"] = userId, ["channel"] = channel.Id, ["channel_type"] = channel.Id[..1],
        ["team"] = world.User(userId)?.TeamId, ["event_ts"] = world.NextTs(),
    };

    public static JsonObject Reacted(SlackWorld world, SlackMessage message, string name, string userId) => new()
    {
        ["type"] = "reaction_added", ["user"] = userId, ["reaction"] = name, ["item_user"] = message.UserId, ["event_ts"] = world.NextTs(),
        ["item"] = new JsonObject { ["type"] = "message", ["channel"] = message.ChannelId, ["ts"] = message.Ts },
    };

    // The stamps of the outer event are those of the change, not those of the message.
    private static JsonObject Hidden(SlackWorld world, SlackMessage message, string subtype, JsonObject json)
    {
        var ts = world.NextTs();
        json["type"] = "message";
        json["subtype"] = subtype;
        json["hidden"] = true;
        json["channel"] = message.ChannelId;
        json["ts"] = ts;
        json["event_ts"] = ts;
        json["channel_type"] = ChannelType(world, message.ChannelId);
        return json;
    }

    private static string ChannelType(SlackWorld world, string channelId) => world.Channel(channelId)?.Kind switch
    {
        SlackChannelKind.Direct => "im",
        SlackChannelKind.Group => "mpim",
        SlackChannelKind.Private => "group",
        _ => "channel",
    };
}
