namespace ChatLiaison.Slack;

/// <summary>Brings a plan down to a number of blocks, losing first what matters least.</summary>
internal static class SlackCollapse
{
    public static List<SlackBlock> To(int most, IReadOnlyList<SlackBlock> plan)
    {
        List<SlackBlock> blocks = [.. plan.Where(b => b is not DividerBlock)];
        JoinRows(blocks, most);
        if (blocks.Count <= most)
        {
            return blocks;
        }

        // The buttons at the end are how people act: the middle goes first.
        var tail = blocks.AsEnumerable().Reverse().TakeWhile(b => b is ButtonsBlock).Count();
        tail = Math.Min(tail, most / 5);
        return [.. blocks.Take(most - tail), .. blocks.Skip(blocks.Count - tail)];
    }

    /// <summary>The last rows lose their buttons and become one list, as many as needed.</summary>
    private static void JoinRows(List<SlackBlock> blocks, int most)
    {
        while (blocks.Count > most)
        {
            var last = blocks.FindLastIndex(b => b is RowBlock);
            if (last < 0)
            {
                return;
            }

            var row = (RowBlock)blocks[last];
            blocks.RemoveAt(last);
            if (last < blocks.Count && blocks[last] is RichBlock { Parts: [{ Type: "rich_text_list" } list, ..] } below)
            {
                below.Parts[0] = list with { Texts = [row.Text.Spans, .. list.Texts] };
            }
            else
            {
                blocks.Insert(last, new RichBlock([new("rich_text_list", [row.Text.Spans])]));
            }
        }
    }
}
