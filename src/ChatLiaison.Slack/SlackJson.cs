using System.Text.Json;

namespace ChatLiaison.Slack;

/// <summary>Reads Slack's JSON without throwing at what is absent or of another shape.</summary>
internal static class SlackJson
{
    public static JsonElement At(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) ? value : default;

    public static JsonElement At(this JsonElement from, string first, string second) => from.At(first).At(second);

    /// <summary>The text of a property; null when absent, null or no text.</summary>
    public static string? Text(this JsonElement from, string name) => from.At(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static string? Text(this JsonElement from, string first, string second) => from.At(first).Text(second);

    /// <summary>The first of these properties that holds a text of at least one character.</summary>
    public static string? FirstText(this JsonElement from, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (from.Text(name) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    public static bool Is(this JsonElement from, string name) => from.At(name).ValueKind == JsonValueKind.True;

    public static bool Has(this JsonElement from, string name) => from.At(name).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public static IEnumerable<JsonElement> List(this JsonElement from, string name) =>
        from.At(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];
}
