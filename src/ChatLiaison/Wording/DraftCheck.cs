using ChatLiaison.Playbook;

namespace ChatLiaison.Wording;

/// <summary>Words as they would go to a customer, and what goes with them.</summary>
/// <param name="Pieces">Each as the customer reads it, the main one first.</param>
internal sealed record DraftWords(params IReadOnlyList<string> Pieces)
{
    /// <summary>Something with a time is recorded along with them, or is promised already.</summary>
    public bool RecordsPromise { get; init; }

    /// <summary>The next update is promised with them.</summary>
    public bool PromisesNextWord { get; init; }

    /// <summary>The card that holds them names the contact.</summary>
    public bool NamesContact { get; init; }

    /// <summary>What goes with them as it stands elsewhere, and is not reworded in the form.</summary>
    public IReadOnlyList<string> Fixed { get; init; } = [];

    /// <summary>They were said elsewhere, and what stands here is a note of it: only what was promised counts.</summary>
    public bool IsSpoken { get; init; }

    /// <summary>What we can't do, when that is said apart; empty for nothing.</summary>
    public string Limits { get; init; } = "";
}

/// <summary>What is known about whoever reads the words.</summary>
/// <param name="FirstName">The contact's; empty when nobody knows it.</param>
/// <param name="Expert">They speak our language: no word has to be translated.</param>
/// <param name="Others">People and customers who could be named in them.</param>
/// <param name="Templates">The playbook's words that can be sent without any of one's own.</param>
internal sealed record DraftReader(string FirstName, bool Expert, IReadOnlyCollection<string> Others, IReadOnlyCollection<Script> Templates);

/// <summary>
/// What is worth a second look in words for a customer (K12, K13, K15, S157–S160). Nothing here blocks: each finding is one short sentence
/// beside the preview. Pure.
/// </summary>
internal static class DraftCheck
{
    public const int Most = 3;

    private static readonly char[] Ends = ['.', '!', '?', '\n', ';'];

    /// <summary>The most serious first, never more than <see cref="Most"/>.</summary>
    public static IReadOnlyList<string> Of(DraftWords draft, WordPolicy policy, DraftReader reader)
    {
        var text = string.Join('\n', draft.Pieces.Concat(draft.Fixed).Append(draft.Limits));
        string?[] found =
        [
            Promise(draft, text, policy), Blame(text, policy, reader), Dismissal(text, policy), OnlyTemplate(draft, reader),
            NothingInstead(draft, text, policy), Jargon(text, policy, reader), Nameless(draft, text, reader),
        ];
        return [.. found.Take(draft.IsSpoken ? 1 : found.Length).OfType<string>().Take(Most)];
    }

    /// <summary>The words of ours that can be put in other words by themselves; none for an expert.</summary>
    public static IEnumerable<Translation> Replaceable(IEnumerable<string> pieces, WordPolicy policy, DraftReader reader) =>
        Terms(string.Join('\n', pieces), policy, reader).Where(t => !t.OnlySuggested);

    private static string? Promise(DraftWords draft, string text, WordPolicy policy) => draft.RecordsPromise ? null
        : text.Split(Ends, StringSplitOptions.RemoveEmptyEntries)
            .Where(s => !draft.PromisesNextWord || !policy.NextWord.Any(w => WholeWords.In(s, w)))
            .Select(s => policy.Promising.FirstOrDefault(w => WholeWords.In(s, w)) ?? Timed(s)).OfType<string>()
            .Select(said => $"\"{said}\" is a promise, and none is recorded: record it too, or leave it out.").FirstOrDefault();

    /// <summary>"We will call you at 15:00": something that will be, with a time.</summary>
    private static string? Timed(string sentence)
    {
        var plain = WholeWords.Plain(sentence);
        var will = WholeWords.In(plain, "will") || plain.Contains("'ll ", StringComparison.OrdinalIgnoreCase);
        var time = will ? SpokenTime.Said(plain) : null;
        return time?.Length > 0 ? time : null;
    }

    private static string? Blame(string text, WordPolicy policy, DraftReader reader)
    {
        var plain = WholeWords.Plain(text);
        var who = policy.BlameWho.Concat(reader.Others.Where(o => plain.Contains(o, StringComparison.OrdinalIgnoreCase))).ToList();
        return policy.BlameSaid.SelectMany(_ => who, (said, w) => said.Replace(WordPolicy.Who, w, StringComparison.Ordinal)).FirstOrDefault(b => WholeWords.In(plain, b)) is { } blame
            ? $"\"{blame}\" blames somebody: say what is done about it instead."
            : null;
    }

    private static string? Dismissal(string text, WordPolicy policy) =>
        policy.Dismissive.FirstOrDefault(d => WholeWords.In(text, d)) is { } said ? $"\"{said}\" may sound dismissive: say it in another way." : null;

    private static string? OnlyTemplate(DraftWords draft, DraftReader reader) =>
        draft.Pieces.Concat(draft.Fixed).Append(draft.Limits).Where(p => p.Length > 0).ToList() is [var only] && reader.Templates.Any(t => t.IsAllOf(only))
            ? "This is the playbook's phrase as it stands: add a line about this case."
            : null;

    private static string? NothingInstead(DraftWords draft, string text, WordPolicy policy) =>
        draft.Limits.Length > 0 && !policy.Instead.Any(i => WholeWords.In(text, i)) ? "You say what we can't do: say what they can do until then, too." : null;

    private static string? Jargon(string text, WordPolicy policy, DraftReader reader) => Terms(text, policy, reader).Take(2).ToList() switch
    {
        [] => null,
        var terms => $"Say {string.Join(", and ", terms.Select(t => $"\"{t.Plain}\" instead of \"{t.Term}\""))}.",
    };

    private static string? Nameless(DraftWords draft, string text, DraftReader reader) =>
        draft.NamesContact || reader.FirstName.Length == 0 || WholeWords.In(text, reader.FirstName) ? null : $"{reader.FirstName} is not named in it: a greeting is friendlier.";

    private static IEnumerable<Translation> Terms(string text, WordPolicy policy, DraftReader reader) =>
        reader.Expert ? [] : policy.Translations.Where(t => WholeWords.In(text, t.Term));
}
