namespace ChatLiaison.Playbook;

/// <summary>Reads <c>words.yaml</c>; a team's translations are added to the built-in ones, and its lists replace them.</summary>
internal static class WordsFile
{
    /// <summary>How bad something is stays as it was said (K13).</summary>
    private static readonly string[] Severity = ["critical", "severe", "urgent", "major", "minor", "outage", "data loss", "breach"];

    public static WordPolicy Read(YamlMap file)
    {
        file.AllowOnly("translations", "suggestions", "blame", "dismissive", "promising", "next_word", "instead", "questions");
        var blame = file.Map("blame");
        blame.AllowOnly("who", "said");
        return new WordPolicy
        {
            Translations = [.. Translations(file, "translations", only: false).Concat(Translations(file, "suggestions", only: true)).OrderByDescending(t => t.Term.Length)],
            BlameWho = Texts(blame, "who", "[engineering, you]"),
            BlameSaid = Blame(blame),
            Dismissive = Texts(file, "dismissive", "[calm down]"),
            Promising = Texts(file, "promising", "[will be fixed]"),
            NextWord = Texts(file, "next_word", "[hear from us]"),
            Instead = Texts(file, "instead", "[until then]"),
            Questions = Texts(file, "questions", "[What do you see?]"),
        };
    }

    private static IEnumerable<Translation> Translations(YamlMap file, string key, bool only)
    {
        var written = file.Map(key);
        foreach (var term in written.Keys)
        {
            var value = written.Find(term);
            if (value?.Text() is not { } plain)
            {
                continue;
            }

            if ($"{term}{plain}".Any(char.IsDigit))
            {
                value.Wrong($"'{term}' and '{plain}' are not the same to the number. Write words without numbers instead.");
            }
            else if (!only && Array.Find(Severity, s => Has(term, s) && !Has(plain, s)) is { } severity)
            {
                value.Wrong($"'{severity}' says how bad it is, and '{plain}' does not. Write it with '{severity}' in it, or leave the line out, instead.");
            }
            else if (!string.Equals(term, plain, StringComparison.OrdinalIgnoreCase))
            {
                yield return new Translation(Plain(term), plain, only);
            }
        }
    }

    private static List<string> Blame(YamlMap blame)
    {
        var said = (blame.Need("said", "[\"{who} forgot\"]")?.List() ?? []).Select(v => (Value: v, Text: v.Text())).Where(v => v.Text is not null).ToList();
        foreach (var (value, text) in said.Where(s => !Has(s.Text!, WordPolicy.Who)))
        {
            value.Wrong($"'{text}' names nobody. Write {WordPolicy.Who} where they stand, such as \"{WordPolicy.Who} forgot\", instead.");
        }

        return [.. said.Select(s => Plain(s.Text!))];
    }

    private static List<string> Texts(YamlMap map, string key, string example) =>
        [.. (map.Need(key, example)?.List() ?? []).Select(v => v.Text()).OfType<string>().Select(Plain)];

    /// <summary>With the apostrophe that keyboards have.</summary>
    private static string Plain(string words) => words.Replace('\u2019', '\'');

    private static bool Has(string words, string part) => words.Contains(part, StringComparison.OrdinalIgnoreCase);
}
