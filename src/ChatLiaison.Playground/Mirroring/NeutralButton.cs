using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLiaison.Playground.Page;
using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Teams;

namespace ChatLiaison.Playground.Mirroring;

/// <summary>A button, or an entry of a menu of acts: the same words in both panes, pressed in different ways.</summary>
/// <param name="Action">What the app calls it.</param>
/// <param name="OpensForm">It says so itself; where the platform does not tell, null.</param>
/// <param name="Choice">The entry's value, where it is an entry of a menu.</param>
internal sealed record NeutralButton(string Words, string Action, ElementName Element, bool? OpensForm, string? Choice)
{
    /// <summary>The act that presses it.</summary>
    public Act Press(Holder on) => Choice is null
        ? new Act.Press(on, Element, new Dictionary<string, string>(StringComparer.Ordinal))
        : new Act.Choose(on, Element, [Choice]);

    public static IReadOnlyList<NeutralButton> In(SlackMessage message) => OfSlack(BlockElements.In(message));

    public static IReadOnlyList<NeutralButton> In(JsonArray blocks) => OfSlack(BlockElements.In(blocks));

    public static IReadOnlyList<NeutralButton> In(IReadOnlyList<JsonElement> cards) =>
        [.. cards.SelectMany(AdaptiveCardTree.Actions).Select((action, index) => (Action: action, Index: index)).Where(a => IsShown(a.Action)).Select(a => OfTeams(a.Action, a.Index))];

    private static List<NeutralButton> OfSlack(IEnumerable<PlacedElement> elements) => [.. elements.SelectMany(e =>
    {
        var name = new ElementName($"{e.BlockId}/{e.ActionId}", null, null);
        return e.Type switch
        {
            "button" => [new NeutralButton(e.Label, e.ActionId, name, null, null)],
            "overflow" => e.Element.Objects("options").Select(o => new NeutralButton(o["text"].Text("text") ?? "", $"{e.ActionId} {o.Text("value")}", name, null, o.Text("value"))),
            _ => [],
        };
    })];

    private static NeutralButton OfTeams(JsonElement action, int index) => new(
        action.Text("title") ?? "", action.Text("verb") ?? action.Member("data").Member("action")?.GetString() ?? "", new ElementName(null, index, null),
        action.Member("data").Member("msteams").Member("type")?.GetString() == "task/fetch", null);

    // A card behind a button shows its own buttons; the one in front is drawn by the client alone. A fallback is for older clients.
    private static bool IsShown(JsonElement action) => action.Text("type") is "Action.Execute" or "Action.Submit" or "Action.OpenUrl";
}
