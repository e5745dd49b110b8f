using ChatLiaison.Promises;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Away;

/// <summary>A case on which something falls due while its holder is away.</summary>
/// <param name="Due">The nearest, late or not.</param>
internal sealed record TouchedCase(Guid Id, string Reference, string Title, string Priority, bool Restricted, bool Engineering, PromiseKind Kind, Instant Due)
{
    public bool IsCritical => Priority == nameof(Playbook.Priority.P1);
}

/// <summary>A case that was in another's hands.</summary>
internal sealed record CoveredCase(Guid CaseId, bool Engineering, Guid HolderId, bool Returned);

/// <summary>The only writer of the table <c>covered_cases</c>.</summary>
internal sealed class CoverStore(Database database)
{
    private const string TouchedSql =
        """
        select distinct on (c.id) c.id, c.reference, c.title, c.priority, c.restricted, c.owner_id is distinct from $1, p.kind, p.due_at
        from cases c join promises p on p.case_id = c.id
        where c.closed_at is null and (c.owner_id = $1 or c.engineering_owner_id = $1) and p.due_at < $2
            and (p.state = 'Running' or (p.state = 'Broken' and p.fulfilled_at is null)) and p.kind not in ('ClimbTimer', 'CloseTimer')
            and (p.owner_id = $1 or (p.owner_id is null and (c.owner_id = $1 or p.kind = 'Resolve')))
        order by c.id, p.due_at
        """;

    /// <summary>What somebody holds on which something falls due before an instant, the nearest first.</summary>
    public async Task<List<TouchedCase>> TouchedAsync(Guid personId, Instant before, CancellationToken cancellationToken) =>
        Ordered(await database.Ask(TouchedSql, personId, before).ListAsync(ReadTouched, cancellationToken));

    public static async Task<List<TouchedCase>> TouchedAsync(UnitOfWork work, Guid personId, Instant before, CancellationToken cancellationToken) =>
        Ordered(await work.ReadAsync(TouchedSql, [personId, before], ReadTouched, cancellationToken));

    public static void Given(UnitOfWork work, Guid absence, Guid caseId, bool engineering, Guid holder) => work.Write(
        """
        insert into covered_cases (absence_id, case_id, engineering, holder_id, given_at) values ($1, $2, $3, $4, $5)
        on conflict (absence_id, case_id, engineering) do update set holder_id = excluded.holder_id, given_at = excluded.given_at, returned_at = null
        """,
        absence, caseId, engineering, holder, work.Now);

    public static void Returned(UnitOfWork work, Guid absence, Guid caseId) =>
        work.Write("update covered_cases set returned_at = $3 where absence_id = $1 and case_id = $2 and returned_at is null", absence, caseId, work.Now);

    public Task<List<CoveredCase>> OfAsync(Guid absence, CancellationToken cancellationToken) => database.Ask(
        "select case_id, engineering, holder_id, returned_at is not null from covered_cases where absence_id = $1 order by given_at, case_id", absence)
        .ListAsync(row => new CoveredCase(row.Id(0), row.Flag(1), row.Id(2), row.Flag(3)), cancellationToken);

    private static List<TouchedCase> Ordered(List<TouchedCase> found) => [.. found.OrderBy(c => c.Due).ThenBy(c => c.Reference, StringComparer.Ordinal)];

    private static TouchedCase ReadTouched(Row row) => new(
        row.Id(0), row.Text(1), row.Text(2), row.Text(3), row.Flag(4), row.Flag(5), row.Named<PromiseKind>(6), row.At(7));
}
