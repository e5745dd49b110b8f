namespace ChatLiaison.Playbook;

/// <summary>Lists as people write them.</summary>
internal static class Words
{
    /// <summary><c>a, b or c</c></summary>
    public static string Either(IEnumerable<string> words) => Join(words, "or");

    /// <summary><c>a, b and c</c></summary>
    public static string All(IEnumerable<string> words) => Join(words, "and");

    private static string Join(IEnumerable<string> words, string last)
    {
        string[] list = [.. words];
        return list.Length < 2 ? string.Concat(list) : $"{string.Join(", ", list[..^1])} {last} {list[^1]}";
    }
}
