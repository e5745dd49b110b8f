using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Emoji under messages.</summary>
internal static class ReactionMethods
{
    public static JsonObject Add(ApiCall call)
    {
        var channel = call.ChannelToWriteIn(call.Args.Required("channel"));
        var ts = call.Args.Required("timestamp");
        var name = call.Args.Required("name");
        if (name.Contains(':', StringComparison.Ordinal) || name.Contains(' ', StringComparison.Ordinal))
        {
            throw new SlackApiException("invalid_name");
        }

        if (call.World.Message(channel.Id, ts) is not { EphemeralTo: null })
        {
            throw new SlackApiException("message_not_found");
        }

        return call.World.React(channel.Id, ts, name, call.App.BotUserId) ? ApiJson.Ok() : throw new SlackApiException("already_reacted");
    }
}
