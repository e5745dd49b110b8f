using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>What holds for the blocks of one surface together: how many, and no name twice.</summary>
internal static class SurfaceRules
{
    public static void Check(JsonArray blocks, int most, bool isMessage, string at, BlockFindings findings)
    {
        FieldRules.Count(blocks, (0, most), at, findings);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is JsonObject block)
            {
                BlockRules.Check(block, isMessage, $"{at}/{i}", findings);
            }
            else
            {
                findings.Add($"{at}/{i}", "must provide an object");
            }
        }

        foreach (var id in Twice(blocks.OfType<JsonObject>().Select(b => b.Text("block_id"))))
        {
            findings.Add(at, $"`block_id` already exists in blocks: {id}");
        }

        foreach (var block in blocks.OfType<JsonObject>())
        {
            foreach (var id in Twice(BlockElements.Inside(block).Select(e => e.Text("action_id"))))
            {
                findings.Add(at, $"`action_id` already exists in the block: {id}");
            }
        }
    }

    private static IEnumerable<string> Twice(IEnumerable<string?> ids) =>
        ids.OfType<string>().Where(id => id.Length > 0)
            .GroupBy(id => id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);
}
