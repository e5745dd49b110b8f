using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>
/// Buttons. What acts is an Action.Execute (with an Action.Submit for old clients), what opens a form asks Teams for a dialog
/// (Teams: Universal Actions; invoking dialogs from cards). Their data is <c>{action, value}</c>, handed back unchanged.
/// </summary>
internal static class TeamsButtons
{
    public const string Action = "action";
    public const string Value = "value";

    // Teams draws six; more would not be shown at all.
    private const int InPlainSight = 6;

    public static void Row(TeamsCanvas canvas, IReadOnlyList<Button> buttons)
    {
        if (buttons.Count == 0)
        {
            return;
        }

        canvas.Start("ActionSet");
        canvas.Json.WriteStartArray("actions");
        var at = 0;
        foreach (var button in buttons.OrderBy(b => b.InMenu))
        {
            Button(canvas, button, hidden: button.InMenu || at++ >= InPlainSight);
        }

        canvas.Json.WriteEndArray();
        canvas.End();
    }

    /// <summary>A button among a dialog's own actions; nothing for none.</summary>
    public static void InForm(TeamsCanvas canvas, Button? button)
    {
        if (button is not null)
        {
            Act(canvas, button, hidden: false);
        }
    }

    private static void Button(TeamsCanvas canvas, Button button, bool hidden)
    {
        if (button.Effect == ButtonEffect.OpensLink)
        {
            if (button.Url is null)
            {
                return;
            }

            Open(canvas, "Action.OpenUrl", button, hidden);
            canvas.Json.WriteString("url", button.Url);
            canvas.End();
        }
        else if (button.Confirm is { Length: > 0 } question)
        {
            Ask(canvas, button, question, hidden);
        }
        else
        {
            Act(canvas, button, hidden);
        }
    }

    // There is no question box in cards: the press unfolds the question with the real button under it.
    private static void Ask(TeamsCanvas canvas, Button button, string question, bool hidden)
    {
        Open(canvas, "Action.ShowCard", button, hidden);
        var json = canvas.Json;
        json.WriteStartObject("card");
        json.WriteString("type", "AdaptiveCard");
        json.WriteStartArray("body");
        canvas.TextBlock(TeamsText.Escape(question));
        json.WriteEndArray();
        json.WriteStartArray("actions");
        Act(canvas, button, hidden: false);
        json.WriteEndArray();
        json.WriteEndObject();
        canvas.End();
    }

    private static void Act(TeamsCanvas canvas, Button button, bool hidden)
    {
        var json = canvas.Json;
        if (button.Effect == ButtonEffect.OpensForm || canvas.InDialog)
        {
            Open(canvas, "Action.Submit", button, hidden);
            Data(json, button, dialog: button.Effect == ButtonEffect.OpensForm && !canvas.InDialog);
            canvas.End();
            return;
        }

        Open(canvas, "Action.Execute", button, hidden);
        json.WriteString("verb", button.Action);
        Data(json, button, dialog: false);
        json.WriteStartObject("fallback");
        json.WriteString("type", "Action.Submit");
        json.WriteString("title", button.Label);
        Data(json, button, dialog: false);
        json.WriteEndObject();
        canvas.End();
    }

    private static void Open(TeamsCanvas canvas, string type, Button button, bool hidden)
    {
        var json = canvas.Json;
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("title", button.Label);
        canvas.Put("style", button.Style switch
        {
            ButtonStyle.Primary => "positive",
            ButtonStyle.Danger => "destructive",
            _ => null,
        });
        canvas.Put("mode", hidden ? "secondary" : null);
    }

    private static void Data(Utf8JsonWriter json, Button button, bool dialog)
    {
        json.WriteStartObject("data");
        if (dialog)
        {
            json.WriteStartObject("msteams");
            json.WriteString("type", "task/fetch");
            json.WriteEndObject();
        }

        json.WriteString(Action, button.Action);
        json.WriteString(Value, button.Value);
        json.WriteEndObject();
    }
}
