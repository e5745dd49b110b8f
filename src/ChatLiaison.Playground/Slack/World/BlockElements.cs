using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>An interactive element and the block that holds it.</summary>
internal readonly record struct PlacedElement(JsonObject Block, JsonObject Element)
{
    public string Type => Element.Text("type") ?? "";
    public string BlockId => Block.Text("block_id") ?? "";
    public string ActionId => Element.Text("action_id") ?? "";
    public SlackFieldKey Key => new(BlockId, ActionId);
    public bool IsInput => Block.Text("type") == "input";

    /// <summary>What a person would call it: a button's text, an input's label, else the placeholder.</summary>
    public string Label => (Element["text"] ?? Block["label"] ?? Element["placeholder"] ?? Block["text"]).Text("text") ?? "";
}

/// <summary>Finds the interactive elements in blocks.</summary>
internal static class BlockElements
{
    public static IEnumerable<PlacedElement> In(JsonArray? blocks) =>
        blocks?.OfType<JsonObject>().SelectMany(block => Inside(block).Select(element => new PlacedElement(block, element))) ?? [];

    public static IEnumerable<PlacedElement> In(SlackMessage message) =>
        In(message.Blocks).Concat(
            message.Attachments?.OfType<JsonObject>().SelectMany(attachment => In(attachment["blocks"] as JsonArray)) ?? []);

    public static IEnumerable<JsonObject> Inside(JsonObject block)
    {
        var found = block.Text("type") switch
        {
            "actions" => block.Objects("elements"),
            "section" when block["accessory"] is JsonObject accessory => [accessory],
            "input" when block["element"] is JsonObject element => [element],
            _ => [],
        };
        return found.Where(element => element.Text("type") != "image");
    }

    /// <summary>Does the element hold a value that a form sends, as against one that only acts?</summary>
    public static bool KeepsState(string type) => type is not ("button" or "overflow" or "workflow_button");
}
