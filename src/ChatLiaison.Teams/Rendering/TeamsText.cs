using System.Text;
using ChatLiaison.Chat;
using NodaTime.Text;

namespace ChatLiaison.Teams;

/// <summary>
/// Spans as the subset of Markdown that cards know (bold, italic, links, lists). People's words are escaped so that they show as typed:
/// no formatting, no mention, no date function and no markup can come out of them.
/// </summary>
internal static class TeamsText
{
    private const string Special = "\\*_~[]()#>|`";
    private static readonly InstantPattern Seconds = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'Z'");

    public static string Markdown(IEnumerable<Span> spans, TeamsMentions mentions)
    {
        var text = new StringBuilder();
        foreach (var span in spans)
        {
            Append(text, span, mentions);
        }

        return text.ToString();
    }

    public static string Escape(string words)
    {
        var text = new StringBuilder(words.Length + 8);
        AppendEscaped(text, words);
        return text.ToString();
    }

    /// <summary>The first words of a card on one line, for notifications, where neither Markdown nor date functions work.</summary>
    public static string Summary(Card card)
    {
        var plain = card.Title.IsEmpty ? card.ToPlain() : card.Title.ToPlain();
        var line = string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return TeamsCut.Words(line, 150);
    }

    private static void Append(StringBuilder text, Span span, TeamsMentions mentions)
    {
        switch (span)
        {
            case WordSpan { Emphasis: Emphasis.Bold } words:
                AppendMarked(text, words.Words, "**");
                break;
            case WordSpan { Emphasis: Emphasis.Italic } words:
                AppendMarked(text, words.Words, "_");
                break;
            case WordSpan words:
                AppendEscaped(text, words.Words);
                break;
            case LinkSpan link when Link(link.Url) is { } address:
                text.Append('[');
                AppendEscaped(text, link.Words.Length > 0 ? link.Words.ReplaceLineEndings(" ") : link.Url);
                text.Append("](").Append(address).Append(')');
                break;
            case LinkSpan link:
                AppendEscaped(text, link.Words);
                break;
            case MentionSpan mention when TeamsMentions.CanName(mention):
                text.Append(mentions.Add(mention));
                break;
            case MentionSpan mention:
                AppendEscaped(text, mention.Name);
                break;
            case MomentSpan moment:
                AppendMoment(text, moment);
                break;
        }
    }

    // The client draws these in the reader's own zone and language.
    private static void AppendMoment(StringBuilder text, MomentSpan moment)
    {
        var iso = Seconds.Format(moment.At);
        text.Append(moment.Style switch
        {
            MomentStyle.Time => $"{{{{TIME({iso})}}}}",
            MomentStyle.Date => $"{{{{DATE({iso},SHORT)}}}}",
            _ => $"{{{{DATE({iso},SHORT)}}}} {{{{TIME({iso})}}}}",
        });
    }

    /// <summary>An absolute http(s) address that can't end the Markdown link early; null for any other.</summary>
    private static string? Link(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            : null;

    // Marks must touch the words, and can't reach over a line.
    private static void AppendMarked(StringBuilder text, string words, string mark)
    {
        var first = true;
        foreach (var line in words.Split('\n'))
        {
            if (!first)
            {
                AppendEscaped(text, "\n");
            }

            first = false;
            var core = line.Trim();
            if (core.Length == 0)
            {
                text.Append(line);
                continue;
            }

            text.Append(line.AsSpan(0, line.Length - line.TrimStart().Length)).Append(mark).Append(Escape(core)).Append(mark);
            text.Append(line.AsSpan(line.TrimEnd().Length));
        }
    }

    private static void AppendEscaped(StringBuilder text, string words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            var c = words[at];
            var lineStart = text.Length == 0 || text[^1] == '\n';
            if (c is '\n' or '\r')
            {
                text.Append(lineStart ? "" : "\n\n");
            }
            else if (lineStart && char.IsWhiteSpace(c))
            {
                text.Append('\u00a0');
            }
            else if (lineStart && (c is '-' or '+' or '='))
            {
                text.Append('\\').Append(c);
            }
            else if (lineStart && char.IsAsciiDigit(c))
            {
                at = AppendNumber(text, words, at);
            }
            else
            {
                AppendCharacter(text, c);
            }
        }
    }

    private static void AppendCharacter(StringBuilder text, char c)
    {
        switch (c)
        {
            case '<':
                text.Append("&lt;");
                break;
            case '&':
                text.Append("&amp;");
                break;
            default:
                (Special.Contains(c, StringComparison.Ordinal) ? text.Append('\\') : text).Append(c);
                break;
        }
    }

    // "1." or "1)" at the start of a line would begin a list.
    private static int AppendNumber(StringBuilder text, string words, int at)
    {
        while (at < words.Length && char.IsAsciiDigit(words[at]))
        {
            text.Append(words[at++]);
        }

        if (at < words.Length && (words[at] is '.' or ')'))
        {
            text.Append('\\').Append(words[at++]);
        }

        return at - 1;
    }
}
