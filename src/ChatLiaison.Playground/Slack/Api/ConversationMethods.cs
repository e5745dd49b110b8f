using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Opening direct conversations and joining channels.</summary>
internal static class ConversationMethods
{
    private const int MostPeople = 8;

    public static JsonObject Open(ApiCall call)
    {
        var users = call.Args.Required("users").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (users.Length > MostPeople)
        {
            throw new SlackApiException("too_many_users");
        }

        foreach (var id in users)
        {
            var user = call.World.User(id);
            if (user is null || user.IsStranger)
            {
                throw new SlackApiException("user_not_found");
            }

            if (user.IsDeleted)
            {
                throw new SlackApiException("user_disabled");
            }

            if (user.IsBot)
            {
                throw new SlackApiException("cannot_dm_bot");
            }
        }

        var (channel, isNew) = call.World.OpenDirect(users);
        return ApiJson.Ok(
            ("channel", call.Args.Flag("return_im") ? ApiJson.Channel(call.World, channel) : new JsonObject { ["id"] = channel.Id }),
            ("already_open", !isNew), ("no_op", !isNew));
    }

    public static JsonObject Join(ApiCall call)
    {
        var channel = call.Channel(call.Args.Required("channel"));
        if (channel.Kind != SlackChannelKind.Public)
        {
            throw new SlackApiException("method_not_supported_for_channel_type");
        }

        if (channel.IsArchived)
        {
            throw new SlackApiException("is_archived");
        }

        var isNew = !channel.Members.Contains(call.App.BotUserId);
        var joined = call.World.ChangeChannel(channel.Id, c => c with { Members = c.Members.Add(call.App.BotUserId) })!;
        if (isNew)
        {
            call.StandIn.Events.EchoJoined(joined);
        }

        return ApiJson.Ok(("channel", ApiJson.Channel(call.World, joined)));
    }
}
