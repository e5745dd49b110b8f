using ChatLiaison.Chat;

namespace ChatLiaison.Slack;

/// <summary>Shortens text at a word, so that Slack takes it.</summary>
internal static class SlackCut
{
    private const string Ellipsis = "…";

    /// <summary>What a link, mention or moment may take besides its words.</summary>
    private const int SpanOverhead = 90;

    /// <summary>At most <paramref name="max"/> characters, the last one an ellipsis when something was left off.</summary>
    public static string At(string words, int max, out bool cut)
    {
        cut = words.Length > max;
        return cut ? Head(words, max - 1, static _ => 1) + Ellipsis : words;
    }

    public static string At(string words, int max) => At(words, max, out _);

    /// <summary>As many spans as fit when each character counts as <paramref name="cost"/> says; the last one shortened.</summary>
    public static IReadOnlyList<Span> Spans(IReadOnlyList<Span> spans, int max, Func<char, int> cost, out bool cut)
    {
        var left = max;
        for (var i = 0; i < spans.Count; i++)
        {
            var price = Price(spans[i], cost);
            if (price > left || (price == left && i < spans.Count - 1))
            {
                cut = true;
                return [.. spans.Take(i), Shorten(spans[i], left - 1, cost)];
            }

            left -= price;
        }

        cut = false;
        return spans;
    }

    private static int Price(Span span, Func<char, int> cost) => span switch
    {
        WordSpan words => words.Words.Sum(cost) + (words.Emphasis == Emphasis.None ? 0 : 2 * (1 + words.Words.Count(c => c == '\n'))),
        LinkSpan link => SlackLinks.Encode(link.Url).Length + link.Words.Sum(cost) + 3,
        MentionSpan person => person.Name.Sum(cost) + SpanOverhead,
        _ => SpanOverhead,
    };

    private static WordSpan Shorten(Span span, int room, Func<char, int> cost) => span switch
    {
        WordSpan words => words with { Words = Head(words.Words, room - (words.Emphasis == Emphasis.None ? 0 : 2 * (1 + words.Words.Count(c => c == '\n'))), cost) + Ellipsis },
        _ => new WordSpan(Ellipsis),
    };

    private static string Head(string words, int room, Func<char, int> cost)
    {
        var end = 0;
        var lastGap = -1;
        while (end < words.Length && room >= cost(words[end]))
        {
            room -= cost(words[end]);
            lastGap = char.IsWhiteSpace(words[end]) ? end : lastGap;
            end++;
        }

        // A gap far back would throw much away: a word that long is cut in the middle.
        if (lastGap > end - 80 && lastGap > 0)
        {
            end = lastGap;
        }
        else if (end > 0 && char.IsHighSurrogate(words[end - 1]))
        {
            end--;
        }

        return words[..end].TrimEnd();
    }
}
