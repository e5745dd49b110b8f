using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Quality;

/// <summary>The only writer of the table <c>kudos</c>.</summary>
internal sealed class KudosStore(Database database)
{
    /// <summary>Keeps it; a source that was kept before gets the newer words.</summary>
    /// <returns>False when it was kept before.</returns>
    public static async Task<bool> KeepAsync(UnitOfWork work, Kudos k, CancellationToken cancellationToken) => (await work.ReadAsync(
        """
        insert into kudos (id, kind, to_id, by_name, by_id, what, case_id, customer_id, source, at) values ($1, $2, $3, $4, $5, $6, $7, $8, nullif($9, ''), $10)
        on conflict (source) do update set what = excluded.what returning xmax = 0
        """,
        [Guid.CreateVersion7(k.At.ToDateTimeOffset()), k.Kind, k.ToId, k.By, k.ById, k.What, k.CaseId, k.CustomerId, k.Source, k.At],
        row => row.Flag(0), cancellationToken)).TrueForAll(isNew => isNew);

    /// <summary>Those of a stretch of time, the newest first, each with whether its case is restricted.</summary>
    public Task<List<(Kudos Kudos, bool Restricted)>> ListAsync(Interval span, int limit, CancellationToken cancellationToken) => database.Ask(
        """
        select k.kind, k.to_id, k.by_name, k.what, k.at, k.by_id, k.case_id, k.customer_id, coalesce(c.restricted, false)
        from kudos k left join cases c on c.id = k.case_id where k.at >= $1 and k.at < $2 order by k.at desc, k.id limit $3
        """,
        span.Start, span.End, limit).ListAsync(
            row => (new Kudos(row.Named<KudosKind>(0), row.Id(1), row.Text(2), row.Text(3), row.At(4))
            {
                ById = row.IdOrNull(5),
                CaseId = row.IdOrNull(6),
                CustomerId = row.IsNull(7) ? null : row.Int(7),
            }, row.Flag(8)),
            cancellationToken);
}
