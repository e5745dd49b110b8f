using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>
/// Draws a form as a modal. A block's id is the field's id, so that what was typed survives a redraw and an error finds its field.
/// </summary>
internal static class SlackFormRenderer
{
    private const int LongestTitle = 24;
    private const int MostBlocks = 100;

    public static void WriteView(Utf8JsonWriter writer, Form form, ChatPlace place)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "modal");
        writer.WriteString("callback_id", SlackCut.At(form.Action, 255));
        WriteTitle(writer, "title", form.Title);
        WriteTitle(writer, "submit", form.Submit);
        WriteTitle(writer, "close", "Cancel");
        writer.WriteString("private_metadata", SlackViewState.Of(form, place).ToJson());
        writer.WriteStartArray("blocks");
        WriteFields(writer, form);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>A dialog with nothing to fill in: where an answer is shown to somebody who stands in no conversation.</summary>
    public static void WriteNotice(Utf8JsonWriter writer, string title, Card card)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "modal");
        writer.WriteString("callback_id", SlackViewState.NoticeAction);
        WriteTitle(writer, "title", title);
        WriteTitle(writer, "close", "Close");
        SlackCardRenderer.WriteBlocks(writer, card, SlackCardRenderer.MostInView);
        writer.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter writer, Form form)
    {
        var asksForMore = form.More.Count > 0 && !form.ShowMore && form.MoreAction.Length > 0;
        var buttons = (asksForMore ? 1 : 0) + (form.Back is null ? 0 : 1);
        foreach (var field in (form.ShowMore ? form.AllFields : form.Fields).Take(MostBlocks - buttons))
        {
            SlackFieldRenderer.Write(writer, field);
        }

        if (asksForMore)
        {
            SlackButtons.WriteBlock(writer, [Button.Act(form.MoreAction, form.MoreLabel, form.State)]);
        }

        if (form.Back is { } back)
        {
            SlackButtons.WriteBlock(writer, [back]);
        }
    }

    private static void WriteTitle(Utf8JsonWriter writer, string name, string words)
    {
        writer.WritePropertyName(name);
        SlackText.WritePlain(writer, SlackText.OneLine(words), LongestTitle);
    }
}
