namespace ChatLiaison.Playground.Slack;

/// <summary>Finds the element that a person means.</summary>
internal static class ElementFinder
{
    /// <exception cref="SlackRefusalException">There is none of that name.</exception>
    public static PlacedElement Button(IEnumerable<PlacedElement> elements, string name) =>
        Find(elements.Where(e => e.Type == "button"), name, "button");

    public static PlacedElement Field(IEnumerable<PlacedElement> elements, string name) =>
        Find(elements.Where(e => e.Type != "button"), name, "field");

    /// <summary>The overflow menu that has an item of these words; null when none has.</summary>
    public static PlacedElement? Menu(IEnumerable<PlacedElement> elements, string words) => elements
        .Where(e => e.Type == "overflow" && e.Element.Objects("options").Any(o => o["text"].Text("text") == words)).Select(e => (PlacedElement?)e).FirstOrDefault();

    /// <summary>The name that no other element of a view or message has.</summary>
    private static string Path(PlacedElement element) => $"{element.BlockId}/{element.ActionId}";

    private static PlacedElement Find(IEnumerable<PlacedElement> elements, string name, string what)
    {
        var all = elements.ToList();
        PlacedElement? found = null;
        foreach (var nameOf in (Func<PlacedElement, string>[])[Path, e => e.ActionId, e => e.BlockId, e => e.Label])
        {
            found ??= all.Where(e => nameOf(e) == name).Select(e => (PlacedElement?)e).FirstOrDefault();
        }

        var offered = string.Join(", ", all.Select(e => $"'{e.Label}' ({e.ActionId})"));
        return found ?? throw new SlackRefusalException(SlackRefusal.NoSuchElement, $"no {what} '{name}' among {offered}");
    }
}
