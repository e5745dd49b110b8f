using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Teams;

/// <summary>Dialogs (task modules). Source: Teams, "Use dialogs in bots".</summary>
public sealed partial class TeamsClient
{
    /// <summary>
    /// Fills the open dialog and presses its button. What the client would not let pass never reaches the app.
    /// When the app fails, the dialog stays open with what was typed and shows the error.
    /// </summary>
    /// <param name="values">By input id or label; a choice by value or title.</param>
    /// <param name="button">The first submit button unless told.</param>
    public async Task<TeamsOutcome> SubmitDialogAsync(
        string user, IReadOnlyDictionary<string, string>? values = null, ButtonName? button = null)
    {
        var person = Person(user);
        var dialog = DialogOf(person);
        var pressed = button is null
            ? AdaptiveCardTree.Buttons(dialog.Card).FirstOrDefault(each => each.Type == "Action.Submit")
                ?? throw new InvalidOperationException($"The dialog {dialog.Title} has no submit button.")
            : button.Value.FindIn([dialog.Card]);
        if (pressed.Type != "Action.Submit")
        {
            throw new InvalidOperationException($"{pressed.Type} does nothing in a dialog.");
        }

        var form = new CardForm(pressed.Inputs, Remembered(dialog, values));
        if (form.Problems() is { Count: > 0 } problems)
        {
            _world.Open(dialog with { Typed = form.Values });
            return new TeamsOutcome(TeamsOutcomeKind.Invalid) { Problems = problems, Dialog = dialog };
        }

        dialog = dialog with { Typed = form.Values, Error = null };
        _world.Open(dialog);
        var place = _world.FindConversation(dialog.ConversationId)!;
        var way = new Way(person, place, dialog.ConversationId, dialog.MessageId);
        var data = form.Merge(pressed.Action.Member("data"));
        var answer = dialog.CommandId is null
            ? await InvokeAsync(way, "task/submit", new JsonObject { ["data"] = data, ["context"] = Theme() }, "message")
            : await SubmitActionAsync(way, dialog, data);
        return ApplyDialogAnswer(way, dialog, answer);
    }

    /// <summary>Closes the dialog; the app is not told.</summary>
    public void CancelDialog(string user) => _world.CloseDialog(DialogOf(Person(user)).UserMri);

    private TeamsDialog DialogOf(TeamsUser person) =>
        _world.DialogOf(person.Mri) ?? throw new InvalidOperationException($"{person.Name} has no dialog open.");

    private static Dictionary<string, string> Remembered(TeamsDialog dialog, IReadOnlyDictionary<string, string>? values)
    {
        var ids = AdaptiveCardTree.Inputs(dialog.Card).Select(input => input.Text("id")).ToHashSet(StringComparer.Ordinal);
        var all = dialog.Typed.Where(pair => ids.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in values ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            all[key] = value;
        }

        return all;
    }

    private async Task<TeamsOutcome> FetchDialogAsync(Way way, JsonNode data)
    {
        var answer = await InvokeAsync(way, "task/fetch", new JsonObject { ["data"] = data, ["context"] = Theme() }, "message");
        var opening = new TeamsDialog
        {
            UserMri = way.Person.Mri,
            Title = "",
            Card = default,
            ConversationId = way.ConversationId,
            MessageId = way.MessageId,
        };
        return answer.Failure ?? ApplyTask(way, opening, answer.Body);
    }

    private TeamsOutcome ApplyDialogAnswer(Way way, TeamsDialog dialog, InvokeAnswer answer)
    {
        var outcome = answer.Failure ?? ApplyTask(way, dialog, answer.Body);
        if (outcome.Kind is TeamsOutcomeKind.Error or TeamsOutcomeKind.Unreachable)
        {
            _world.Open(dialog with { Error = outcome.Text });
        }
        else if (outcome.Kind != TeamsOutcomeKind.DialogOpened)
        {
            _world.CloseDialog(dialog.UserMri);
        }

        return outcome;
    }

    private TeamsOutcome ApplyTask(Way way, TeamsDialog dialog, JsonElement body)
    {
        if (body.Member("composeExtension") is { } extension)
        {
            return ApplyExtension(way, dialog, extension);
        }

        if (body.Member("task") is not { } task)
        {
            return body.ValueKind == JsonValueKind.Undefined || !body.EnumerateObject().Any()
                ? new TeamsOutcome(TeamsOutcomeKind.DialogClosed)
                : Fail(way.Person, $"The answer has no task: {body}");
        }

        return task.Text("type") switch
        {
            "continue" => Continue(way, dialog, task.Member("value") ?? default),
            "message" when task.Text("value") is { } text => Show(way.Person, TeamsOutcomeKind.MessageShown, text),
            var type => Fail(way.Person, $"A task of type {type} is unknown."),
        };
    }

    private TeamsOutcome Continue(Way way, TeamsDialog dialog, JsonElement value)
    {
        if (value.Member("card")?.Member("content") is not { } card || value.Member("card")?.Text("contentType") != TeamsJson.CardContentType)
        {
            return Fail(way.Person, "The dialog has no Adaptive Card.");
        }

        if (_check.FaultsOf(card) is { Count: > 0 } faults)
        {
            return Fail(way.Person, $"The dialog's card is malformed. {string.Join("; ", faults)}");
        }

        if ((BadSize(value, "width") ?? BadSize(value, "height")) is { } bad)
        {
            return Fail(way.Person, bad);
        }

        var opened = dialog with
        {
            Title = value.Text("title") ?? "",
            Card = card,
            Width = value.Member("width"),
            Height = value.Member("height"),
            // The new card brings its own values.
            Typed = new Dictionary<string, string>(StringComparer.Ordinal),
            Error = null,
        };
        _world.Open(opened);
        return new TeamsOutcome(TeamsOutcomeKind.DialogOpened) { Dialog = opened, Card = card };
    }

    private static string? BadSize(JsonElement value, string name) => value.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } => null,
        { ValueKind: JsonValueKind.String } word when word.GetString() is "small" or "medium" or "large" => null,
        var other => $"The dialog's {name} is {other}.",
    };

    private static JsonObject Theme() => new() { ["theme"] = "default" };
}
