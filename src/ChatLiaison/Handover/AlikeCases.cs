using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Handover;

/// <summary>A case of before that reads like this one.</summary>
internal sealed record AlikeCase(string Reference, string Title, string Resolution, bool SameCustomer, Instant OpenedAt, double Likeness)
{
    /// <summary>Its card in triage; null when it has none.</summary>
    public MessageRef? Card { get; init; }
}

/// <summary>Finds cases of before that read like this one (S67): the customer's own first, then those of the same type.</summary>
internal sealed class AlikeCases(Database database)
{
    private const int Looked = 150;
    private const int Shown = 3;

    public async Task<IReadOnlyList<AlikeCase>> FindAsync(SupportCase c, CancellationToken cancellationToken)
    {
        var theirs = await ReadAsync("customer_id = $2", c, c.CustomerId, cancellationToken);
        var others = await ReadAsync($"type = $2 and customer_id <> {c.CustomerId}", c, c.Type, cancellationToken);
        return AlikeRules.Best(c, theirs.Concat(others), Shown);
    }

    private Task<List<Candidate>> ReadAsync(string which, SupportCase c, object of, CancellationToken cancellationToken) => database.Ask(
        $"""
        select c.reference, c.title, coalesce(c.details->>'issue', ''), coalesce(c.resolution, ''), c.customer_id, c.opened_at,
            m.platform, m.channel_id, m.message_id, m.thread_id
        from (select * from cases where {which} and id <> $1 and opened_at <= $3 and not restricted order by opened_at desc limit {Looked}) c
            left join messages m on m.anchor = 'case:' || replace(c.id::text, '-', '') || ':triage'
        order by c.opened_at desc
        """,
        c.Id, of, c.OpenedAt).ListAsync(
            row => new Candidate(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Int(4) == c.CustomerId, row.At(5)) { Card = CommitmentStore.SourceAt(row, 6) }, cancellationToken);
}

internal sealed record Candidate(string Reference, string Title, string Issue, string Resolution, bool SameCustomer, Instant OpenedAt)
{
    public MessageRef? Card { get; init; }
}

/// <summary>How like two cases read: the words that count and that both have, against all of them. Pure.</summary>
internal static class AlikeRules
{
    /// <summary>Below this nobody would call them alike.</summary>
    private const double Least = 0.2;

    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "and", "for", "with", "that", "this", "from", "not", "are", "was", "were", "has", "have", "had", "but", "our", "your", "you", "they", "their",
        "since", "when", "all", "any", "can", "cannot", "does", "get", "gets", "into", "out", "now", "its", "there", "then", "than", "who", "what", "which",
    };

    public static IReadOnlyList<AlikeCase> Best(SupportCase c, IEnumerable<Candidate> candidates, int most)
    {
        var words = Words($"{c.Title} {c.Details.Issue} {c.Details.Errors}");
        return
        [
            .. candidates
                .Select(o => new AlikeCase(o.Reference, o.Title, o.Resolution, o.SameCustomer, o.OpenedAt, Likeness(words, Words($"{o.Title} {o.Issue}"))) { Card = o.Card })
                .Where(a => a.Likeness >= Least)
                .OrderByDescending(a => a.Likeness + (a.SameCustomer ? 0.1 : 0)).ThenByDescending(a => a.OpenedAt)
                .Take(most),
        ];
    }

    /// <summary>From 0 to 1, the same either way round.</summary>
    public static double Likeness(IReadOnlySet<string> a, IReadOnlySet<string> b)
    {
        var both = a.Count(b.Contains);
        return both == 0 ? 0 : (double)both / (a.Count + b.Count - both);
    }

    public static IReadOnlySet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in text.Split(text.Where(ch => !char.IsLetterOrDigit(ch)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length > 2 && !Common.Contains(word))
            {
                words.Add(word);
            }
        }

        return words;
    }
}
