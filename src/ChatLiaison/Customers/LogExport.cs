using System.Text;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Customers;

/// <summary>A customer's record as Markdown, in the form that such logs are usually kept in (S178).</summary>
internal static class LogExport
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;

    /// <param name="zone">Whose days the dates are.</param>
    public static string Write(Customer customer, IReadOnlyList<LoggedInteraction> entries, Instant now, DateTimeZone zone)
    {
        var text = new StringBuilder();
        text.Append("## ").Append(customer.Name).Append(" - ").AppendLine(Day.Format(now.InZone(zone).Date)).AppendLine();
        text.AppendLine("### Contact Information");
        foreach (var contact in customer.Contacts)
        {
            text.Append("- **Name**: ").AppendLine(contact.Name);
            text.Append("- **Role**: ").AppendLine(contact.Title);
            text.Append("- **Preferred Contact**: ").AppendLine(Capital(contact.Prefers));
            text.Append("- **Availability**: ").AppendLine(contact.Zone.Id).AppendLine();
        }

        text.AppendLine("### Interaction History");
        text.AppendLine("| Date | Type | Summary | Action Items |");
        text.AppendLine("|------|------|---------|--------------|");
        foreach (var entry in entries)
        {
            Row(text, entry, zone);
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Cut into pieces of at most <paramref name="length"/> characters, between lines; what no piece has room for is left out.</summary>
    /// <returns>The pieces, and how many lines were left out.</returns>
    public static (IReadOnlyList<string> Pieces, int LeftOut) Cut(string text, int length, int most)
    {
        var pieces = new List<StringBuilder> { new() };
        var lines = text.TrimEnd('\n').Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].Length < length ? lines[at] : lines[at][..(length - 1)];
            if (pieces[^1].Length + line.Length + 1 > length)
            {
                if (pieces.Count == most)
                {
                    return ([.. pieces.Select(p => p.ToString())], lines.Length - at);
                }

                pieces.Add(new StringBuilder());
            }

            pieces[^1].Append(line).Append('\n');
        }

        return ([.. pieces.Select(p => p.ToString())], 0);
    }

    private static void Row(StringBuilder text, LoggedInteraction logged, DateTimeZone zone)
    {
        var e = logged.Entry;
        var about = logged.References.Count > 0 ? $" ({string.Join(", ", logged.References)})" : "";
        text.Append("| ").Append(Day.Format(e.At.InZone(zone).Date)).Append(" | ").Append(InteractionWords.Name(e.Kind)).Append(" | ")
            .Append(Cell(e.Summary + about)).Append(" | ").Append(Cell(e.ActionItems)).AppendLine(" |");
    }

    /// <summary>A cell is one line, and a bar in it would end it.</summary>
    private static string Cell(string words) => words.ReplaceLineEndings("; ").Replace("|", "\\|", StringComparison.Ordinal);

    private static string Capital(string word) => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..];
}
