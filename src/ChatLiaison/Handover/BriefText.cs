using System.Text;
using ChatLiaison.Time;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Handover;

/// <summary>The technical brief as Markdown: to read in full, and to paste into a tracker.</summary>
internal static class BriefText
{
    private static readonly string[] Levels = ["Novice", "Intermediate", "Advanced"];

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static string Write(TechnicalBrief b)
    {
        var (c, d) = (b.Case, b.Case.Details);
        var text = new StringBuilder();
        text.Append("## ").AppendLine(b.Title).AppendLine();
        Lines(text, "Customer Information",
        [
            $"- **Company**: {b.View.CustomerName}",
            $"- **Contact**: {c.ContactName}{(d.ContactTitle.Length > 0 ? $" / {d.ContactTitle}" : "")}",
            .. Said("Reach Them By", BriefWords.Reach(d)),
            $"- **Priority**: {c.Priority}",
            $"- **Business Impact**: {Known(d.BusinessImpact)}",
            .. Said("Hard Deadline", d.Deadline is { } deadline ? Utc(deadline) : ""),
            .. Said("Timeframe", d.Timeframe),
        ]);
        Lines(text, "Issue Details",
        [
            $"- **Case**: {c.Reference}, {b.Score.InWords()}",
            $"- **Description**: {d.Issue}",
            .. BriefItem.IsWish(c) ? BriefItem.Wish(c).Select(w => $"- **{w.Label}**: {Known(w.Said)}") : Problem(b),
            .. b.Beside.Select(f => $"- **{f.Label}**: {f.Value.ToPlain().ReplaceLineEndings("; ")}"),
        ]);
        if (b.Bug is { } bug)
        {
            Lines(text, "Bug Report", [.. BriefWords.Bug(bug).Where(f => !f.Item2.IsEmpty).Select(f => $"- **{f.Item1}**: {f.Item2.ToPlain()}")]);
        }

        Lines(text, $"Attempted Solutions ({DurationText.Humanise(b.Spent)} spent)", Each(b.Tried.Select(h => $"- {Utc(h.At)} - {h.Text}")));
        Lines(text, "Changes Before It Began", Each(b.Changes.Select(x => $"- {Utc(x.At)} - {x.Kind}: {x.Title} {x.Service} {x.Url}".TrimEnd())));
        Lines(text, "Read First", Each(b.View.Reading.Select(r => $"- {r.Markdown}")));
        Lines(text, "Where to Look", Each(b.Look.Select(l => $"- [{l.Name}]({l.Url})")));
        Lines(text, "Seen Before", Each(b.Alike.Select(a => $"- {a.Reference}: {a.Title}. {a.Resolution}".TrimEnd())));
        Lines(text, "Tickets and Pages", Each(b.Links.Select(l => $"- [{(l.Title.Length > 0 ? l.Title : l.Url)}]({l.Url}) {l.Status}".TrimEnd())));
        Lines(text, "Communication History", Each(b.History.Select(h => $"- {Utc(h.At)} - {h.Text}")));
        Lines(text, "Customer's Technical Level", string.Join("  ", Levels.Select(l => $"[{Mark(l, d.TechnicalLevel)}] {l}")));
        Lines(text, "Attachments", Each(d.Files.Select(f => $"- [{f.Name}]({f.Url})")));
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static IEnumerable<string> Problem(TechnicalBrief b)
    {
        var (c, d) = (b.Case, b.Case.Details);
        return
        [
            $"- **Began**: {(d.StartedAt is { } at ? Utc(at) : $"not said; reported {Utc(c.OpenedAt)}")}",
            $"- **Environment**: {Known(string.Join(" / ", new[] { d.OperatingSystem, d.Browser, d.ProductVersion }.Where(x => x.Length > 0)))}",
            $"- **Steps to Reproduce**: {Known(d.Steps)}",
            $"- **Expected**: {Known(d.Expected)}",
            $"- **Actual**: {Known(d.Actual)}",
            $"- **Errors**: {Known(d.Errors)}",
        ];
    }

    private static IEnumerable<string> Said(string label, string words) => words.Length > 0 ? [$"- **{label}**: {words}"] : [];

    private static void Lines(StringBuilder text, string heading, params IReadOnlyList<string> lines)
    {
        text.Append("### ").AppendLine(heading);
        foreach (var line in lines)
        {
            text.AppendLine(line);
        }

        text.AppendLine();
    }

    private static IReadOnlyList<string> Each(IEnumerable<string> lines) => [.. lines.Select(l => l.ReplaceLineEndings(" ")).DefaultIfEmpty("- none")];

    private static string Known(string words) => words.Length > 0 ? words : "not said yet";

    private static string Mark(string level, string known) => string.Equals(level, known, StringComparison.OrdinalIgnoreCase) ? "x" : " ";

    private static string Utc(Instant at) => Minute.Format(at.InUtc().LocalDateTime) + " UTC";
}
