using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatLiaison.Teams;

/// <summary>Reading what may be absent or of another kind, and writing straight to bytes.</summary>
internal static class TeamsJson
{
    // What we write is JSON bodies, never HTML, so letters of any alphabet stay as they are.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static JsonElement Child(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : default;

    /// <summary>The words of a property; null when it is absent, empty, no string, or no text (half a surrogate pair).</summary>
    public static string? Text(this JsonElement parent, string name)
    {
        try
        {
            return parent.Child(name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } words ? words : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static IEnumerable<JsonElement> Items(this JsonElement parent, string name) =>
        parent.Child(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();

    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> body)
    {
        var bytes = new ArrayBufferWriter<byte>(2048);
        using var json = new Utf8JsonWriter(bytes, Relaxed);
        body(json);
        json.Flush();
        return bytes.WrittenMemory;
    }
}
