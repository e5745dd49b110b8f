using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>One field of a modal. (Slack: input block and its elements.)</summary>
internal static class SlackFieldRenderer
{
    private const int LongestTyped = 3000;

    public static void Write(Utf8JsonWriter writer, Field field)
    {
        switch (field)
        {
            case FormNote note:
                WriteNote(writer, note);
                break;
            case ChoiceField { Choices.Count: 0, SuggestFrom: null } choice:
                WriteNote(writer, new FormNote(choice.Id, CustomerText.Name($"{choice.Label}: there is nothing to choose from.")));
                break;
            default:
                WriteInput(writer, field);
                break;
        }
    }

    private static void WriteNote(Utf8JsonWriter writer, FormNote note)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "section");
        writer.WriteString("block_id", note.Id);
        writer.WritePropertyName("text");
        SlackText.WriteObject(writer, note.Text, 3000);
        writer.WriteEndObject();
    }

    private static void WriteInput(Utf8JsonWriter writer, Field field)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "input");
        writer.WriteString("block_id", field.Id);
        writer.WritePropertyName("label");
        SlackText.WritePlain(writer, field.Label, 2000);
        if (!string.IsNullOrWhiteSpace(field.Hint))
        {
            writer.WritePropertyName("hint");
            SlackText.WritePlain(writer, field.Hint, 2000);
        }

        writer.WriteBoolean("optional", !field.Required);
        writer.WriteStartObject("element");
        WriteElement(writer, field);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteElement(Utf8JsonWriter writer, Field field)
    {
        switch (field)
        {
            case TextField text:
                WriteTyped(writer, text);
                break;
            case ChoiceField choice:
                SlackChoiceRenderer.Write(writer, choice);
                break;
            case MomentField moment:
                writer.WriteString("type", "datetimepicker");
                writer.WriteString("action_id", moment.Id);
                if (moment.Initial is { } at)
                {
                    writer.WriteNumber("initial_date_time", at.ToUnixTimeSeconds());
                }

                break;
            case FilesField files:
                writer.WriteString("type", "file_input");
                writer.WriteString("action_id", files.Id);
                writer.WriteNumber("max_files", 10);
                break;
            default:
                throw new InvalidOperationException($"Slack's renderer knows no {field.GetType().Name}.");
        }
    }

    private static void WriteTyped(Utf8JsonWriter writer, TextField text)
    {
        var most = Math.Clamp(text.MaxLength, 1, LongestTyped);
        writer.WriteString("type", "plain_text_input");
        writer.WriteString("action_id", text.Id);
        writer.WriteBoolean("multiline", text.Multiline);
        writer.WriteNumber("max_length", most);
        if (text.Initial.Length > 0)
        {
            writer.WriteString("initial_value", SlackCut.At(text.Multiline ? text.Initial : SlackText.OneLine(text.Initial), most));
        }

        WritePlaceholder(writer, text.Placeholder);
    }

    internal static void WritePlaceholder(Utf8JsonWriter writer, string? words)
    {
        if (!string.IsNullOrWhiteSpace(words))
        {
            writer.WritePropertyName("placeholder");
            SlackText.WritePlain(writer, SlackText.OneLine(words), 150);
        }
    }
}
