using System.Text.RegularExpressions;

namespace ChatLiaison.Playground.Mirroring;

/// <summary>What is said, without what only one platform's notation or the minute of the clock makes of it.</summary>
internal static partial class NeutralWords
{
    /// <param name="references">Case references of one pane under their names in the other.</param>
    public static IReadOnlySet<string> Of(string words, IReadOnlyDictionary<string, string> references)
    {
        var text = SamplePeople.All.Aggregate(words, (all, p) => all.Replace($"@{p.SlackId}", p.Name, StringComparison.Ordinal));
        text = Moment().Replace(text, "time");
        text = Mention().Replace(text, "${name}");
        text = Naming().Replace(text, " ");
        text = Time().Replace(text, "time");
        text = Reference().Replace(text, m => references.GetValueOrDefault(m.Value, m.Value));
        return Word().Matches(text).Select(m => m.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public static IReadOnlyList<string> References(string words) => [.. Reference().Matches(words).Select(m => m.Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The share of words that two sayings have in common.</summary>
    public static double Likeness(IReadOnlySet<string> a, IReadOnlySet<string> b)
    {
        var common = a.Count(b.Contains);
        return common == 0 ? 0 : (double)common / (a.Count + b.Count - common);
    }

    [GeneratedRegex("<at>(?<name>[^<]*)</at>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mention();

    // A command is typed with a slash, or after the bot's name.
    [GeneratedRegex(@"@?(ChatLiaison|U0LIAISON)\b|(?<=^|\s)/(?=[a-z])", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Naming();

    [GeneratedRegex(@"(\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun),? \d{1,2} \p{L}{3},? )?\b\d{1,2}:\d{2}\b( UTC)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();

    // Each platform has a notation for a moment, which its client shows by the reader's own clock.
    [GeneratedRegex(@"\{\{(DATE|TIME)\([^)]*\)\}\}|<!date\^[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Moment();

    [GeneratedRegex(@"\b[A-Z][A-Z0-9]{1,11}-\d+\b", RegexOptions.None, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
