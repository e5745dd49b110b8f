using System.Globalization;
using ChatLiaison.Cases;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Knowledge;

/// <summary>The only writer of the tables <c>knowledge_entries</c> and <c>knowledge_uses</c>.</summary>
internal sealed class KnowledgeStore(Database database)
{
    /// <summary>What was kept and may be found.</summary>
    public Task<List<KnowledgeEntry>> ListAsync(CancellationToken cancellationToken) => database.Ask(
        """
        select k.id, k.title, k.kind, k.url, k.steps, k.types, k.words, k.areas, k.for_customers, k.by_id, k.by_name, k.at, k.case_id, coalesce(c.reference, ''),
            k.version, k.changed_by, k.changed_at
        from knowledge_entries k left join cases c on c.id = k.case_id where k.retired_at is null and not k.withheld order by k.id
        """).ListAsync(Read, cancellationToken);

    /// <summary>On how many cases each entry helped.</summary>
    public async Task<IReadOnlyDictionary<string, int>> HelpedAsync(CancellationToken cancellationToken) => (await database.Ask(
        "select entry, count(*)::int from knowledge_uses group by entry").ListAsync(row => (Entry: row.Text(0), Times: row.Int(1)), cancellationToken))
        .ToDictionary(u => u.Entry, u => u.Times, StringComparer.Ordinal);

    public static async Task<bool> IsKeptAsync(UnitOfWork work, Guid caseId, CancellationToken cancellationToken) =>
        (await work.ReadAsync("select 1 from knowledge_entries where case_id = $1 and retired_at is null", [caseId], row => row.Int(0), cancellationToken)).Count > 0;

    /// <returns>Its key.</returns>
    public static async Task<string> InsertAsync(UnitOfWork work, KnowledgePage page, Actor by, Guid? caseId, CancellationToken cancellationToken) => KeyOf((await work.ReadAsync(
        """
        insert into knowledge_entries (title, kind, url, steps, types, words, areas, for_customers, case_id, by_id, by_name, at, changed_by, changed_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $11, $12) returning id
        """,
        [page.Title, page.Kind, page.Url, page.Text, page.Types.ToArray(), page.Words.ToArray(), page.Areas.ToArray(), page.ForCustomers, caseId, by.Id, by.Name, work.Now],
        row => row.Long(0), cancellationToken))[0]);

    /// <summary>False when somebody else changed or retired it meanwhile.</summary>
    public static async Task<bool> ChangeAsync(UnitOfWork work, long number, int version, KnowledgePage page, Actor by, CancellationToken cancellationToken) => (await work.ReadAsync(
        """
        update knowledge_entries set title = $3, kind = $4, url = $5, steps = $6, types = $7, words = $8, areas = $9, for_customers = $10, changed_by = $11,
            changed_at = $12, version = version + 1
        where id = $1 and version = $2 and retired_at is null returning 1
        """,
        [number, version, page.Title, page.Kind, page.Url, page.Text, page.Types.ToArray(), page.Words.ToArray(), page.Areas.ToArray(), page.ForCustomers, by.Name, work.Now],
        row => row.Int(0), cancellationToken)).Count == 1;

    public static void Retire(UnitOfWork work, long number, Actor by) => work.Write(
        "update knowledge_entries set retired_at = $2, retired_by = $3 where id = $1 and retired_at is null", number, work.Now, by.Name);

    /// <summary>What was kept from a case that is restricted by now is found by nobody, until that is lifted.</summary>
    public static void Withhold(UnitOfWork work, Guid caseId, bool restricted) =>
        work.Write("update knowledge_entries set withheld = $2 where case_id = $1", caseId, restricted);

    public static void Helped(UnitOfWork work, string entry, Guid caseId, Actor by) => work.Write(
        "insert into knowledge_uses (entry, case_id, by_name, at) values ($1, $2, $3, $4) on conflict do nothing", entry, caseId, by.Name, work.Now);

    private static string KeyOf(long number) => $"#{number.ToString(CultureInfo.InvariantCulture)}";

    private static KnowledgeEntry Read(Row row) => new(KeyOf(row.Long(0)), new KnowledgePage(row.Text(1), row.Named<KnowledgeKind>(2))
    {
        Url = row.Text(3),
        Text = row.Text(4),
        Types = row.Texts(5),
        Words = row.Texts(6),
        Areas = row.Texts(7),
        ForCustomers = row.Flag(8),
    })
    {
        Kept = new KeptBy(row.Long(0), row.IdOrNull(9), row.Text(10), row.At(11), row.IdOrNull(12), row.Text(13), row.Int(14)) { ChangedBy = row.Text(15), ChangedAt = row.At(16) },
    };
}
