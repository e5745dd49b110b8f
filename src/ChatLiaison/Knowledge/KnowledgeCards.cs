using System.Globalization;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;

namespace ChatLiaison.Knowledge;

/// <summary>Entries as our own people read them: a list to choose from, and one in full.</summary>
internal static class KnowledgeCards
{
    private const int Shown = 5;
    private const int LongestWords = 200;

    /// <param name="words">What was searched for; empty for all.</param>
    /// <param name="from">How many stood on the cards before.</param>
    public static StaffCard Found(IReadOnlyList<KnowledgeEntry> found, string words, int from)
    {
        var card = StaffCard.Titled(words.Length == 0 ? "What we know" : StaffText.Of($"What we know about {CommandWords.Cut(words, 60)}"));
        if (found.Count == 0)
        {
            card = card.Say("Nothing fits these words. Try fewer, or add what you know.");
        }

        card = Rows(card, found.Skip(from).Take(Shown), "");
        var rest = found.Count - from - Shown;
        return card.With(
        [
            .. rest > 0 ? [Button.Act("knowledge.more", $"{rest} more", $"{(from + Shown).ToString(CultureInfo.InvariantCulture)}/{CommandWords.Cut(words, LongestWords)}")] : Array.Empty<Button>(),
            Button.Open("knowledge.add", "Add an entry", ""),
        ]);
    }

    public static StaffCard OfCase(SupportCase c, IReadOnlyList<KnowledgeEntry> best) => best.Count == 0
        ? StaffCard.Titled(StaffText.Of($"What may help on {c.Reference}"))
            .Say("Nothing of ours speaks of this. Search with other words: /liaison knowledge and the words.")
        : Rows(StaffCard.Titled(StaffText.Of($"What may help on {c.Reference}")), best, $"/{c.Id}");

    /// <param name="c">The case that it is read for; null for none.</param>
    public static StaffCard Of(KnowledgeEntry entry, SupportCase? c, bool mayChange, Func<string, string> typeName)
    {
        var (page, kept) = (entry.Page, entry.Kept);
        var card = StaffCard.Titled(page.Title)
            .Facts(
                ("Kind", KnowledgeKinds.InWords(page.Kind)),
                ("Page", page.Url.Length > 0 ? new StaffText([new LinkSpan(page.Url, page.Url)]) : StaffText.Empty),
                ("Fits", string.Join(", ", page.Types.Select(typeName).Concat(page.Areas).Concat(page.Words))),
                ("Kept", kept is null ? "in the playbook, under " + entry.Key : From(kept)),
                ("Changed", kept is { Version: > 1 } ? StaffText.Of($"by {kept.ChangedBy}, {kept.ChangedAt:d}") : StaffText.Empty),
                ("Helped", entry.Helped == 0 ? StaffText.Empty : Times(entry.Helped)),
                ("Customers", page.ForCustomers ? "one of us may send it to them" : "for our own people"));
        return (page.Text.Length > 0 ? card.Quoting(page.Text) : card).With([.. Buttons(entry, c, mayChange)]);
    }

    private static StaffText From(KeptBy kept) => kept.Reference.Length > 0
        ? StaffText.Of($"by {kept.By}, {kept.At:d}, from {kept.Reference}")
        : StaffText.Of($"by {kept.By}, {kept.At:d}");

    private static IEnumerable<Button> Buttons(KnowledgeEntry entry, SupportCase? c, bool mayChange)
    {
        if (c is not null)
        {
            yield return Button.Act("knowledge.helped", "This helped", $"{entry.Key}/{c.Id}", ButtonStyle.Primary);
        }

        if (c?.Status.IsOpen() == true && entry.Page.ForCustomers)
        {
            yield return Button.Open("knowledge.send", "Put it in an update", $"{entry.Key}/{c.Id}");
        }

        if (mayChange)
        {
            yield return Button.Open("knowledge.edit", "Change it", entry.Key);
            yield return Button.Act("knowledge.retire", "Retire it", entry.Key) with { Confirm = "It is found and suggested no more. What it helped with stays counted." };
        }
    }

    private static StaffCard Rows(StaffCard card, IEnumerable<KnowledgeEntry> entries, string about)
    {
        foreach (var entry in entries)
        {
            var title = entry.Page.Url.Length > 0 ? StaffText.Of($"{new LinkSpan(entry.Page.Url, entry.Page.Title)}") : StaffText.Of($"{entry.Page.Title:b}");
            var helped = entry.Helped == 0 ? "" : $" · helped {Times(entry.Helped)}";
            var text = entry.Kept is { } kept
                ? StaffText.Of($"{title}\n{KnowledgeKinds.InWords(entry.Page.Kind)} · {kept.ChangedBy}, {kept.ChangedAt:d}{helped}")
                : StaffText.Of($"{title}\n{KnowledgeKinds.InWords(entry.Page.Kind)} · playbook{helped}");
            card = card.Row(text, Button.Act("knowledge.show", CommandWords.Cut($"Read {entry.Key}", 30), $"{entry.Key}{about}"));
        }

        return card;
    }

    private static string Times(int count) => count == 1 ? "once" : $"{count.ToString(CultureInfo.InvariantCulture)} times";
}
