using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>The further acts of a card as Slack's overflow menus. (Slack: overflow menu element: two to five options; one alone stands as a button.)</summary>
internal static class SlackMenu
{
    private const string ActionPrefix = "menu:";
    private const char Between = '|';
    private const int MostOptions = 5;
    private const int LongestValue = 75;

    /// <summary>What the menu can't hold stands in the row as any other button: a question before the act, a value that is too long.</summary>
    public static bool Holds(Button button) => button is { InMenu: true, Confirm: null } && Value(button).Length <= LongestValue;

    public static bool IsMenu(string actionId) => actionId.StartsWith(ActionPrefix, StringComparison.Ordinal);

    /// <summary>The action and value of the button that was chosen; null for what is none of ours, or a link.</summary>
    public static (string Action, string Value)? Chosen(JsonElement action)
    {
        var chosen = action.At("selected_option").Text("value") ?? "";
        var at = chosen.IndexOf(Between, StringComparison.Ordinal);
        return at <= 0 || chosen.StartsWith(SlackButtons.LinkAction + Between, StringComparison.Ordinal) ? null : (chosen[..at], chosen[(at + 1)..]);
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Button> buttons)
    {
        var number = 0;
        foreach (var some in buttons.Chunk(MostOptions))
        {
            if (some is [var only])
            {
                SlackButtons.Write(writer, only);
                continue;
            }

            writer.WriteStartObject();
            writer.WriteString("type", "overflow");
            writer.WriteString("action_id", $"{ActionPrefix}{number++}");
            writer.WriteStartArray("options");
            foreach (var button in some)
            {
                WriteOption(writer, button);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }

    private static void WriteOption(Utf8JsonWriter writer, Button button)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("text");
        SlackText.WritePlain(writer, button.Label, 75);
        writer.WriteString("value", Value(button));
        if (SlackLinks.IsWeb(button.Url))
        {
            writer.WriteString("url", button.Url);
        }

        writer.WriteEndObject();
    }

    private static string Value(Button button) =>
        button.Effect == ButtonEffect.OpensLink ? SlackCut.At($"{SlackButtons.LinkAction}{Between}{button.Label}", LongestValue) : $"{button.Action}{Between}{button.Value}";
}
