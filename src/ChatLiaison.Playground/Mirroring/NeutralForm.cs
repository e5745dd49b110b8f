using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Teams;

namespace ChatLiaison.Playground.Mirroring;

/// <summary>A field of an open form, the same in both panes but for its id.</summary>
/// <param name="Id">What the pane's client calls it.</param>
/// <param name="Choices">Value to words; empty where anything may be typed.</param>
/// <param name="Typed">What stands in it: words of choices, or text.</param>
internal sealed record NeutralField(string Id, string Label, IReadOnlyDictionary<string, string> Choices, IReadOnlyList<string> Typed)
{
    /// <summary>What was chosen, in words.</summary>
    public string Shown(string value) => Choices.GetValueOrDefault(value, value);
}

/// <summary>The form that one person has open in one pane.</summary>
internal sealed record NeutralForm(string Title, IReadOnlyList<NeutralField> Fields, bool HasErrors)
{
        public static NeutralForm? Of(Stage stage, string side, SamplePerson who) => side == Page.Contract.Slack
        ? stage.Slack.World.TopView(who.SlackId) is { } view ? Of(view) : null
        : stage.Teams.World.DialogOf(TeamsWorld.MriOf(who)) is { } dialog ? Of(dialog) : null;

    private static NeutralForm Of(SlackView view) => new(
        view.Title,
        [
            .. BlockElements.In(view.Blocks).Where(e => e.IsInput).Select(e => new NeutralField(
                $"{e.BlockId}/{e.ActionId}", e.Label, Options(e.Element), Typed(view.Typed.GetValueOrDefault(e.Key)))),
        ],
        view.Errors.Count > 0);

    private static NeutralForm Of(TeamsDialog dialog) => new(
        dialog.Title,
        [
            .. AdaptiveCardTree.Inputs(dialog.Card).Select(input => new NeutralField(
                input.Text("id") ?? "", input.Text("label") ?? input.Text("title") ?? "", Choices(input), Typed(input, dialog))),
        ],
        dialog.Error is not null);

    private static Dictionary<string, string> Options(JsonObject element)
    {
        var options = element.Objects("options").Concat(element.Objects("option_groups").SelectMany(g => g.Objects("options")))
            .Select(o => (Value: o.Text("value") ?? "", Text: o["text"].Text("text") ?? "")).DistinctBy(o => o.Value).ToList();
        return options.ToDictionary(o => o.Value, o => o.Text, StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Choices(JsonElement input)
    {
        var choices = input.Items("choices").Select(c => (Value: c.Text("value") ?? "", Title: c.Text("title") ?? "")).DistinctBy(c => c.Value).ToList();
        return choices.ToDictionary(c => c.Value, c => c.Title, StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> Typed(JsonObject? state)
    {
        if (state is null)
        {
            return [];
        }

        return state[FieldValues.Property(state.Text("type") ?? "")] switch
        {
            JsonArray many => [.. many.Select(Value).OfType<string>()],
            { } one when Value(one) is { Length: > 0 } text => [text],
            _ => [],
        };
    }

    private static string? Value(JsonNode? node) => node is JsonObject option ? option.Text("value") ?? option.Text("id") : node?.ToString();

    private static string[] Typed(JsonElement input, TeamsDialog dialog)
    {
        var text = dialog.Typed.TryGetValue(input.Text("id") ?? "", out var typed) ? typed : input.Member("value")?.AsText() ?? "";
        return text.Length == 0 ? [] : input.IsTrue("isMultiSelect") ? text.Split(',') : [text];
    }
}
