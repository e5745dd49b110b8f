using System.Text;

namespace ChatLiaison.Slack;

/// <summary>What somebody typed, out of Slack's notation: mentions as <c>@Name</c>, links as addresses, entities as characters.</summary>
internal static class SlackTyped
{
    /// <summary>The ids of the people named without a label.</summary>
    public static IEnumerable<string> NamedIn(string text)
    {
        for (var at = text.IndexOf("<@", StringComparison.Ordinal); at >= 0; at = text.IndexOf("<@", at + 2, StringComparison.Ordinal))
        {
            var end = text.IndexOf('>', at);
            if (end > at && text.IndexOf('|', at, end - at) < 0)
            {
                yield return text[(at + 2)..end];
            }
        }
    }

    public static bool Names(string text, string? id) =>
        id is { Length: > 0 } && (text.Contains($"<@{id}>", StringComparison.Ordinal) || text.Contains($"<@{id}|", StringComparison.Ordinal));

    /// <param name="botId">The bot's own id, whose mention is taken out; null to keep all.</param>
    public static string Plain(string text, string? botId, Func<string, string?> nameOf)
    {
        if (!text.AsSpan().ContainsAny('<', '&'))
        {
            return text.Trim();
        }

        var plain = new StringBuilder(text.Length);
        var from = 0;
        while (from < text.Length)
        {
            var open = text.IndexOf('<', from);
            var close = open < 0 ? -1 : text.IndexOf('>', open);
            if (close < 0)
            {
                plain.Append(text, from, text.Length - from);
                break;
            }

            plain.Append(text, from, open - from);
            var shown = Shown(text[(open + 1)..close], botId, nameOf);
            plain.Append(shown);
            from = close + 1;
            if (shown.Length == 0 && from < text.Length && text[from] == ' ')
            {
                from++;
            }
        }

        return Unescape(plain).Trim();
    }

    private static string Shown(string inside, string? botId, Func<string, string?> nameOf)
    {
        var bar = inside.IndexOf('|', StringComparison.Ordinal);
        var target = bar < 0 ? inside : inside[..bar];
        var label = bar < 0 ? "" : inside[(bar + 1)..];
        if (target.Length < 2)
        {
            return $"<{inside}>";
        }

        var id = target[1..];
        return target[0] switch
        {
            '@' when id == botId => "",
            '@' => $"@{(label.Length > 0 ? label : nameOf(id) ?? id).TrimStart('@')}",
            '#' => $"#{(label.Length > 0 ? label : id)}",
            '!' when label.Length > 0 => label,
            '!' => $"@{id}",
            _ when IsLink(target) => Link(target, label),
            _ => $"<{inside}>",
        };
    }

    /// <summary>Anything else between angle brackets was typed so.</summary>
    private static bool IsLink(string target) =>
        target.Contains("://", StringComparison.Ordinal)
        || target.StartsWith("mailto:", StringComparison.Ordinal)
        || target.StartsWith("tel:", StringComparison.Ordinal);

    private static string Link(string url, string label)
    {
        if (label.Length == 0 || url.EndsWith(label, StringComparison.Ordinal))
        {
            return url.StartsWith("mailto:", StringComparison.Ordinal) && label.Length > 0 ? label : url;
        }

        return $"{label} ({url})";
    }

    private static string Unescape(StringBuilder text) =>
        text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").ToString();
}
