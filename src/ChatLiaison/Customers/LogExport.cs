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
            text.Append("- **Availability**: ").AppendLine(contact.Hours is { } hours ? $"{hours} ({contact.Zone.Id})" : contact.Zone.Id).AppendLine();
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
