using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Blocks in a message: at most fifty.</summary>
internal static class MessageRules
{
    private const int MostBlocks = 50;

    public static void Check(JsonArray? blocks, string at, BlockFindings findings)
    {
        if (blocks is not null)
        {
            SurfaceRules.Check(blocks, MostBlocks, isMessage: true, at, findings);
        }
    }
}
