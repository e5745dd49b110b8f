using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Modals and App Homes. Slack: view objects.</summary>
internal static class ViewRules
{
    private const int MostBlocks = 100;
    private const int LongestTitle = 24;

    private static readonly string[] Both = ["type", "blocks", "private_metadata", "callback_id", "external_id"];
    private static readonly string[] OfModals = ["title", "close", "submit", "clear_on_close", "notify_on_close", "submit_disabled"];

    /// <param name="view">The view as the app gave it.</param>
    /// <param name="type"><c>modal</c> or <c>home</c>: what the place it goes to takes.</param>
    /// <param name="at">Pointer to the view.</param>
    /// <param name="findings">Where to put what is wrong.</param>
    public static void Check(JsonObject view, string type, string at, BlockFindings findings)
    {
        if (view.Text("type") != type)
        {
            findings.Add($"{at}/type", $"must be of type {type}");
        }

        FieldRules.Only(view, type == "modal" ? [.. Both, .. OfModals] : Both, at, findings);
        TextRules.String(view, "private_metadata", 3000, at, findings);
        TextRules.String(view, "callback_id", 255, at, findings);
        TextRules.String(view, "external_id", 255, at, findings);
        if (view["blocks"] is not JsonArray blocks)
        {
            findings.Add(at, "missing required field: blocks");
            return;
        }

        SurfaceRules.Check(blocks, MostBlocks, isMessage: false, $"{at}/blocks", findings);
        if (type == "modal")
        {
            Modal(view, blocks, at, findings);
        }
    }

    private static void Modal(JsonObject view, JsonArray blocks, string at, BlockFindings findings)
    {
        TextRules.Required(view, "title", LongestTitle, at, findings);
        TextRules.Optional(view, "submit", LongestTitle, at, findings);
        TextRules.Optional(view, "close", LongestTitle, at, findings);
        if (view["submit"] is null && blocks.OfType<JsonObject>().Any(b => b.Text("type") == "input"))
        {
            findings.Add(at, "missing required field: submit (the view has an input block)");
        }

        if (BlockElements.In(blocks).Count(e => e.Element.Flag("focus_on_load")) > 1)
        {
            findings.Add($"{at}/blocks", "only one element may have focus_on_load");
        }
    }
}
