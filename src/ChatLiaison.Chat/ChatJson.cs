using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Chat;

/// <summary>How cards, forms, destinations and texts are written to and read from storage.</summary>
public static class ChatJson
{
    public static string Write(Card card) => JsonSerializer.Serialize(card, ChatJsonContext.Default.Card);

    public static Card ReadCard(string json) =>
        JsonSerializer.Deserialize(json, ChatJsonContext.Default.Card) ?? throw new JsonException("A stored card is the word null.");

    public static string Write(Form form) => JsonSerializer.Serialize(form, ChatJsonContext.Default.Form);

    public static Form ReadForm(string json) =>
        JsonSerializer.Deserialize(json, ChatJsonContext.Default.Form) ?? throw new JsonException("A stored form is the word null.");
}

/// <summary>An instant as ISO-8601 text.</summary>
public sealed class InstantJsonConverter : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        InstantPattern.ExtendedIso.Parse(reader.GetString() ?? "").Value;

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true,
    Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(Card))]
[JsonSerializable(typeof(Form))]
[JsonSerializable(typeof(Destination))]
[JsonSerializable(typeof(MessageRef))]
[JsonSerializable(typeof(ChatPlace))]
[JsonSerializable(typeof(IReadOnlyList<MentionSpan>))]
[JsonSerializable(typeof(IReadOnlyList<ChatFile>))]
public sealed partial class ChatJsonContext : JsonSerializerContext;
