using System.Net;
using System.Text.Json.Nodes;
using ChatLiaison.Playground.Slack;

namespace ChatLiaison.Playground.Reading;

/// <summary>Reads a message of Slack as its client shows it.</summary>
public static class SlackReading
{
    private const char Joiner = '\u2060';

    public static Note Of(SlackMessage message, string bot) => new(
        message.ChannelId,
        message.Ts,
        message.IsReply ? message.ThreadTs : null,
        message.UserId == bot || message.BotId is not null,
        message.Blocks is null ? Plain(message.Text) : Words(message.Blocks),
        $"{message.Text}\n{message.Blocks?.ToJsonString()}\n{message.Attachments?.ToJsonString()}\n{message.Metadata?.ToJsonString()}")
    {
        Buttons = [.. ButtonsIn(message.Blocks)],
    };

    public static string Words(JsonNode? node) => string.Join('\n', Texts(node));

    public static IEnumerable<string> ButtonsIn(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(ButtonsIn),
        JsonObject o when (string?)o["type"] == "button" => [(string?)o["text"]?["text"] ?? ""],
        JsonObject o when (string?)o["type"] == "overflow" => ((JsonArray)o["options"]!).Select(item => (string?)item?["text"]?["text"] ?? ""),
        JsonObject o => o.Where(p => p.Value is JsonArray or JsonObject).SelectMany(p => ButtonsIn(p.Value)),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(Texts),
        JsonObject o => Texts(o),
        _ => [],
    };

    private static IEnumerable<string> Texts(JsonObject o)
    {
        var type = (string?)o["type"];
        if (type is "rich_text_section" or "rich_text_quote" or "rich_text_preformatted")
        {
            return [string.Concat(((JsonArray)o["elements"]!).OfType<JsonObject>().Select(Inline))];
        }

        if (o["text"] is JsonValue text)
        {
            return [type == "mrkdwn" ? Plain((string)text!) : (string)text!];
        }

        return o.Where(p => p.Value is JsonArray or JsonObject).SelectMany(p => Texts(p.Value));
    }

    private static string Inline(JsonObject element) => (string?)element["type"] switch
    {
        "user" => $"@{(string?)element["user_id"]}",
        "link" => (string?)element["text"] ?? (string?)element["url"] ?? "",
        "date" => (string?)element["fallback"] ?? "",
        _ => (string?)element["text"] ?? "",
    };

    // A fenced sign is somebody's own; any other is notation.
    private static string Plain(string mrkdwn)
    {
        var kept = new System.Text.StringBuilder();
        for (var i = 0; i < mrkdwn.Length; i++)
        {
            var isFenced = i > 0 && mrkdwn[i - 1] == Joiner;
            if (mrkdwn[i] != Joiner && (isFenced || mrkdwn[i] is not ('*' or '`')))
            {
                kept.Append(mrkdwn[i]);
            }
        }

        return WebUtility.HtmlDecode(kept.ToString());
    }
}
