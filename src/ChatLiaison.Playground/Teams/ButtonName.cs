using System.Text.Json;

namespace ChatLiaison.Playground.Teams;

/// <summary>A button of a card: by its title or verb, or by its place.</summary>
/// <param name="Index">Counted from 0 among all objects of the cards whose type starts with <c>Action.</c>, in the order of the JSON.</param>
public readonly record struct ButtonName(string? Words, int? Index = null)
{
    public static ButtonName At(int index) => new(null, index);

    public static implicit operator ButtonName(string words) => new(words);

    public override string ToString() => Words ?? $"number {Index}";

    internal CardButton FindIn(IReadOnlyList<JsonElement> cards)
    {
        var (name, shown) = (this, ToString());
        var buttons = cards.SelectMany(AdaptiveCardTree.Buttons).ToList();
        var found = Index is { } at
            ? Same(buttons, cards.SelectMany(AdaptiveCardTree.Actions).Skip(at).Select(a => (JsonElement?)a).FirstOrDefault())
            : buttons.Where(button => button.Title == name.Words || button.Verb == name.Words).ToList();
        return found switch
        {
            [var only] => only,
            [var first, ..] when Index is not null => first,
            _ => throw new InvalidOperationException(
                $"{found.Count} buttons are called {shown}. "
                + $"There are: {string.Join(", ", buttons.Select(button => button.Title ?? button.Verb))}."),
        };
    }

    private static List<CardButton> Same(List<CardButton> buttons, JsonElement? action) => action is null ? []
        : [.. buttons.Where(b => JsonElement.DeepEquals(b.Action, action.Value))];
}
