using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>The body of a dialog: what is wrong, the fields, and the further fields folded away.</summary>
internal static class TeamsFields
{
    private const string MoreId = "$more";
    private const string MoreButtonId = "$moreButton";

    public static void Body(TeamsCanvas canvas, Form form, TeamsFormView view)
    {
        var errors = view.Errors ?? [];
        if (errors.Count > 0)
        {
            canvas.Start("Container");
            canvas.Json.WriteString("style", "attention");
            canvas.Json.WriteStartArray("items");
            foreach (var message in errors.Select(error => error.Message).Distinct(StringComparer.Ordinal))
            {
                canvas.TextBlock(TeamsText.Escape(message), color: "attention", weight: "bolder");
            }

            canvas.Json.WriteEndArray();
            canvas.End();
        }

        foreach (var field in form.Fields)
        {
            Draw(canvas, field, view, shown: true);
        }

        More(canvas, form, view);
    }

    private static void More(TeamsCanvas canvas, Form form, TeamsFormView view)
    {
        if (form.More.Count == 0)
        {
            return;
        }

        var shown = form.ShowMore || form.More.Any(field => IsFilledOrWrong(field, view));
        if (!shown)
        {
            Unfold(canvas, form.MoreLabel);
        }

        canvas.Start("Container");
        canvas.Json.WriteString("id", MoreId);
        if (!shown)
        {
            canvas.Json.WriteBoolean("isVisible", false);
        }

        canvas.Json.WriteStartArray("items");
        foreach (var field in form.More)
        {
            Draw(canvas, field, view, shown);
        }

        canvas.Json.WriteEndArray();
        canvas.End();
    }

    private static void Unfold(TeamsCanvas canvas, string label)
    {
        var json = canvas.Json;
        canvas.Start("ActionSet");
        json.WriteString("id", MoreButtonId);
        json.WriteStartArray("actions");
        json.WriteStartObject();
        json.WriteString("type", "Action.ToggleVisibility");
        json.WriteString("title", label);
        json.WriteStartArray("targetElements");
        json.WriteStringValue(MoreId);
        json.WriteStringValue(MoreButtonId);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        canvas.End();
    }

    private static bool IsFilledOrWrong(Field field, TeamsFormView view) =>
        (view.Errors ?? []).Any(error => error.FieldId == field.Id)
        || (view.Typed is { } typed && typed.TryGetValue(field.Id, out var value) && value.Length > 0);

    // A required field that is folded away would stop the submit without being seen, so it only asks once it is shown.
    private static void Draw(TeamsCanvas canvas, Field field, TeamsFormView view, bool shown)
    {
        foreach (var error in (view.Errors ?? []).Where(error => error.FieldId == field.Id))
        {
            canvas.TextBlock(TeamsText.Escape(error.Message), color: "attention");
        }

        var required = field.Required && shown;
        switch (field)
        {
            case TextField text:
                TeamsInputs.Text(canvas, text, required, view);
                break;
            case ChoiceField choice:
                TeamsInputs.Choice(canvas, choice, required, view);
                break;
            case MomentField moment:
                TeamsInputs.Moment(canvas, moment, required, view);
                break;
            case FormNote note:
                canvas.TextBlock(canvas.Markdown(note.Text));
                break;
            case FilesField files:
                canvas.TextBlock(TeamsText.Escape($"{files.Label}: dialogs take no files here. Post them in the conversation afterwards."), subtle: true);
                break;
        }

        if (!string.IsNullOrEmpty(field.Hint))
        {
            canvas.TextBlock(TeamsText.Escape(field.Hint), subtle: true);
        }
    }
}
