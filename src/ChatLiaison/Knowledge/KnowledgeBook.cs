using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Knowledge;

/// <summary>
/// All entries in memory, those of the playbook and those that were kept, so that a card asks the database for none. Whoever changes one lets
/// the book forget after the commit; changes of other servers arrive by themselves (<see cref="KnowledgeWatch"/>).
/// </summary>
internal sealed class KnowledgeBook(KnowledgeStore store, ChangeMarks marks, PlaybookSource playbooks)
{
    private volatile Content? current;
    private int forgotten;

    public KnowledgePolicy Policy => playbooks.Current.Knowledge;

    public IReadOnlyList<CaseType> CaseTypes => playbooks.Current.CaseTypes;

    public string TypeName(string key) => CaseTypes.FirstOrDefault(t => t.Key == key)?.Name ?? key;

    public async ValueTask<IReadOnlyList<KnowledgeEntry>> ReadAsync(CancellationToken cancellationToken)
    {
        var policy = Policy;
        if (current is { } known && known.Policy == policy)
        {
            return known.Entries;
        }

        // What is read while somebody changes an entry is good for this once, and is not kept.
        var before = Volatile.Read(ref forgotten);
        var mark = await marks.ReadAsync(ChangeMarks.Knowledge, cancellationToken);
        var kept = await store.ListAsync(cancellationToken);
        var helped = await store.HelpedAsync(cancellationToken);
        var read = new Content(policy, mark, [.. kept.Concat(policy.Pages.Select(p => new KnowledgeEntry(p.Key, p.Value))).Select(e => e with { Helped = helped.GetValueOrDefault(e.Key) })]);
        if (before == Volatile.Read(ref forgotten))
        {
            current = read;
        }

        return read.Entries;
    }

    public async Task<KnowledgeEntry?> FindAsync(string key, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).FirstOrDefault(e => e.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    public void Forget()
    {
        Interlocked.Increment(ref forgotten);
        current = null;
    }

    /// <summary>Forgets what is in memory when another server has changed it.</summary>
    public async Task ForgetIfChangedAsync(CancellationToken cancellationToken)
    {
        if (current is { } known && await marks.ReadAsync(ChangeMarks.Knowledge, cancellationToken) != known.Mark)
        {
            Forget();
        }
    }

    private sealed record Content(KnowledgePolicy Policy, long Mark, IReadOnlyList<KnowledgeEntry> Entries);
}
