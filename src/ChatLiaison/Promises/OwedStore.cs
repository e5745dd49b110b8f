using ChatLiaison.Chat;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Promises;

/// <summary>A promise that is still owed, with its case.</summary>
/// <param name="OwnerId">Who owes it: its own owner, else whoever holds the case; null for nobody yet.</param>
/// <param name="InWords">Somebody made it in words and ticks it off; the others are kept by what is done on the case.</param>
internal sealed record OwedLine(
    Guid Id, PromiseKind Kind, string What, Instant? DueAt, PromiseState State, Guid CaseId, string Reference, Guid? OwnerId, bool InWords, MessageRef? Source)
{
    /// <summary>The customer has read these words.</summary>
    public bool Told { get; init; }

    /// <summary>What keeps it.</summary>
    public OwnWay Way { get; init; }
}

/// <summary>Reads what is owed across cases, the nearest first; restricted cases are left out, but for a person's own. It only reads.</summary>
internal sealed class OwedStore(Database database)
{
    private static readonly string Columns =
        $"""
        select p.id, p.kind, p.reason, p.due_at, p.state, c.id, c.reference, coalesce(p.owner_id, c.owner_id),
            w.promise_id is not null and p.kind in ('Personal', 'ActionItem', 'CheckBack'),
            coalesce(w.platform, m.platform), coalesce(w.channel_id, m.channel_id), coalesce(w.message_id, m.message_id), coalesce(w.thread_id, m.thread_id),
            coalesce(w.told, false), {OwnWay.Column("p.id", "p.case_id")}
        from promises p join cases c on c.id = p.case_id left join commitments w on w.promise_id = p.id left join messages m on m.anchor = w.anchor
        where p.fulfilled_at is null and p.kind not in ('ClimbTimer', 'CloseTimer')
        """;

    private static readonly string Open = $"{Columns} and not c.restricted";

    /// <summary>A person's own, and those on the cases that they hold which nobody else owes.</summary>
    public Task<List<OwedLine>> OfPersonAsync(Guid person, int limit, CancellationToken cancellationToken) => database.Ask(
        $"""
        select * from (
            {Columns} and p.owner_id = $1
            union all
            {Columns} and p.owner_id is null and c.owner_id = $1) owed
        order by due_at nulls last limit $2
        """,
        person, limit).ListAsync(Read, cancellationToken);

    public Task<List<OwedLine>> OfCustomerAsync(int customer, int limit, CancellationToken cancellationToken) => database.Ask(
        $"{Open} and c.customer_id = $1 and (c.closed_at is null or p.kind in ('Personal', 'ActionItem')) order by p.due_at nulls last limit $2", customer, limit).ListAsync(Read, cancellationToken);

    public Task<List<OwedLine>> AllAsync(int limit, CancellationToken cancellationToken) => database.Ask(
        $"{Open} and p.due_at is not null order by p.due_at limit $1", limit).ListAsync(Read, cancellationToken);

    /// <summary>Those that are late, the latest first of each priority.</summary>
    public Task<List<OwedLine>> OverdueAsync(int limit, CancellationToken cancellationToken) => database.Ask(
        $"{Open} and p.state = 'Broken' order by p.priority, p.broken_at limit $1", limit).ListAsync(Read, cancellationToken);

    private static OwedLine Read(Row row) => new(
        row.Id(0), row.Named<PromiseKind>(1), row.Text(2), row.AtOrNull(3), row.Named<PromiseState>(4), row.Id(5), row.Text(6), row.IdOrNull(7), row.Flag(8),
        CommitmentStore.SourceAt(row, 9))
    {
        Told = row.Flag(13),
        Way = new(row.Text(14)),
    };
}
