namespace ChatLiaison.People;

/// <summary>The words of a matter, by which it is seen whose field it is.</summary>
internal static class Topics
{
    private static readonly char[] Between = [' ', '\n', '\r', '\t', ',', '.', ';', ':', '!', '?', '/', '-', '(', ')', '"', '\''];

    /// <summary>Every word of the texts, in lower case and without the end of a plural.</summary>
    public static IReadOnlySet<string> Of(params IEnumerable<string> texts) =>
        texts.SelectMany(Words).ToHashSet(StringComparer.Ordinal);

    /// <summary>True when every word of an area stands among the topics: <c>single sign-on</c> needs all three.</summary>
    public static bool Touch(IReadOnlySet<string> topics, string area)
    {
        var words = Words(area);
        return words.Length > 0 && Array.TrueForAll(words, topics.Contains);
    }

    private static string[] Words(string text) => [.. text.ToLowerInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(Singular)];

    /// <summary>The same for both numbers of a word, if not always a word itself: <c>exports</c> and <c>export</c>, <c>indexes</c> and <c>index</c>.</summary>
    private static string Singular(string word) =>
        word.Length <= 3 || word.EndsWith("ss", StringComparison.Ordinal) ? word
        : word.EndsWith("ies", StringComparison.Ordinal) ? $"{word[..^3]}y"
        : (word[^1] == 's' ? word[..^1] : word) is var one && one[^1] == 'e' && one.Length > 3 ? one[..^1] : one;
}
