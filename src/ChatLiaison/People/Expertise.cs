namespace ChatLiaison.People;

/// <summary>What a person knows about, as short tags in their own spelling: <c>billing</c>, <c>C++</c>, <c>single sign-on</c>.</summary>
internal static class Expertise
{
    public const string Rule = "at most 20 short tags of up to 40 characters, with commas between, such as billing, single sign-on";

    private const int Most = 20;
    private const int Longest = 40;

    /// <summary>Reads tags with commas between; null when they break the rule.</summary>
    public static IReadOnlyList<string>? Read(string text) => Of(text.Split([',', ';', '\n']));

    /// <summary>Each once, whatever the case, by name; null when they break the rule.</summary>
    public static IReadOnlyList<string>? Of(IEnumerable<string> tags)
    {
        string[] known =
        [
            .. tags.Select(tag => string.Join(' ', tag.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
                .Where(tag => tag.Length > 0)
                .DistinctBy(tag => tag.ToUpperInvariant())
                .OrderBy(tag => tag, StringComparer.OrdinalIgnoreCase),
        ];
        return known.Length <= Most && known.All(tag => tag.Length <= Longest && !tag.AsSpan().ContainsAny(",;\n")) ? known : null;
    }

    public static string Text(IEnumerable<string> tags) => string.Join(", ", tags);
}
