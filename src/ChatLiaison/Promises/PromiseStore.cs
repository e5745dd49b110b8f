using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Promises;

/// <summary>The only writer of the tables <c>promises</c> and <c>promise_history</c>, but for the watcher's bulk step (<see cref="WatchStore"/>).</summary>
internal sealed class PromiseStore(Database database)
{
    private static readonly RowForm Form = new(
        "promises",
        """
        (id, case_id, loose_message_id, customer_id, kind, state, owner_id, level, reason, priority, policy_version,
            calendar, started_at, span, elapsed, counted_to, due_at, break_at, next_look, warned, named_update)
        """,
        "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)");

    public static void Insert(UnitOfWork work, Promise p) => work.Insert(
        Form, p.Id, p.CaseId, p.LooseMessageId, p.CustomerId, p.Kind, p.State, p.OwnerId, p.Level, p.Reason, p.Priority, p.PolicyVersion,
        p.Calendar, p.Clock.StartedAt, p.Clock.Span, p.Clock.Elapsed, p.Clock.CountedTo, p.DueAt, p.BreakAt, p.NextLook, p.Warned, p.IsNamedUpdate);

    public static void Update(UnitOfWork work, Promise p, string what, string detail)
    {
        work.Write(
            """
            update promises set state = $2, owner_id = $3, priority = $4, calendar = $5, span = $6, elapsed = $7, counted_to = $8,
                due_at = $9, break_at = $10, next_look = $11, warned = $12, fulfilled_at = $13, broken_at = $14, dropped = $17,
                owed_by = case
                    when $2 = 'Kept' or $14::timestamptz is not null then coalesce(owed_by, $3, (select c.owner_id from cases c where c.id = case_id), $16)
                    when coalesce($10::timestamptz, $9) > $15 then null
                    else owed_by end
            where id = $1
            """,
            p.Id, p.State, p.OwnerId, p.Priority, p.Calendar, p.Clock.Span, p.Clock.Elapsed, p.Clock.CountedTo,
            p.DueAt, p.BreakAt, p.NextLook, p.Warned, p.FulfilledAt, p.BrokenAt, work.Now, Promise.Nobody, p.Dropped);
        work.Write("insert into promise_history (promise_id, at, what, detail) values ($1, $2, $3, $4)", p.Id, work.Now, what, detail);
    }

    /// <summary>Before somebody else is on a case: what is late already, whether or not the watcher has seen it, stays with who owed it (S125).</summary>
    /// <param name="holder">Who held the case until now; null for nobody.</param>
    public static void NoteLate(UnitOfWork work, Guid caseId, Guid? holder) => work.Write(
        """
        update promises set owed_by = coalesce(owner_id, $2, $4)
        where case_id = $1 and state = 'Running' and owed_by is null and coalesce(break_at, due_at) < $3
        """,
        caseId, holder, work.Now, Promise.Nobody);

    /// <summary>What is still owed on a case, held until the unit of work ends.</summary>
    public static Task<List<Promise>> HoldOwedAsync(UnitOfWork work, Guid caseId, CancellationToken cancellationToken) => work.ReadAsync(
        $"select {PromiseRow.Columns} from promises where case_id = $1 and (state in ('Running', 'Paused') or (state = 'Broken' and fulfilled_at is null)) order by id for update",
        [caseId], PromiseRow.Read, cancellationToken);

    /// <summary>What is owed for customers' messages in a channel that belong to no case; in one thread when it is given.</summary>
    public static Task<List<Promise>> HoldLooseAsync(UnitOfWork work, IReadOnlyList<Guid> looseMessages, CancellationToken cancellationToken) => work.ReadAsync(
        $"select {PromiseRow.Columns} from promises where loose_message_id = any($1) and fulfilled_at is null order by id for update",
        [looseMessages.ToArray()], PromiseRow.Read, cancellationToken);

    /// <summary>Ends what is owed for a customer's message that belonged to no case.</summary>
    public static void CancelLoose(UnitOfWork work, Guid looseMessageId, string why)
    {
        work.Write(
            """
            with ended as (
                update promises set state = case when state = 'Broken' then 'Broken' else 'Cancelled' end, dropped = (state = 'Broken'), fulfilled_at = $2, next_look = null
                where loose_message_id = $1 and fulfilled_at is null returning id)
            insert into promise_history (promise_id, at, what, detail) select id, $2, 'Cancelled', $3 from ended
            """,
            looseMessageId, work.Now, why);
    }

    /// <summary>The same as parts of a statement that takes several messages at once, so that it stays one.</summary>
    /// <param name="messages">The name of the part that gives the messages, by <c>id</c>.</param>
    /// <param name="now">The parameter of the instant, such as <c>$6</c>.</param>
    /// <param name="why">The parameter of the reason.</param>
    public static string CancelledWith(string messages, string now, string why) =>
        $"""
        ended as (
            update promises p set state = case when p.state = 'Broken' then 'Broken' else 'Cancelled' end, dropped = (p.state = 'Broken'), fulfilled_at = {now}, next_look = null
            from {messages} m where p.loose_message_id = m.id and p.fulfilled_at is null returning p.id),
        noted as (insert into promise_history (promise_id, at, what, detail) select id, {now}, 'Cancelled', {why} from ended)
        """;

    /// <summary>When the watcher next finds something; null when no promise runs.</summary>
    public Task<Instant?> NextLookAsync(CancellationToken cancellationToken) =>
        database.Ask("select min(next_look) from promises where next_look is not null").FirstAsync(row => row.AtOrNull(0), cancellationToken);

    public Task<List<Promise>> ListAsync(Guid caseId, CancellationToken cancellationToken) => database.Ask(
        $"select {PromiseRow.Columns} from promises where case_id = $1 order by started_at, id", caseId).ListAsync(PromiseRow.Read, cancellationToken);

    public Task<List<PromiseHistoryLine>> HistoryAsync(Guid caseId, CancellationToken cancellationToken) => database.Ask(
        """
        select h.promise_id, h.at, h.what, h.detail from promise_history h join promises p on p.id = h.promise_id
        where p.case_id = $1 order by h.id
        """,
        caseId).ListAsync(row => new PromiseHistoryLine(row.Id(0), row.At(1), row.Text(2), row.Text(3)), cancellationToken);
}

/// <summary>One thing that happened to a promise's clock.</summary>
internal sealed record PromiseHistoryLine(Guid PromiseId, Instant At, string What, string Detail);
