using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>The activities and bodies that we send (Bot Framework Activity schema; Connector v3).</summary>
internal static class TeamsMessages
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    public static ReadOnlyMemory<byte> Activity(Card card, IReadOnlyList<MentionSpan>? mentions = null) =>
        TeamsJson.Write(json => WriteActivity(json, card, mentions));

    /// <summary>Opens the direct conversation with a person.</summary>
    /// <param name="person">Their id for this bot, or their Entra object id.</param>
    public static ReadOnlyMemory<byte> Direct(string appId, string person, string? tenant) => TeamsJson.Write(json =>
    {
        json.WriteStartObject();
        Bot(json, appId);
        json.WriteStartArray("members");
        json.WriteStartObject();
        json.WriteString("id", person);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteBoolean("isGroup", false);
        json.WriteStartObject("channelData");
        if (tenant is not null)
        {
            Tenant(json, tenant);
        }

        json.WriteEndObject();
        if (tenant is not null)
        {
            json.WriteString("tenantId", tenant);
        }

        json.WriteEndObject();
    });

    /// <summary>Opens a thread in a channel with this card.</summary>
    public static ReadOnlyMemory<byte> Thread(string appId, string channelId, string? tenant, Card card, IReadOnlyList<MentionSpan> mentions) =>
        TeamsJson.Write(json =>
        {
            json.WriteStartObject();
            Bot(json, appId);
            json.WriteBoolean("isGroup", true);
            json.WriteStartObject("channelData");
            json.WriteStartObject("channel");
            json.WriteString("id", channelId);
            json.WriteEndObject();
            if (tenant is not null)
            {
                Tenant(json, tenant);
            }

            json.WriteEndObject();
            if (tenant is not null)
            {
                json.WriteString("tenantId", tenant);
            }

            json.WritePropertyName("activity");
            WriteActivity(json, card, mentions);
            json.WriteEndObject();
        });

    public static void Attachment(Utf8JsonWriter json, ReadOnlyMemory<byte> card)
    {
        json.WriteStartObject();
        json.WriteString("contentType", CardType);
        json.WritePropertyName("content");
        json.WriteRawValue(card.Span, skipInputValidation: true);
        json.WriteEndObject();
    }

    private static void WriteActivity(Utf8JsonWriter json, Card card, IReadOnlyList<MentionSpan>? mentions)
    {
        json.WriteStartObject();
        json.WriteString("type", "message");
        json.WriteString("summary", TeamsText.Summary(card));
        json.WriteStartArray("attachments");
        Attachment(json, TeamsCardRenderer.Render(card, mentions));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Bot(Utf8JsonWriter json, string appId)
    {
        json.WriteStartObject("bot");
        json.WriteString("id", "28:" + appId);
        json.WriteEndObject();
    }

    private static void Tenant(Utf8JsonWriter json, string tenant)
    {
        json.WriteStartObject("tenant");
        json.WriteString("id", tenant);
        json.WriteEndObject();
    }
}
