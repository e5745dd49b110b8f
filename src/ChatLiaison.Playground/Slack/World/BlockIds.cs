using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Slack names every block and every interactive element that the app left nameless, and sends those names back.</summary>
internal static class BlockIds
{
    public static JsonArray? Filled(JsonArray? blocks, Func<string> newId)
    {
        if (blocks is null)
        {
            return null;
        }

        var copy = blocks.Frozen();
        foreach (var block in copy.OfType<JsonObject>())
        {
            if (block.Text("block_id") is not { Length: > 0 })
            {
                block["block_id"] = newId();
            }

            foreach (var element in BlockElements.Inside(block).Where(e => e.Text("action_id") is not { Length: > 0 }))
            {
                element["action_id"] = newId();
            }
        }

        return copy;
    }

    public static JsonArray? FilledAttachments(JsonArray? attachments, Func<string> newId)
    {
        if (attachments?.Frozen() is not { } copy)
        {
            return null;
        }

        foreach (var attachment in copy.OfType<JsonObject>().Where(a => a["blocks"] is JsonArray))
        {
            attachment["blocks"] = Filled((JsonArray)attachment["blocks"]!, newId);
        }

        return copy;
    }
}
