using ChatLiaison.Chat;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>
/// What the digest asks the database. It only reads. Timers are rows of <c>promises</c> but promises to nobody, so they are never counted.
/// Each statement is answered by an index of its own (migration 0006).
/// </summary>
internal sealed class DigestStore(Database database)
{
    public async Task<IReadOnlyDictionary<Priority, int>> OpenedAsync(Interval week, CancellationToken cancellationToken) => (await database.Ask(
        "select priority, count(*)::int from cases where opened_at >= $1 and opened_at < $2 group by priority", week.Start, week.End)
        .ListAsync(row => (Priority: row.Named<Priority>(0), Count: row.Int(1)), cancellationToken)).ToDictionary(x => x.Priority, x => x.Count);

    /// <summary>The cases that had their first response within the week. At most one entry a priority.</summary>
    public Task<List<TakenTimes>> AnsweredAsync(Interval week, CancellationToken cancellationToken) => database.Ask(
        """
        select priority, array_agg(customer_id), array_agg(opened_at), array_agg(first_response_at) from cases
        where first_response_at >= $1 and first_response_at < $2 group by priority
        """,
        week.Start, week.End).ListAsync(ReadTaken, cancellationToken);

    /// <summary>The cases that were first triaged within the week. At most one entry a priority.</summary>
    public Task<List<TakenTimes>> TriagedAsync(Interval week, CancellationToken cancellationToken) => database.Ask(
        """
        select c.priority, array_agg(c.customer_id), array_agg(c.opened_at), array_agg(t.at)
        from timeline t join cases c on c.id = t.case_id
        where t.kind = 'Triaged' and t.at >= $1 and t.at < $2
            and not exists (select from timeline e where e.case_id = t.case_id and e.kind = 'Triaged' and e.id < t.id)
        group by c.priority
        """,
        week.Start, week.End).ListAsync(ReadTaken, cancellationToken);

    /// <summary>The cases that were resolved within the week. At most one entry a priority.</summary>
    public Task<List<TakenTimes>> ResolvedAsync(Interval week, CancellationToken cancellationToken) => database.Ask(
        """
        select priority, array_agg(customer_id), array_agg(opened_at), array_agg(resolved_at) from cases
        where resolved_at >= $1 and resolved_at < $2 group by priority
        """,
        week.Start, week.End).ListAsync(ReadTaken, cancellationToken);

    /// <summary>Kept is what was done in time within the week, broken what passed its instant within the week, done since or not.</summary>
    public Task<List<PromiseCount>> PromisesAsync(Interval week, CancellationToken cancellationToken) => database.Ask(
        """
        select kind, priority, sum(kept)::int, sum(broken)::int from (
            select kind, priority, count(*) as kept, 0 as broken from promises
            where state = 'Kept' and fulfilled_at >= $1 and fulfilled_at < $2 and kind not in ('ClimbTimer', 'CloseTimer') group by kind, priority
            union all
            select kind, priority, 0, count(*) from promises
            where broken_at >= $1 and broken_at < $2 and kind not in ('ClimbTimer', 'CloseTimer') group by kind, priority
        ) counted
        group by kind, priority
        """,
        week.Start, week.End).ListAsync(
            row => new PromiseCount(row.Named<PromiseKind>(0), row.Named<Priority>(1), row.Int(2), row.Int(3)), cancellationToken);

    /// <summary>One row for each time that a level was asked to answer.</summary>
    public Task<List<(int Level, Guid? CaseId)>> EscalationsAsync(Interval week, CancellationToken cancellationToken) => database.Ask(
        "select level, case_id from promises where kind = 'LevelResponse' and started_at >= $1 and started_at < $2", week.Start, week.End)
        .ListAsync(row => (row.Int(0), row.IdOrNull(1)), cancellationToken);

