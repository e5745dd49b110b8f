using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>Shortening at words.</summary>
internal static class TeamsCut
{
    private const char Ellipsis = '…';

    /// <summary>At most <paramref name="most"/> characters, ending in an ellipsis when cut.</summary>
    public static string Words(string words, int most)
    {
        if (words.Length <= most)
        {
            return words;
        }

        var end = Math.Max(1, most - 1);
        var space = words.LastIndexOfAny([' ', '\n', '\t'], end);
        if (space > end / 2)
        {
            end = space;
        }
        else if (char.IsHighSurrogate(words[end - 1]))
        {
            end--;
        }

        return words[..end].TrimEnd() + Ellipsis;
    }

    /// <summary>The spans up to that many characters of words.</summary>
    public static IReadOnlyList<Span> Spans(IReadOnlyList<Span> spans, int most, ref bool cut)
    {
        var left = most;
        for (var at = 0; at < spans.Count; at++)
        {
            var length = LengthOf(spans[at]);
            if (length > left)
            {
                cut = true;
                return [.. spans.Take(at), spans[at] is WordSpan words ? words with { Words = Words(words.Words, Math.Max(1, left)) } : new WordSpan("…")];
            }

            left -= length;
        }

        return spans;
    }

    private static int LengthOf(Span span) => span switch
    {
        WordSpan words => words.Words.Length,
        LinkSpan link => link.Words.Length + link.Url.Length,
        MentionSpan mention => mention.Name.Length,
        _ => 40,
    };
}
