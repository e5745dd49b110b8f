using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>
/// Text in Slack's mrkdwn notation, for the places that take no rich text. Everybody's words show as they were typed: <c>&amp; &lt; &gt;</c>
/// become entities, and a formatting sign is fenced with word joiners so that it opens nothing. (Slack: formatting message text.)
/// </summary>
internal static class SlackText
{
    private const char Joiner = '\u2060';
    private static readonly SearchValues<char> Signs = SearchValues.Create("*_~`");
    private static readonly SearchValues<char> Special = SearchValues.Create("*_~`&<>:\n");

    /// <summary>Writes a text object of at most <paramref name="max"/> characters; true when something was cut.</summary>
    public static bool WriteObject(Utf8JsonWriter writer, ChatText text, int max, string? label = null)
    {
        var plain = label is null ? text.ToPlain() : $"{label}\n{text.ToPlain()}";
        if (!NeedsNotation(text) && plain.AsSpan().ContainsAny(Signs))
        {
            // Nothing of ours to format and signs to keep: plain text shows them without any trick.
            return WritePlain(writer, plain, max);
        }

        var heading = label is null ? "" : $"*{Escape(SlackCut.At(label, 200, out _), escapeSigns: true)}*\n";
        var spans = SlackCut.Spans(text.Spans, max - heading.Length, Cost, out var cut);
        writer.WriteStartObject();
        writer.WriteString("type", "mrkdwn");
        writer.WriteString("text", heading + Mrkdwn(spans));
        writer.WriteBoolean("verbatim", true);
        writer.WriteEndObject();
        return cut;
    }

    /// <summary>Writes a plain text object; true when something was cut.</summary>
    public static bool WritePlain(Utf8JsonWriter writer, string words, int max)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "plain_text");
        writer.WriteString("text", SlackCut.At(string.IsNullOrWhiteSpace(words) ? "–" : words, max, out var cut));
        writer.WriteBoolean("emoji", false);
        writer.WriteEndObject();
        return cut;
    }

    public static string Mrkdwn(IEnumerable<Span> spans)
    {
        var text = new StringBuilder();
        foreach (var span in spans)
        {
            switch (span)
            {
                case WordSpan words:
                    AppendWords(text, words);
                    break;
                case LinkSpan link when SlackLinks.IsWeb(link.Url):
                    text.Append('<').Append(SlackLinks.Encode(link.Url)).Append('|').Append(Escape(OneLine(link.Words), escapeSigns: true)).Append('>');
                    break;
                case LinkSpan link:
                    text.Append(Escape(link.Words, escapeSigns: true));
                    break;
                case MentionSpan person:
                    text.Append(SlackLinks.IsOurs(person) ? $"<@{person.UserId}>" : Escape(person.Name, escapeSigns: true));
                    break;
                case MomentSpan moment:
                    text.Append(CultureInfo.InvariantCulture, $"<!date^{moment.At.ToUnixTimeSeconds()}^{SlackMoments.Format(moment.Style)}|{ChatText.InUtc(moment.At, moment.Style)}>");
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>Entities for the three characters that Slack reads as notation; formatting signs fenced when asked.</summary>
    public static string Escape(string words, bool escapeSigns = false)
    {
        if (!words.AsSpan().ContainsAny(Special))
        {
            return words;
        }

        var text = new StringBuilder(words.Length + 16);
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            _ = c switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' when escapeSigns && (i == 0 || words[i - 1] == '\n') => text.Append(Joiner).Append("&gt;"),
                '>' => text.Append("&gt;"),
                '*' or '_' or '~' or '`' when escapeSigns => text.Append(Joiner).Append(c).Append(Joiner),
                ':' when escapeSigns => text.Append(c).Append(Joiner),
                _ => text.Append(c),
            };
        }

        return text.ToString();
    }

    internal static string OneLine(string words) => words.ReplaceLineEndings(" ");

    private static bool NeedsNotation(ChatText text) => text.Spans.Any(s => s is not WordSpan { Emphasis: Emphasis.None });

    private static void AppendWords(StringBuilder text, WordSpan words)
    {
        var sign = words.Emphasis switch
        {
            Emphasis.Bold => "*",
            Emphasis.Italic => "_",
            Emphasis.Code => "`",
            _ => "",
        };
        if (sign.Length == 0)
        {
            text.Append(Escape(words.Words, escapeSigns: true));
            return;
        }

        // Emphasis ends with its line and must touch its words.
        var first = true;
        foreach (var line in words.Words.Split('\n'))
        {
            text.Append(first ? "" : "\n");
            first = false;
            var core = line.Trim();
            text.Append(core.Length == 0 ? line : line.Replace(core, sign + Escape(core, escapeSigns: true) + sign, StringComparison.Ordinal));
        }
    }

    /// <summary>How many characters of mrkdwn a character of somebody's words may become.</summary>
    internal static int Cost(char c) => c switch
    {
        '&' or '>' => 5,
        '<' => 4,
        '*' or '_' or '~' or '`' => 3,
        ':' => 2,
        _ => 1,
    };
}
