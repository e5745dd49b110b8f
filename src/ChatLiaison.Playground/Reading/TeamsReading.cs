using System.Net;
using System.Text;
using System.Text.Json;
using ChatLiaison.Playground.Teams;

namespace ChatLiaison.Playground.Reading;

/// <summary>Reads a message of Teams as its client shows it.</summary>
public static class TeamsReading
{
    private static readonly string[] Shown = ["text", "title", "value", "label", "altText", "errorMessage"];
    private static readonly string[] Inside = ["body", "items", "columns", "rows", "cells", "inlines", "facts", "actions", "card"];

    public static Note Of(TeamsMessage message, string bot, string reader)
    {
        var cards = message.CardsFor(reader);
        var words = cards.SelectMany(WordsIn);
        return new Note(
            message.ConversationId,
            message.Id,
            message.ThreadId == message.Id ? null : message.ThreadId,
            message.FromId == bot,
            string.Join('\n', cards.Count == 0 ? [message.Text] : words),
            $"{message.Activity}\n{string.Join('\n', cards)}")
        {
            Buttons = [.. cards.SelectMany(ButtonsIn)],
        };
    }

    public static IEnumerable<string> WordsIn(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().SelectMany(WordsIn),
        JsonValueKind.String => [Plain(node.GetString()!)],
        JsonValueKind.Object => node.EnumerateObject().SelectMany(p =>
            Shown.Contains(p.Name) && p.Value.ValueKind == JsonValueKind.String ? [Plain(p.Value.GetString()!)]
            : p.Name == "inlines" ? [string.Concat(p.Value.EnumerateArray().SelectMany(WordsIn))]
            : Inside.Contains(p.Name) ? WordsIn(p.Value) : []),
        _ => [],
    };

    private static IEnumerable<string> ButtonsIn(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().SelectMany(ButtonsIn),
        JsonValueKind.Object when node.TryGetProperty("type", out var type) && type.GetString()!.StartsWith("Action.", StringComparison.Ordinal) =>
            [node.TryGetProperty("title", out var title) ? title.GetString()! : ""],
        JsonValueKind.Object => node.EnumerateObject().SelectMany(p => ButtonsIn(p.Value)),
        _ => [],
    };

    // A sign after a backslash is somebody's own; two stars are notation.
    private static string Plain(string markdown)
    {
        var kept = new StringBuilder();
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '\\' && i + 1 < markdown.Length)
            {
                kept.Append(markdown[++i]);
            }
            else if (markdown[i] != '*')
            {
                kept.Append(markdown[i]);
            }
        }

        return WebUtility.HtmlDecode(kept.ToString());
    }
}
