using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>The only writer of the table <c>improvements</c>.</summary>
internal sealed class ImprovementStore(Database database)
{
    private const string Columns = "i.id, i.at, i.what, i.by_id, i.by_name, i.kpi, i.case_id, i.promise_id, i.pattern";

    /// <summary>False when that action of a review was recorded before.</summary>
    public static async Task<bool> TryInsertAsync(UnitOfWork work, Improvement i, string recordedBy, CancellationToken cancellationToken) => (await work.ReadAsync(
        """
        insert into improvements (id, at, what, by_id, by_name, kpi, case_id, promise_id, pattern, recorded_by, recorded_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (promise_id) do nothing returning 1
        """,
        [i.Id, i.At, i.What, i.ById, i.By, i.Kpi, i.CaseId, i.PromiseId, i.Pattern, recordedBy, work.Now], row => row.Int(0), cancellationToken)).Count == 1;

    /// <summary>Notes in which digest it was told whether they helped.</summary>
    public static void Told(UnitOfWork work, IEnumerable<Guid> ids, Instant digest) =>
        work.Write("update improvements set told_in = $2 where id = any($1) and told_in is null", ids.ToArray(), digest);

    public Task<List<Improvement>> NewestAsync(int limit, CancellationToken cancellationToken) =>
        database.Ask($"select {Columns} from improvements i order by i.at desc, i.id limit $1", limit).ListAsync(Read, cancellationToken);

    /// <summary>Those whose effect this digest may tell: not told before, or told in this very one. What comes from a restricted case is left out.</summary>
    /// <param name="since">Changes before this are given up: their stretch has long ended with too few cases.</param>
    public Task<List<Improvement>> UntoldAsync(Instant since, Instant digest, int limit, CancellationToken cancellationToken) => database.Ask(
        $"""
        select {Columns} from improvements i where i.at >= $1 and i.at < $2 and (i.told_in is null or i.told_in = $2)
            and not exists (select from cases c where c.id = i.case_id and c.restricted)
        order by i.at, i.id limit $3
        """,
        since, digest, limit).ListAsync(Read, cancellationToken);

    private static Improvement Read(Row row) => new(row.Id(0), row.At(1), row.Text(2), row.IdOrNull(3), row.Text(4), row.Named<Kpi>(5))
    {
        CaseId = row.IdOrNull(6),
        PromiseId = row.IdOrNull(7),
        Pattern = row.Text(8),
    };
}
