using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Picks out of Block Kit what a reader sees.</summary>
internal static class BlockTexts
{
    public static IEnumerable<string> Of(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(Of),
        JsonObject o => OfObject(o),
        _ => [],
    };

    private static IEnumerable<string> OfObject(JsonObject o)
    {
        foreach (var (key, value) in o)
        {
            if (key is "text" or "alt_text" or "fallback" or "title" or "value" && value.AsText() is { } text && IsShown(o, key))
            {
                yield return text;
            }
            else
            {
                foreach (var inner in Of(value))
                {
                    yield return inner;
                }
            }
        }
    }

    // A button's or an option's value travels with a click; nobody reads it. A field of an old attachment shows its value.
    private static bool IsShown(JsonObject o, string key) => key != "value" || (o.ContainsKey("title") && !o.ContainsKey("type"));
}
