using ChatLiaison.Chat;
using NodaTime.Text;

namespace ChatLiaison.Teams;

/// <summary>Each neutral field as an Adaptive Card input. Required ones are also checked by the client, before anything is sent.</summary>
internal static class TeamsInputs
{
    /// <summary>A moment is two inputs; the second one's id ends in this.</summary>
    public const string TimeSuffix = "__time";

    // From here on a first page may have more behind it, which the client can ask for.
    private const int FullPage = 20;
    private const int MostShownOpen = 3;
    private const int MostManyShownOpen = 6;

    public static void Text(TeamsCanvas canvas, TextField field, bool required, TeamsFormView view)
    {
        Start(canvas, "Input.Text", field.Id, field.Label, required);
        canvas.Json.WriteNumber("maxLength", field.MaxLength);
        if (field.Multiline)
        {
            canvas.Json.WriteBoolean("isMultiline", true);
        }

        canvas.Put("placeholder", field.Placeholder);
        canvas.Put("value", Typed(view, field.Id) ?? TeamsCut.Words(field.Initial, field.MaxLength));
        canvas.End();
    }

    public static void Choice(TeamsCanvas canvas, ChoiceField field, bool required, TeamsFormView view)
    {
        // Clients can't draw a list without choices.
        if (field.Choices.Count == 0 && field.SuggestFrom is null)
        {
            canvas.TextBlock(TeamsText.Escape($"{field.Label}: there is nothing to choose from yet."), subtle: true);
            return;
        }

        var json = canvas.Json;
        Start(canvas, "Input.ChoiceSet", field.Id, field.Label, required);
        var open = field.Choices.Count <= (field.Multiple ? MostManyShownOpen : MostShownOpen);
        json.WriteString("style", field.SuggestFrom is not null ? "filtered" : open ? "expanded" : "compact");
        json.WriteBoolean("wrap", true);
        if (field.Multiple)
        {
            json.WriteBoolean("isMultiSelect", true);
        }

        json.WriteStartArray("choices");
        foreach (var choice in canvas.Some(field.Choices))
        {
            json.WriteStartObject();
            json.WriteString("title", choice.Label);
            json.WriteString("value", choice.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (field is { SuggestFrom: { } source, Choices.Count: 0 or >= FullPage })
        {
            json.WriteStartObject("choices.data");
            json.WriteString("type", "Data.Query");
            json.WriteString("dataset", source);
            json.WriteEndObject();
        }

        canvas.Put("placeholder", field.Placeholder);
        canvas.Put("value", Typed(view, field.Id) ?? string.Join(',', field.Initial));
        canvas.End();
    }

    public static void Moment(TeamsCanvas canvas, MomentField field, bool required, TeamsFormView view)
    {
        var local = field.Initial?.InZone(TeamsZone.Of(view.Zone)).LocalDateTime;
        Start(canvas, "Input.Date", field.Id, field.Label, required);
        canvas.Put("value", Typed(view, field.Id) ?? (local is { } day ? LocalDatePattern.Iso.Format(day.Date) : null));
        canvas.End();
        Start(canvas, "Input.Time", field.Id + TimeSuffix, "Time", required);
        canvas.Put("value", Typed(view, field.Id + TimeSuffix) ?? (local is { } time ? TeamsZone.Time.Format(time.TimeOfDay) : null));
        canvas.End();
    }

    private static void Start(TeamsCanvas canvas, string type, string id, string label, bool required)
    {
        canvas.Start(type);
        canvas.Json.WriteString("id", id);
        canvas.Json.WriteString("label", label);
        if (required)
        {
            canvas.Json.WriteBoolean("isRequired", true);
            canvas.Json.WriteString("errorMessage", $"Please fill in: {label}");
        }
    }

    private static string? Typed(TeamsFormView view, string id) => view.Typed?.GetValueOrDefault(id);
}
