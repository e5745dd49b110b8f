using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>Draws a card as Block Kit, within Slack's limits: what doesn't fit is cut at a word, and then <see cref="Card.Whole"/> is offered.</summary>
internal static class SlackCardRenderer
{
    public const int MostInMessage = 50;
    public const int MostInView = 100;
    private const int LongestFallback = 300;

    /// <summary>Writes <c>text</c> and <c>blocks</c> into the object that is open.</summary>
    public static void WriteMessage(Utf8JsonWriter writer, Card card, IReadOnlyList<MentionSpan>? mentions = null)
    {
        writer.WriteString("text", Fallback(card, mentions ?? []));
        WriteBlocks(writer, card, MostInMessage, mentions);
    }

    public static void WriteBlocks(Utf8JsonWriter writer, Card card, int most, IReadOnlyList<MentionSpan>? mentions = null)
    {
        writer.WriteStartArray("blocks");
        foreach (var block in SlackLayout.Plan(card, most, mentions ?? []))
        {
            block.Write(writer);
        }

        writer.WriteEndArray();
    }

    /// <summary>What notifications show: the title and the first paragraph.</summary>
    private static string Fallback(Card card, IReadOnlyList<MentionSpan> mentions)
    {
        var first = card.Elements.OfType<Paragraph>().FirstOrDefault()?.Text.ToPlain() ?? "";
        var words = $"{card.Title.ToPlain()}\n{first}".Trim();
        var shown = SlackText.Escape(SlackCut.At(SlackText.OneLine(words.Length == 0 ? card.ToPlain() : words), LongestFallback - 60));
        var named = string.Concat(mentions.Select(m => SlackText.Mrkdwn([m]) + " "));
        return (named + (shown.Length == 0 ? "…" : shown)).Trim();
    }
}
