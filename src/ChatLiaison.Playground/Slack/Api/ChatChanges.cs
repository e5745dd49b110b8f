using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Changing, deleting and linking to what was posted.</summary>
internal static class ChatChanges
{
    public static JsonObject Update(ApiCall call)
    {
        var channel = call.Channel(call.Args.Required("channel"));
        var before = Find(call, channel, call.Args.Required("ts"));
        if (before.UserId != call.App.BotUserId)
        {
            throw new SlackApiException("cant_update_message");
        }

        if (channel.IsArchived)
        {
            throw new SlackApiException("is_archived");
        }

        var content = MessageContent.Read(call.Args);

        // Slack: chat.update. What is not given goes: blocks do not outlive an update that brings only text.
        var isKept = content.Text is null && content.Blocks is not null;
        var after = call.World.Change(channel.Id, before.Ts, message => message with
        {
            Text = content.Text ?? "",
            Blocks = content.Blocks,
            Attachments = content.Attachments ?? (isKept ? message.Attachments : null),
            Metadata = content.Metadata ?? message.Metadata,
            EditedTs = call.World.NextTs(),
            Edits = message.Edits + 1,
        }) ?? throw new SlackApiException("message_not_found");
        call.StandIn.Events.EchoChanged(before, after);
        return ApiJson.Ok(
            ("channel", channel.Id), ("ts", after.Ts), ("text", after.Text), ("message", ApiJson.Message(call.World, after)));
    }

    public static JsonObject Delete(ApiCall call)
    {
        var channel = call.Channel(call.Args.Required("channel"));
        var message = Find(call, channel, call.Args.Required("ts"));
        if (message.UserId != call.App.BotUserId)
        {
            throw new SlackApiException("cant_delete_message");
        }

        call.World.Remove(channel.Id, message.Ts);
        return ApiJson.Ok(("channel", channel.Id), ("ts", message.Ts));
    }

    public static JsonObject GetPermalink(ApiCall call)
    {
        var channel = call.Channel(call.Args.Required("channel"));
        var message = Find(call, channel, call.Args.Required("message_ts"));
        var stamp = message.Ts.Replace(".", "", StringComparison.Ordinal);
        var link = $"https://{call.App.Team.Domain}.slack.com/archives/{channel.Id}/p{stamp}";
        return ApiJson.Ok(
            ("channel", channel.Id),
            ("permalink", message.IsReply ? $"{link}?thread_ts={message.ThreadTs}&cid={channel.Id}" : link));
    }

    // An ephemeral message is nowhere to be found once it is shown.
    private static SlackMessage Find(ApiCall call, SlackChannel channel, string ts) =>
        call.World.Message(channel.Id, ts) is { EphemeralTo: null } message ? message : throw new SlackApiException("message_not_found");
}
