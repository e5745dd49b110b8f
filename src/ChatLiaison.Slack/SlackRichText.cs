using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>
/// Text as Slack's rich text elements. Nothing in somebody's words is read as notation there, so nothing needs escaping.
/// </summary>
internal static class SlackRichText
{
    public static void WriteSection(Utf8JsonWriter writer, IReadOnlyList<Span> spans, string type = "rich_text_section")
    {
        writer.WriteStartObject();
        writer.WriteString("type", type);
        writer.WriteStartArray("elements");
        foreach (var span in spans)
        {
            WriteSpan(writer, span);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void WriteList(Utf8JsonWriter writer, IEnumerable<IReadOnlyList<Span>> items)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "rich_text_list");
        writer.WriteString("style", "bullet");
        writer.WriteStartArray("elements");
        foreach (var item in items)
        {
            WriteSection(writer, item);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter writer, Span span)
    {
        switch (span)
        {
            case WordSpan { Words.Length: > 0 } words:
                WriteWords(writer, words.Words, words.Emphasis);
                break;
            case LinkSpan link when SlackLinks.IsWeb(link.Url):
                writer.WriteStartObject();
                writer.WriteString("type", "link");
                writer.WriteString("url", link.Url);
                writer.WriteString("text", link.Words.Length == 0 ? link.Url : link.Words);
                writer.WriteEndObject();
                break;
            case LinkSpan { Words.Length: > 0 } link:
                WriteWords(writer, link.Words, Emphasis.None);
                break;
            case MentionSpan person when SlackLinks.IsOurs(person):
                writer.WriteStartObject();
                writer.WriteString("type", "user");
                writer.WriteString("user_id", person.UserId);
                writer.WriteEndObject();
                break;
            case MentionSpan { Name.Length: > 0 } person:
                WriteWords(writer, person.Name, Emphasis.None);
                break;
            case MomentSpan moment:
                writer.WriteStartObject();
                writer.WriteString("type", "date");
                writer.WriteNumber("timestamp", moment.At.ToUnixTimeSeconds());
                writer.WriteString("format", SlackMoments.Format(moment.Style));
                writer.WriteString("fallback", ChatText.InUtc(moment.At, moment.Style));
                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteWords(Utf8JsonWriter writer, string words, Emphasis emphasis)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "text");
        writer.WriteString("text", words);
        if (emphasis != Emphasis.None)
        {
            writer.WriteStartObject("style");
            writer.WriteBoolean(emphasis switch { Emphasis.Bold => "bold", Emphasis.Italic => "italic", _ => "code" }, true);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
