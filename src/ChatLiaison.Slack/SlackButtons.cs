using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>Buttons within Slack's limits. (Slack: button element, actions block.)</summary>
internal static class SlackButtons
{
    // Slack takes 25; the rest is for the menus at the end.
    private const int MostInBlock = 20;

    /// <summary>What the action of a button that only leads somewhere starts with: Slack reports its press too, and nobody waits for it.</summary>
    public const string LinkAction = "link";

    /// <summary>
    /// Rows in which no action stands twice: Slack refuses a block that holds one action id twice. What goes into the menu ends the last row.
    /// </summary>
    public static IEnumerable<IReadOnlyList<Button>> Blocks(IReadOnlyList<Button> buttons)
    {
        var row = new List<Button>();
        foreach (var button in buttons.Where(b => !SlackMenu.Holds(b)))
        {
            if (row.Count == MostInBlock || row.Any(b => ActionId(b) == ActionId(button)))
            {
                yield return row;
                row = [];
            }

            row.Add(button);
        }

        row.AddRange(buttons.Where(SlackMenu.Holds));
        if (row.Count > 0)
        {
            yield return row;
        }
    }

    public static void WriteBlock(Utf8JsonWriter writer, IReadOnlyList<Button> buttons)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "actions");
        writer.WriteStartArray("elements");
        foreach (var button in buttons.Where(b => !SlackMenu.Holds(b)))
        {
            Write(writer, button);
        }

        SlackMenu.Write(writer, [.. buttons.Where(SlackMenu.Holds)]);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, Button button)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "button");
        writer.WriteString("action_id", SlackCut.At(ActionId(button), 255));
        writer.WritePropertyName("text");
        SlackText.WritePlain(writer, button.Label, 75);
        if (button.Value.Length > 0)
        {
            writer.WriteString("value", button.Value.Length > 2000 ? button.Value[..2000] : button.Value);
        }

        if (SlackLinks.IsWeb(button.Url))
        {
            writer.WriteString("url", button.Url);
        }

        if (button.Style != ButtonStyle.Normal)
        {
            writer.WriteString("style", button.Style == ButtonStyle.Primary ? "primary" : "danger");
        }

        if (button.Confirm is { Length: > 0 } question)
        {
            WriteConfirm(writer, button, question);
        }

        writer.WriteEndObject();
    }

    private static string ActionId(Button button) =>
        button.Effect == ButtonEffect.OpensLink ? $"{LinkAction}:{button.Url}" : button.Action;

    private static void WriteConfirm(Utf8JsonWriter writer, Button button, string question)
    {
        writer.WriteStartObject("confirm");
        writer.WritePropertyName("title");
        SlackText.WritePlain(writer, button.Label, 100);
        writer.WritePropertyName("text");
        SlackText.WritePlain(writer, question, 300);
        writer.WritePropertyName("confirm");
        SlackText.WritePlain(writer, button.Label, 30);
        writer.WritePropertyName("deny");
        SlackText.WritePlain(writer, "Cancel", 30);
        if (button.Style != ButtonStyle.Normal)
        {
            writer.WriteString("style", button.Style == ButtonStyle.Primary ? "primary" : "danger");
        }

        writer.WriteEndObject();
    }
}
