using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Teams;

/// <summary>Reading and writing the wire's JSON.</summary>
internal static class TeamsJson
{
    public const string CardContentType = "application/vnd.microsoft.card.adaptive";

    public static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);

    public static JsonObject Object(JsonElement element) => JsonObject.Create(element.Clone()) ?? [];

    /// <summary>A text property, or null when it is absent or no text.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    public static JsonElement? Member(this JsonElement? element, string name) => element?.Member(name);

    public static bool IsTrue(this JsonElement element, string name) => element.Member(name)?.ValueKind == JsonValueKind.True;

    /// <summary>The items of an array property; none when it is absent or no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static IReadOnlyList<JsonElement> CardsIn(JsonElement activity) =>
    [
        .. activity.Items("attachments")
            .Where(attachment => attachment.Text("contentType") == CardContentType)
            .Select(attachment => attachment.Member("content") ?? default),
    ];

    /// <summary>A value as the client's forms carry it: always text.</summary>
    public static string AsText(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };

    public static bool TryParse(string text, out JsonElement element)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            element = document.RootElement.Clone();
            return true;
        }
        catch (JsonException)
        {
            element = default;
            return false;
        }
    }
}
