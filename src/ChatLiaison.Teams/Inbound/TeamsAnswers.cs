using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>The bodies that answer invokes (Teams: dialogs, message extensions, Universal Actions, dynamic search).</summary>
internal static class TeamsAnswers
{
    /// <summary>Accepted, with nothing to say; an open dialog closes.</summary>
    public static readonly ReadOnlyMemory<byte> Nothing = ReadOnlyMemory<byte>.Empty;

    private const string PlainWords = "application/vnd.microsoft.activity.message";
    private const string Error = "application/vnd.microsoft.error";
    private const string SearchResults = "application/vnd.microsoft.search.searchResponse";

    /// <summary>Opens a dialog, or puts another card into the open one.</summary>
    public static ReadOnlyMemory<byte> Continue(string title, ReadOnlyMemory<byte> card) => TeamsJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("task");
        json.WriteString("type", "continue");
        json.WriteStartObject("value");
        json.WriteString("title", title);
        json.WriteString("height", "medium");
        json.WriteString("width", "medium");
        json.WritePropertyName("card");
        TeamsMessages.Attachment(json, card);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>Ends a dialog with a sentence.</summary>
    public static ReadOnlyMemory<byte> DialogSays(string words) => TeamsJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("task");
        json.WriteString("type", "message");
        json.WriteString("value", words);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> ExtensionSays(string words) => TeamsJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("composeExtension");
        json.WriteString("type", "message");
        json.WriteString("text", words);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> CardSays(string words) => ActionAnswer(200, PlainWords, json => json.WriteStringValue(words));

    public static ReadOnlyMemory<byte> CardBecomes(ReadOnlyMemory<byte> card) =>
        ActionAnswer(200, TeamsMessages.CardType, json => json.WriteRawValue(card.Span, skipInputValidation: true));

    public static ReadOnlyMemory<byte> CardError(int status, string code, string words) => ActionAnswer(status, Error, json =>
    {
        json.WriteStartObject();
        json.WriteString("code", code);
        json.WriteString("message", words);
        json.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Found(IReadOnlyList<Choice> choices) => ActionAnswer(200, SearchResults, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("results");
        foreach (var choice in choices)
        {
            json.WriteStartObject();
            json.WriteString("title", choice.Label);
            json.WriteString("value", choice.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> ActionAnswer(int status, string type, Action<Utf8JsonWriter> value) => TeamsJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("statusCode", status);
        json.WriteString("type", type);
        json.WritePropertyName("value");
        value(json);
        json.WriteEndObject();
    });
}
