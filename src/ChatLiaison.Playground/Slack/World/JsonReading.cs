using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Forgiving reads of JSON that somebody else wrote.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonNode? node, string key) => node is JsonObject o ? o[key].AsText() : null;

    public static string? AsText(this JsonNode? node) => node is JsonValue v && v.TryGetValue<string>(out var text) ? text : null;

    public static bool Flag(this JsonNode? node, string key) =>
        node is JsonObject o && o[key] is JsonValue v && v.TryGetValue<bool>(out var flag) && flag;

    public static int? Number(this JsonNode? node, string key) =>
        node is JsonObject o && o[key] is JsonValue v && v.TryGetValue<int>(out var number) ? number : null;

    public static IEnumerable<JsonObject> Objects(this JsonNode? node, string key) =>
        node is JsonObject o && o[key] is JsonArray items ? items.OfType<JsonObject>() : [];

    public static JsonNode? ParseOrNull(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// A copy whose every level is built. A parsed node builds its children on first reading, which two threads must not do at once;
    /// what the world keeps is read by many.
    /// </summary>
    public static T Frozen<T>(this T node) where T : JsonNode => (T)Copy(node);

    private static JsonNode Copy(JsonNode node)
    {
        switch (node)
        {
            case JsonObject source:
                var copy = new JsonObject();
                foreach (var (key, value) in source)
                {
                    copy[key] = value is null ? null : Copy(value);
                }

                return copy;
            case JsonArray source:
                return new JsonArray([.. source.Select(item => item is null ? null : Copy(item))]);
            default:
                return node.DeepClone();
        }
    }
}
