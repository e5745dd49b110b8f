using ChatLiaison.Chat;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Slack;

/// <summary>What happens around us and nobody waits for an answer to.</summary>
internal sealed class SlackNotices(IChatInbox inbox, SlackMessages messages, SlackInstallation installation, SlackWatermarks watermarks, ILogger<SlackNotices> log)
{
    public async ValueTask<SlackAnswer> TakeAsync(SlackEvent happened, CancellationToken cancellationToken)
    {
        if (await ReadAsync(happened, cancellationToken) is not { } notice)
        {
            return SlackAnswer.Ok;
        }

        await inbox.NoticeAsync(notice, cancellationToken);
        if (notice.Kind == NoticeKind.ChannelIdChanged)
        {
            watermarks.Move(notice.Place.ChannelId, notice.Text);
        }

        return SlackAnswer.Ok;
    }

    private async ValueTask<ChatNotice?> ReadAsync(SlackEvent happened, CancellationToken cancellationToken)
    {
        var body = happened.Body;
        switch (happened.Type)
        {
            case "message":
                return await MessageChangeAsync(happened, cancellationToken);
            case "member_joined_channel" or "member_left_channel":
                return await MemberAsync(happened, cancellationToken);
            case "channel_left" or "group_left":
                return Notice(happened, NoticeKind.BotRemoved);
            case "channel_rename" or "group_rename":
                return Notice(happened, NoticeKind.ChannelRenamed) with { Text = body.Text("channel", "name") ?? "" };
            case "channel_archive" or "group_archive" or "channel_deleted" or "group_deleted":
                return Notice(happened, NoticeKind.ChannelGone);
            case "channel_id_changed":
                var old = SlackPlaces.Of(body.Text("old_channel_id"));
                return Notice(happened, NoticeKind.ChannelIdChanged) with { Place = old, Text = body.Text("new_channel_id") ?? "" };
            case "app_uninstalled":
                return Notice(happened, NoticeKind.Uninstalled);
            case "tokens_revoked":
                return body.At("tokens").List("bot").Any() ? Notice(happened, NoticeKind.Uninstalled) : null;
            default:
                log.LogWarning("Slack sent the event {Type}, which is not read here: take it out of the app's subscriptions", happened.Type);
                return null;
        }
    }

    private async ValueTask<ChatNotice?> MemberAsync(SlackEvent happened, CancellationToken cancellationToken)
    {
        var joined = happened.Type == "member_joined_channel";
        if (happened.Body.Text("user") is not { } user)
        {
            return null;
        }

        if (user == (happened.BotUserId ?? installation.Team?.BotUserId))
        {
            return Notice(happened, joined ? NoticeKind.BotAdded : NoticeKind.BotRemoved);
        }

        return !joined ? null : Notice(happened, NoticeKind.PersonJoined) with
        {
            Person = await messages.PersonAsync(happened, happened.Body, user, cancellationToken),
        };
    }

    private async ValueTask<ChatNotice?> MessageChangeAsync(SlackEvent happened, CancellationToken cancellationToken)
    {
        var body = happened.Body;
        var before = body.At("previous_message");
        var after = body.At("message");
        var deleted = body.Text("subtype") == "message_deleted" || after.Text("subtype") == "tombstone";
        var message = deleted ? before : after;
        var ts = body.Text("deleted_ts") ?? message.Text("ts");
        if (body.Text("subtype") is not ("message_deleted" or "message_changed") || ts is null)
        {
            return null;
        }

        // Slack reports as a change also what it unfurls, and our own updates.
        if (!deleted && (!messages.IsFromPerson(after, happened.AppId) || after.Text("text") == before.Text("text")))
        {
            return null;
        }

        if (deleted && message.Has("text") && !messages.IsFromPerson(message, happened.AppId) && message.Text("subtype") != "tombstone")
        {
            return null;
        }

        var thread = message.Text("thread_ts") is { } root && root != ts ? root : null;
        var user = message.Text("user") ?? "";
        return new(
            user.Length == 0 ? Nobody : await messages.PersonAsync(happened, message, user, cancellationToken),
            SlackPlaces.Of(happened.ChannelId, type: body.Text("channel_type"), threadId: thread),
            happened.Id,
            deleted ? NoticeKind.MessageDeleted : NoticeKind.MessageEdited,
            new(SlackPlatform.PlatformKey, happened.ChannelId, ts, thread),
            deleted ? "" : await messages.PlainAsync(after.Text("text") ?? "", happened.BotUserId ?? installation.Team?.BotUserId, cancellationToken));
    }

    private static ChatPerson Nobody => new(SlackPlatform.PlatformKey, "", "", External: false);

    private static ChatNotice Notice(SlackEvent happened, NoticeKind kind)
    {
        var user = happened.Body.FirstText("inviter", "actor_id", "user") ?? "";
        return new(Nobody with { Id = user, Name = user }, SlackPlaces.Of(happened.ChannelId), happened.Id, kind);
    }
}
