using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Page;

/// <summary>The ways in that a platform's client offers, read from the manifest that it was given.</summary>
internal sealed record ManifestMenus(IReadOnlyList<OfferedCommand> Commands, IReadOnlyList<MenuView> MessageActions, IReadOnlyList<MenuView> GlobalActions)
{
    private static readonly ManifestMenus None = new([], [], []);

    public static ManifestMenus OfSlack(string? manifest)
    {
        if (manifest is null || JsonNode.Parse(manifest)?["features"] is not { } features)
        {
            return None;
        }

        IReadOnlyList<MenuView> Shortcuts(string type) =>
            [.. Items(features["shortcuts"]).Where(s => Text(s, "type") == type).Select(s => new MenuView(Text(s, "callback_id"), Text(s, "name")))];
        return new ManifestMenus(
            [.. Items(features["slash_commands"]).Select(c => new OfferedCommand(Text(c, "command"), Text(c, "usage_hint"), Text(c, "description")))],
            Shortcuts("message"), Shortcuts("global"));
    }

    /// <param name="verbs">Teams' manifest has no place for what follows a command; it is taken from here.</param>
    public static ManifestMenus OfTeams(string? manifest, IReadOnlyList<OfferedCommand> verbs)
    {
        if (manifest is null || JsonNode.Parse(manifest) is not { } root)
        {
            return None;
        }

        var usages = verbs.ToDictionary(v => v.Name, v => v.Usage, StringComparer.Ordinal);
        var commands = Items(root["bots"]).SelectMany(b => Items(b["commandLists"])).SelectMany(l => Items(l["commands"])).DistinctBy(c => Text(c, "title"));
        IReadOnlyList<MenuView> Extension(string context) =>
        [
            .. Items(root["composeExtensions"]).SelectMany(e => Items(e["commands"]))
                .Where(c => (c["context"] as JsonArray)?.Any(x => (string?)x == context) == true).Select(c => new MenuView(Text(c, "id"), Text(c, "title"))),
        ];
        return new ManifestMenus(
            [.. commands.Select(c => new OfferedCommand(Text(c, "title"), usages.GetValueOrDefault(Text(c, "title")) ?? "", Text(c, "description")))],
            Extension("message"), Extension("compose"));
    }

    private static IEnumerable<JsonNode> Items(JsonNode? node) => (node as JsonArray)?.OfType<JsonNode>() ?? [];

    private static string Text(JsonNode node, string name) => (string?)node[name] ?? "";
}
