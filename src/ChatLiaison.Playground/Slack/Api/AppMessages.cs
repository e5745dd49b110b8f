using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Messages that the app sends without the web API: in the answer to a command, or to a response address.</summary>
internal static class AppMessages
{
    /// <summary>Ephemeral to the person who acted, unless <c>response_type</c> is <c>in_channel</c>.</summary>
    public static SlackMessage Add(SlackWorld world, string channelId, string userId, MessageContent content, JsonObject body) =>
        world.Add(new SlackMessage(
            channelId, "", body.Text("thread_ts"), world.Installation.BotUserId, world.Installation.BotId, content.Text ?? "")
        {
            Blocks = content.Blocks,
            Attachments = content.Attachments,
            EphemeralTo = body.Text("response_type") == "in_channel" ? null : userId,
        });
}