    public async Task<IReadOnlyDictionary<int, int>> BrokenByCustomerAsync(Interval week, CancellationToken cancellationToken) => (await database.Ask(
        """
        select customer_id, count(*)::int from promises
        where broken_at >= $1 and broken_at < $2 and kind not in ('ClimbTimer', 'CloseTimer') group by customer_id
        """,
        week.Start, week.End).ListAsync(row => (Customer: row.Int(0), Count: row.Int(1)), cancellationToken)).ToDictionary(x => x.Customer, x => x.Count);

    /// <summary>How many cases of each customer are over target now, restricted ones too.</summary>
    public async Task<IReadOnlyDictionary<int, int>> LateByCustomerAsync(CancellationToken cancellationToken) => (await database.Ask(
        """
        select customer_id, count(distinct case_id)::int from promises
        where state = 'Broken' and fulfilled_at is null and case_id is not null and kind not in ('ClimbTimer', 'CloseTimer') group by customer_id
        """).ListAsync(row => (Customer: row.Int(0), Count: row.Int(1)), cancellationToken)).ToDictionary(x => x.Customer, x => x.Count);

    public Task<int> RestrictedLateAsync(CancellationToken cancellationToken) => database.Ask(
        """
        select count(*)::int from cases c where c.closed_at is null and c.restricted and exists (
            select from promises p where p.case_id = c.id and p.state = 'Broken' and p.fulfilled_at is null and p.kind not in ('ClimbTimer', 'CloseTimer'))
        """).FirstAsync(row => row.Int(0), cancellationToken);

    /// <summary>Cases over target now, each with the promise that broke first; the most pressing first. Restricted ones are left out.</summary>
    public Task<List<LateCase>> LateAsync(int limit, CancellationToken cancellationToken) => database.Ask(
        """
        select c.reference, c.priority, c.customer_id, p.kind, p.broken_at, m.platform, m.channel_id, m.message_id, m.thread_id
        from promises p join cases c on c.id = p.case_id
            left join messages m on m.anchor = 'case:' || replace(c.id::text, '-', '') || ':triage'
        where p.state = 'Broken' and p.fulfilled_at is null and p.kind not in ('ClimbTimer', 'CloseTimer') and not c.restricted
            and not exists (
                select from promises e where e.case_id = p.case_id and e.state = 'Broken' and e.fulfilled_at is null
                    and e.kind not in ('ClimbTimer', 'CloseTimer') and (e.broken_at, e.id) < (p.broken_at, p.id))
        order by p.priority, p.broken_at limit $1
        """,
        limit).ListAsync(ReadLate, cancellationToken);

    /// <summary>The cases that are worked on, summed up by customer and level; the moods are those of cases that are not restricted.</summary>
    public Task<List<OpenCases>> OpenAsync(CancellationToken cancellationToken) => database.Ask(
        """
        select customer_id, level, count(*)::int, (count(*) filter (where priority = 'P1'))::int,
            coalesce(array_agg(distinct sentiment) filter (where not restricted and sentiment <> ''), array[]::text[])
        from cases where closed_at is null and status <> 'Resolved' group by customer_id, level
        """).ListAsync(row => new OpenCases(row.Int(0), row.Int(1), row.Int(2), row.Int(3), row.Texts(4)), cancellationToken);

    private static TakenTimes ReadTaken(Row row) => new(row.Named<Priority>(0), row.Ints(1), row.Instants(2), row.Instants(3));

    private static LateCase ReadLate(Row row) => new(
        row.Text(0), row.Named<Priority>(1), row.Int(2), row.Named<PromiseKind>(3), row.At(4),
        row.IsNull(5) ? null : new MessageRef(row.Text(5), row.Text(6), row.Text(7), row.TextOrNull(8)));
}

/// <summary>A customer's open cases at one level.</summary>
/// <param name="Critical">How many of them have the highest priority.</param>
internal sealed record OpenCases(int CustomerId, int Level, int Count, int Critical, IReadOnlyList<string> Moods);
