using System.Text;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>A table as padded lines for preformatted text: the first column to the left, the others to the right.</summary>
internal static class SlackTable
{
    private const int WidestCell = 40;
    private const string Gap = "  ";

    /// <summary>As many rows as fit into <paramref name="max"/> characters.</summary>
    public static string Lines(CardTable table, int max, out bool cut)
    {
        List<IReadOnlyList<string>> rows = [table.Columns, .. table.Rows];
        var columns = rows.Max(r => r.Count);
        var widths = Enumerable.Range(0, columns).Select(c => rows.Max(r => Cell(r, c).Length)).ToArray();
        cut = false;
        var lines = new StringBuilder();
        foreach (var row in rows)
        {
            var line = Line(row, widths);
            if (lines.Length + line.Length + 1 > max)
            {
                cut = true;
                break;
            }

            lines.Append(lines.Length == 0 ? "" : "\n").Append(line);
            cut |= row.Any(cell => cell.Length > WidestCell);
        }

        return lines.Length == 0 ? "…" : lines.ToString();
    }

    private static string Line(IReadOnlyList<string> row, int[] widths) =>
        string.Join(Gap, widths.Select((width, c) => c == 0 ? Cell(row, c).PadRight(width) : Cell(row, c).PadLeft(width))).TrimEnd();

    private static string Cell(IReadOnlyList<string> row, int column) =>
        column < row.Count ? SlackCut.At(SlackText.OneLine(row[column]), WidestCell) : "";
}
