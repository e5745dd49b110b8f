using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>How many promises were kept and broken.</summary>
internal readonly record struct Tally(int Kept, int Broken);

/// <summary>Kept and broken promises by person and by customer (S125). It only reads, and never counts timers.</summary>
internal sealed class TallyStore(Database database)
{
    /// <summary>By the person who owed it at the moment it was kept or broken; null for what nobody owed, since nobody held the case.</summary>
    public Task<List<(Guid? Person, Tally Tally)>> ByPersonAsync(Interval week, CancellationToken cancellationToken) => database.Ask(
        """
        select nullif(owed_by, '00000000-0000-0000-0000-000000000000'), sum(kept)::int, sum(broken)::int from (
            select owed_by, count(*) as kept, 0 as broken from promises
            where state = 'Kept' and fulfilled_at >= $1 and fulfilled_at < $2 and kind not in ('ClimbTimer', 'CloseTimer') group by owed_by
            union all
            select owed_by, 0, count(*) from promises
            where broken_at >= $1 and broken_at < $2 and kind not in ('ClimbTimer', 'CloseTimer') group by owed_by
        ) counted
        group by 1 order by 1 nulls last
        """,
        week.Start, week.End).ListAsync(row => (row.IdOrNull(0), new Tally(row.Int(1), row.Int(2))), cancellationToken);

    /// <summary>By customer, those with the most broken first; at most <paramref name="limit"/>.</summary>
    public Task<List<(int Customer, Tally Tally)>> ByCustomerAsync(Interval week, int limit, CancellationToken cancellationToken) => database.Ask(
        """
        select customer_id, sum(kept)::int, sum(broken)::int from (
            select customer_id, count(*) as kept, 0 as broken from promises
            where state = 'Kept' and fulfilled_at >= $1 and fulfilled_at < $2 and kind not in ('ClimbTimer', 'CloseTimer') group by customer_id
            union all
            select customer_id, 0, count(*) from promises
            where broken_at >= $1 and broken_at < $2 and kind not in ('ClimbTimer', 'CloseTimer') group by customer_id
        ) counted
        group by customer_id order by 3 desc, 2 desc, 1 limit $3
        """,
        week.Start, week.End, limit).ListAsync(row => (row.Int(0), new Tally(row.Int(1), row.Int(2))), cancellationToken);
}
