using ChatLiaison.Chat;

namespace ChatLiaison.CaseCards;

/// <summary>A customer's card as lines of a form, so that a preview shows it whole and in order.</summary>
internal static class CardLines
{
    public static IEnumerable<StaffText> Of(CustomerCard card)
    {
        if (!card.Title.IsEmpty)
        {
            yield return new StaffText(card.Title.Spans).Bold();
        }

        foreach (var line in card.Elements.SelectMany(Of))
        {
            yield return line;
        }
    }

    private static IEnumerable<StaffText> Of(CardElement element) => element switch
    {
        Paragraph p => [new StaffText(p.Text.Spans)],
        Quote q => [new StaffText(q.Text.Spans)],
        SmallPrint s => [new StaffText(s.Text.Spans)],
        CardRow r => [new StaffText(r.Text.Spans)],
        BulletList b => [StaffText.Lines(b.Items.Select(i => StaffText.Of($"• {i}")))],
        FactList f => [StaffText.Lines(f.Facts.Select(x => StaffText.Of($"{x.Label}: {x.Value}")))],
        _ => [],
    };
}
