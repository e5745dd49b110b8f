using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>Plans a card's blocks so that Slack takes them: at most so many blocks, so many characters, nothing empty.</summary>
internal sealed class SlackLayout(int mostBlocks)
{
    public const int LongestSmallPrint = 2000;
    private const int LongestText = 3000;
    private const int LongestTitle = 150;

    /// <summary>A whole message's worth; far below where Slack says <c>msg_blocks_too_long</c>.</summary>
    private const int LongestCard = 12_000;

    private readonly List<SlackBlock> blocks = [];
    private int room = LongestCard;

    /// <summary>True when not everything could be shown.</summary>
    public bool Cut { get; private set; }

    public static IReadOnlyList<SlackBlock> Plan(Card card, int mostBlocks, IReadOnlyList<MentionSpan> mentions)
    {
        var layout = new SlackLayout(mostBlocks);
        layout.AddMentions(mentions);
        layout.AddTitle(card.Title);
        foreach (var element in card.Elements)
        {
            layout.Add(element);
        }

        return layout.Fit(card.Whole);
    }

    private void AddMentions(IReadOnlyList<MentionSpan> mentions)
    {
        if (mentions.Count > 0)
        {
            AddRich(new("rich_text_section", [[.. mentions.SelectMany((m, i) => i == 0 ? (IEnumerable<Span>)[m] : [new WordSpan(" "), m])]]));
        }
    }

    private void AddTitle(ChatText title)
    {
        var words = SlackText.OneLine(title.ToPlain()).Trim();
        if (title.Spans.Any(s => s is MomentSpan))
        {
            blocks.Add(new TimedHeadingBlock(Take(title, LongestTitle).Spans));
        }
        else if (words.Length > 0)
        {
            Cut |= words.Length > LongestTitle;
            blocks.Add(new HeaderBlock(words));
        }
    }

    private void Add(CardElement element)
    {
        switch (element)
        {
            case Paragraph p:
                AddText("rich_text_section", p.Text);
                break;
            case Quote q:
                AddText("rich_text_quote", q.Text);
                break;
            case BulletList list:
                AddList(list.Items);
                break;
            case CardTable table:
                AddTable(table);
                break;
            case FactList facts:
                AddFacts(facts.Facts);
                break;
            case CardRow { Button: { } button } row when !IsBlank(row.Text):
                blocks.Add(new RowBlock(Take(row.Text, 2900, SlackText.Cost), button));
                break;
            case CardRow { Button: null } row:
                AddList([row.Text]);
                break;
            case CardRow row:
                blocks.Add(new ButtonsBlock([row.Button!]));
                break;
            case SmallPrint small when !IsBlank(small.Text):
                blocks.Add(new SmallBlock(Take(small.Text, LongestSmallPrint, SlackText.Cost)));
                break;
            case Divider:
                blocks.Add(new DividerBlock());
                break;
            case ButtonRow row:
                blocks.AddRange(SlackButtons.Blocks(row.Buttons).Select(b => new ButtonsBlock(b)));
                break;
        }
    }

    private void AddText(string type, ChatText text)
    {
        if (!IsBlank(text))
        {
            AddRich(new(type, [Take(text, LongestText).Spans]));
        }
    }

    private void AddList(IEnumerable<ChatText> items)
    {
        List<IReadOnlyList<Span>> lines = [.. items.Where(i => !IsBlank(i)).Select(i => Take(i, LongestText).Spans)];
        if (lines.Count > 0)
        {
            AddRich(new("rich_text_list", lines));
        }
    }

    private void AddTable(CardTable table)
    {
        var lines = SlackTable.Lines(table, Math.Min(LongestText, Math.Max(room, 200)), out var cut);
        Cut |= cut;
        room -= lines.Length;
        AddRich(new("rich_text_preformatted", [[new WordSpan(lines)]]));
    }

    private void AddFacts(IReadOnlyList<Fact> facts)
    {
        // Slack: section.fields holds at most ten.
        foreach (var ten in facts.Where(f => !IsBlank(f.Value)).Chunk(10))
        {
            blocks.Add(new FactsBlock([.. ten.Select(f => f with { Value = Take(f.Value, 1300, SlackText.Cost) })]));
        }
    }

    private void AddRich(RichPart part)
    {
        if (blocks is [.., RichBlock last])
        {
            last.Parts.Add(part);
            return;
        }

        blocks.Add(new RichBlock([part]));
    }

    private ShownText Take(ChatText text, int most, Func<char, int>? cost = null)
    {
        var kept = SlackCut.Spans(text.Spans, Math.Min(most, Math.Max(room, 40)), cost ?? (static _ => 1), out var cut);
        Cut |= cut;
        var taken = new ShownText(kept);
        room -= taken.ToPlain().Length;
        return taken;
    }

    private List<SlackBlock> Fit(Button? whole)
    {
        Cut |= blocks.Count > mostBlocks;
        var most = Cut && whole is not null ? mostBlocks - 1 : mostBlocks;
        var fitted = blocks.Count > most ? SlackCollapse.To(most, blocks) : blocks;
        if (Cut && whole is not null)
        {
            fitted.Add(new ButtonsBlock([whole]));
        }

        return fitted;
    }

    private static bool IsBlank(ChatText text) => text.Spans.All(s => s is WordSpan words && string.IsNullOrWhiteSpace(words.Words));
}

/// <summary>A part of a text that is about to be written; it was either kind before, and goes nowhere but into the bytes.</summary>
internal sealed class ShownText(IReadOnlyList<Span> spans) : ChatText(spans);
