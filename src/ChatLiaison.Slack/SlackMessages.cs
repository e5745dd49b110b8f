using System.Globalization;
using System.Text.Json;
using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Slack;

/// <summary>Slack's message JSON in the neutral language: from events, from history, and from the message that an action was called on.</summary>
internal sealed class SlackMessages(SlackInstallation installation, SlackPeople people, SlackFiles files)
{
    /// <summary>One key for a message, however it reaches us: as a message, as a mention, from history.</summary>
    public static string Key(string channelId, string ts) => $"msg:{channelId}:{ts}";

    /// <summary>Null for what no person wrote: our own messages, other bots' and the channel's own lines.</summary>
    public async ValueTask<ChatMessage?> ReadAsync(SlackEvent from, JsonElement message, CancellationToken cancellationToken)
    {
        if (!IsFromPerson(message, from.AppId) || message.Text("ts") is not { } ts || message.Text("user") is not { } user)
        {
            return null;
        }

        var botId = from.BotUserId ?? installation.Team?.BotUserId;
        if (user == botId)
        {
            return null;
        }

        var thread = message.Text("thread_ts") is { } root && root != ts ? root : null;
        var place = SlackPlaces.Of(from.ChannelId, type: message.Text("channel_type"), threadId: thread);
        var typed = message.Text("text") ?? "";
        var named = place.Kind == PlaceKind.Direct || message.Text("type") == "app_mention" || SlackTyped.Names(typed, botId);
        var written = new MessageRef(SlackPlatform.PlatformKey, from.ChannelId, ts, thread);
        return new(
            await PersonAsync(from, message, user, cancellationToken),
            place,
            Key(from.ChannelId, ts),
            written,
            await PlainAsync(typed, botId, cancellationToken),
            named,
            At(ts),
            await files.AskAsync(message, written, cancellationToken));
    }

    /// <summary>The message that a message action was called on. Names are those known without asking: a trigger doesn't wait.</summary>
    public SourceMessage? Source(JsonElement payload, ChatPlace place)
    {
        var message = payload.At("message");
        if (message.Text("ts") is not { } ts || place.Kind == PlaceKind.Nowhere)
        {
            return null;
        }

        var author = message.FirstText("user", "bot_id") ?? "";
        var name = message.Text("username") ?? people.Known(author) ?? author;
        var text = SlackTyped.Plain(message.Text("text") ?? "", botId: null, people.Known);
        var written = new MessageRef(SlackPlatform.PlatformKey, place.ChannelId, ts, place.ThreadId);
        return new(written, text, author, name, files.Of(message, written));
    }

    public async ValueTask<ChatPerson> PersonAsync(SlackEvent from, JsonElement message, string user, CancellationToken cancellationToken)
    {
        people.Remember(user, message.At("user_profile").FirstText("real_name", "display_name"));
        var team = message.FirstText("user_team", "source_team", "team");
        return new(SlackPlatform.PlatformKey, user, await people.NameAsync(user, cancellationToken), installation.IsExternal(team, null, from.TeamId));
    }

    public async ValueTask<string> PlainAsync(string typed, string? botId, CancellationToken cancellationToken)
    {
        foreach (var id in SlackTyped.NamedIn(typed).Where(id => id != botId).Distinct().Take(20))
        {
            await people.NameAsync(id, cancellationToken);
        }

        return SlackTyped.Plain(typed, botId, people.Known);
    }

    /// <summary>True when a person wrote it: not us, no other bot, no line of the channel's own.</summary>
    public bool IsFromPerson(JsonElement message, string? appId)
    {
        var ours = installation.Team;
        return !message.Has("bot_id")
            && !message.Has("bot_profile")
            && (message.Text("app_id") is not { } app || app != appId)
            && (ours is null || message.Text("user") != ours.BotUserId)
            && message.Text("subtype") is null or "file_share" or "thread_broadcast"
            && message.Text("user") != "USLACKBOT";
    }

    /// <summary>The instant in a timestamp like <c>1700000000.000100</c>; the fraction only keeps timestamps apart.</summary>
    public static Instant At(string ts)
    {
        var dot = ts.IndexOf('.', StringComparison.Ordinal);
        return long.TryParse(dot < 0 ? ts : ts[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
            ? Instant.FromUnixTimeSeconds(seconds)
            : Instant.FromUnixTimeSeconds(0);
    }
}
