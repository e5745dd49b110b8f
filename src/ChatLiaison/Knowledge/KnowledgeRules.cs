using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Handover;
using ChatLiaison.People;
using ChatLiaison.Playbook;

namespace ChatLiaison.Knowledge;

/// <summary>What fits a case or a search, and in which order. Pure: the same entries and words always give the same answer.</summary>
internal static class KnowledgeRules
{
    public const int MostPolicies = 2;
    public const int MostOthers = 3;

    private const int ForType = 3;
    private const int ForWord = 2;
    private const int MostWords = 3;

    /// <summary>The policies first, then what else fits best.</summary>
    public static IReadOnlyList<KnowledgeEntry> Best(IEnumerable<KnowledgeEntry> entries, SupportCase c)
    {
        var topics = TopicsOf(c);
        var fitting = Ranked(entries.Select(e => (e, Fit(e.Page, c.Type, topics)))).ToList();
        return
        [
            .. fitting.Where(e => e.Page.Kind == KnowledgeKind.Policy).Take(MostPolicies),
            .. fitting.Where(e => e.Page.Kind != KnowledgeKind.Policy).Take(MostOthers),
        ];
    }

    /// <summary>
    /// How well a page fits; 0 for not at all. One that names words or areas fits where one of them is met, and on a case of another type than
    /// its own only where two are; a case whose type nobody has said yet is of no other type. One that names types alone fits each case of these.
    /// </summary>
    public static int Fit(KnowledgePage page, string type, IReadOnlySet<string> topics)
    {
        var ofType = page.Types.Contains(type);
        var met = Met(page, topics);
        return page.Words.Count + page.Areas.Count == 0 ? (ofType ? ForType : 0)
            : met == 0 || (!ofType && type.Length > 0 && page.Types.Count > 0 && met < 2) ? 0
            : (ofType ? ForType : 0) + (ForWord * Math.Min(met, MostWords));
    }

    /// <summary>Something speaks of just this matter, and not only of its type.</summary>
    public static bool IsCovered(IEnumerable<KnowledgeEntry> entries, SupportCase c)
    {
        var topics = TopicsOf(c);
        return entries.Any(e => Met(e.Page, topics) > 0 && Fit(e.Page, c.Type, topics) > 0);
    }

    /// <summary>What holds at least one of the words, the best first.</summary>
    /// <param name="nameOf">A case type's name by its key.</param>
    public static IReadOnlyList<KnowledgeEntry> Search(IEnumerable<KnowledgeEntry> entries, string words, Func<string, string> nameOf)
    {
        var asked = Topics.Of(AlikeRules.Words(words));
        return [.. Ranked(entries.Select(e => (e, asked.Sum(word => Weight(e.Page, word, nameOf)))))];
    }

    /// <summary>What helped most stands first, then what was changed last.</summary>
    public static IReadOnlyList<KnowledgeEntry> Browse(IEnumerable<KnowledgeEntry> entries) =>
        [.. entries.OrderByDescending(e => e.Helped).ThenByDescending(e => e.Kept?.ChangedAt).ThenBy(e => e.Page.Title, StringComparer.Ordinal)];

    /// <summary>Whoever kept an entry, senior support and admins change it; the playbook's own are changed in its file.</summary>
    public static bool MayChange(KnowledgeEntry entry, Caller caller) =>
        entry.Kept is { } kept && ((kept.ById is { } by && by == caller.PersonId) || caller.Is(Role.SeniorSupport, Role.Admin));

    /// <summary>Why nothing of a case may be kept; null when it may.</summary>
    public static CustomerText? RefusalToKeep(SupportCase c) =>
        c.Restricted ? CustomerText.Of($"{c.ReferenceText} is restricted, so it can't be kept where all of us read.")
        : c.Status is not (CaseStatus.Resolved or CaseStatus.Closed) ? CustomerText.Of($"{c.ReferenceText} is not resolved yet. Resolve it first, then keep what helped.")
        : null;

    private static IEnumerable<KnowledgeEntry> Ranked(IEnumerable<(KnowledgeEntry Entry, int Score)> scored) => scored.Where(s => s.Score > 0)
        .OrderByDescending(s => s.Score).ThenByDescending(s => s.Entry.Helped).ThenBy(s => s.Entry.Page.Title, StringComparer.Ordinal).ThenBy(s => s.Entry.Key, StringComparer.Ordinal)
        .Select(s => s.Entry);

    private static IReadOnlySet<string> TopicsOf(SupportCase c)
    {
        var d = c.Details;
        return Topics.Of([c.Title, d.Issue, d.Errors, d.Steps, d.OperatingSystem, d.Browser, d.ProductVersion, .. d.Surfaces]);
    }

    private static int Met(KnowledgePage page, IReadOnlySet<string> topics) => page.Words.Concat(page.Areas).Count(words => Topics.Touch(topics, words));

    private static int Weight(KnowledgePage page, string word, Func<string, string> nameOf) =>
        Holds(word, page.Title) ? 4
        : Holds(word, page.Words.Concat(page.Areas)) ? 3
        : Holds(word, page.Types.Concat(page.Types.Select(nameOf)).Append(KnowledgeKinds.InWords(page.Kind))) ? 2
        : Holds(word, page.Text) ? 1
        : 0;

    private static bool Holds(string word, params IEnumerable<string> texts) =>
        Topics.Of(texts).Any(known => known == word || (word.Length > 3 && known.StartsWith(word, StringComparison.Ordinal)));
}
