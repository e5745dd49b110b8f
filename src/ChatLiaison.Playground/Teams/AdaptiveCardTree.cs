using System.Text.Json;

namespace ChatLiaison.Playground.Teams;

/// <summary>A button of a card with the inputs it would send: those of its own card and of the cards around it.</summary>
internal sealed record CardButton(JsonElement Action, IReadOnlyList<JsonElement> Inputs)
{
    public string Type => Action.Text("type") ?? "";

    public string? Title => Action.Text("title");

    public string? Verb => Action.Text("verb");
}

/// <summary>Walks a card.</summary>
internal static class AdaptiveCardTree
{
    private static readonly string[] Children = ["body", "items", "columns", "rows", "cells", "images", "inlines"];
    private static readonly string[] SingleActions = ["selectAction", "inlineAction"];

    /// <summary>Every element of the card itself, without those of its show-cards.</summary>
    public static IEnumerable<JsonElement> Elements(JsonElement node) =>
        Children.SelectMany(name => node.Items(name)).SelectMany(child => Elements(child).Prepend(child));

    public static IEnumerable<JsonElement> Inputs(JsonElement card) => Elements(card).Where(IsInput);

    /// <summary>Every button, those inside show-cards included.</summary>
    public static IEnumerable<CardButton> Buttons(JsonElement card) => Buttons(card, []);

    /// <summary>Every card in it: itself and its show-cards.</summary>
    public static IEnumerable<JsonElement> Cards(JsonElement card) =>
        Buttons(card)
            .Where(button => button.Type == "Action.ShowCard")
            .Select(button => button.Action.Member("card") ?? default)
            .Prepend(card);

    /// <summary>Every object whose type begins with <c>Action.</c>, wherever it hangs, in the order of the JSON.</summary>
    public static IEnumerable<JsonElement> Actions(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Actions),
        JsonValueKind.Object when node.Text("type")?.StartsWith("Action.", StringComparison.Ordinal) == true =>
            node.EnumerateObject().SelectMany(p => Actions(p.Value)).Prepend(node),
        JsonValueKind.Object => node.EnumerateObject().SelectMany(p => Actions(p.Value)),
        _ => [],
    };

    public static bool IsInput(JsonElement element) => element.Text("type")?.StartsWith("Input.", StringComparison.Ordinal) == true;

    private static IEnumerable<CardButton> Buttons(JsonElement card, IReadOnlyList<JsonElement> around)
    {
        JsonElement[] inputs = [.. around, .. Inputs(card)];
        foreach (var action in Elements(card).Prepend(card).SelectMany(ActionsOf))
        {
            yield return new CardButton(action, inputs);
            if (action.Member("card") is { } shown)
            {
                foreach (var inner in Buttons(shown, inputs))
                {
                    yield return inner;
                }
            }
        }
    }

    private static IEnumerable<JsonElement> ActionsOf(JsonElement element) =>
        element.Items("actions").Concat(SingleActions.Select(name => element.Member(name)).OfType<JsonElement>());
}
