using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>A card as an Adaptive Card 1.5, the newest version that Teams takes from bots.</summary>
internal static class TeamsCardRenderer
{
    public static ReadOnlyMemory<byte> Render(Card card, IReadOnlyList<MentionSpan>? above = null, bool inDialog = false) =>
        TeamsFit.Draw((textMost, itemMost) => Draw(card, above ?? [], inDialog, textMost, itemMost));

    private static ReadOnlyMemory<byte> Draw(Card card, IReadOnlyList<MentionSpan> above, bool inDialog, int textMost, int itemMost) => TeamsJson.Write(json =>
    {
        var canvas = new TeamsCanvas(json, textMost, itemMost, inDialog);
        json.WriteStartObject();
        json.WriteString("type", "AdaptiveCard");
        json.WriteString("version", "1.5");
        json.WriteStartArray("body");
        Body(canvas, card, above);
        json.WriteEndArray();
        json.WriteStartObject("msteams");
        json.WriteString("width", "Full");
        if (canvas.Mentions.Any)
        {
            canvas.Mentions.Write(json);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void Body(TeamsCanvas canvas, Card card, IReadOnlyList<MentionSpan> above)
    {
        if (above.Count > 0)
        {
            canvas.TextBlock(string.Join(' ', above.Select(person => TeamsText.Markdown([person], canvas.Mentions))));
        }

        if (!card.Title.IsEmpty)
        {
            canvas.Start("TextBlock");
            canvas.Json.WriteString("text", canvas.Markdown(card.Title));
            canvas.Json.WriteBoolean("wrap", true);
            canvas.Json.WriteString("size", "medium");
            canvas.Json.WriteString("weight", "bolder");
            canvas.Json.WriteString("style", "heading");
            canvas.End();
        }

        // Buttons stay whatever else must go: without them nobody could act on what is left.
        var kept = canvas.Some([.. card.Elements.Where(element => element is not ButtonRow)]).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var element in card.Elements)
        {
            if (element is ButtonRow || kept.Contains(element))
            {
                TeamsElements.Draw(canvas, element);
            }
        }

        if (canvas.Cut && card.Whole is { } whole)
        {
            TeamsButtons.Row(canvas, [whole]);
        }
    }
}
