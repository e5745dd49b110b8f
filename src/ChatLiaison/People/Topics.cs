namespace ChatLiaison.People;

/// <summary>The words of a matter, by which it is seen whose field it is.</summary>
internal static class Topics
{
    private static readonly char[] Between = [' ', '\n', '\r', '\t', ',', '.', ';', ':', '!', '?', '/', '-', '(', ')', '"', '\''];

    /// <summary>Every word of the texts, in lower case.</summary>
    public static IReadOnlySet<string> Of(params IEnumerable<string> texts) =>
        texts.SelectMany(Words).ToHashSet(StringComparer.Ordinal);

    /// <summary>True when every word of an area stands among the topics: <c>single sign-on</c> needs all three.</summary>
    public static bool Touch(IReadOnlySet<string> topics, string area)
    {
        var words = Words(area);
        return words.Length > 0 && Array.TrueForAll(words, topics.Contains);
    }

    private static string[] Words(string text) => text.ToLowerInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries);
}
