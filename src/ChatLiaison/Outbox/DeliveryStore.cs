using ChatLiaison.Chat;
using ChatLiaison.Storage;
using NodaTime;
using Npgsql;

namespace ChatLiaison.Outbox;

/// <summary>What delivery reads and writes: claims, outcomes, and where each named message stands.</summary>
internal sealed class DeliveryStore(Database database)
{
    private static readonly Duration ClaimLasts = Duration.FromSeconds(60);

    /// <summary>
    /// Claims the first due message of each free lane. A lane is free when nothing of it is under way and the platform takes more by now;
    /// two servers that ask at once get different lanes. The index is read lane by lane, so a long queue costs no more than a short one.
    /// </summary>
    /// <param name="exhausted">The platforms that take nothing now.</param>
    public Task<List<QueuedMessage>> ClaimAsync(Instant now, int limit, string[] exhausted, CancellationToken cancellationToken) => ReadableAsync(database.Ask(
        $"""
        with recursive waiting (lane) as (
            (select lane from outbox where state = 'Pending' order by lane limit 1)
            union all
            select (select o.lane from outbox o where o.state = 'Pending' and o.lane > w.lane order by o.lane limit 1) from waiting w where w.lane is not null)
        update outbox set state = 'Claimed', claimed_until = $2, attempts = attempts + 1, first_try_at = coalesce(first_try_at, $1)
        where id in (
            select o.id from outbox o where o.state = 'Pending' and o.id in (
                select h.id from (
                    select w.lane from waiting w left join lanes l on l.lane = w.lane
                    where (l.next_at is null or l.next_at <= $1) and split_part(w.lane, ':', 1) <> all($4)
                        and not exists (select 1 from outbox c where c.lane = w.lane and c.state in ('Claimed', 'Uncertain'))) free
                cross join lateral (
                    select id, seq from outbox where state = 'Pending' and lane = free.lane and not_before <= $1 order by seq limit 1) h
                order by h.seq limit $3)
            for update skip locked)
        returning {QueuedMessage.Columns}
        """,
        now, now + ClaimLasts, limit, exhausted), cancellationToken);

    /// <summary>Messages that may or may not have arrived and are due to be looked for: a time-out, or a server that died in the act.</summary>
    public Task<List<QueuedMessage>> TakeUncertainAsync(Instant now, IReadOnlyCollection<Guid> underWay, CancellationToken cancellationToken) => ReadableAsync(database.Ask(
        $"""
        update outbox set state = 'Uncertain', claimed_until = $2
        where id in (
            select id from outbox where (state = 'Uncertain' and not_before <= $1 and (claimed_until is null or claimed_until <= $1))
                or (state = 'Claimed' and claimed_until <= $1 and id <> all($3))
            limit 20 for update skip locked)
        returning {QueuedMessage.Columns}
        """,
        now, now + ClaimLasts, underWay.ToArray()), cancellationToken);

    public async Task SentAsync(QueuedMessage message, MessageRef? where, Duration spacing, Instant now, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(now);
        work.Write("update outbox set state = 'Sent', sent_at = $2, claimed_until = null, last_error = null where id = $1", message.Id, now);
        if (message.Anchor is { } anchor && where is not null && message.Kind != QueuedKind.Update)
        {
            work.Write(
                """
                insert into messages (anchor, platform, channel_id, message_id, thread_id, case_id, sent_at) values ($1, $2, $3, $4, $5, $6, $7)
                on conflict (anchor) do update set platform = excluded.platform, channel_id = excluded.channel_id,
                    message_id = excluded.message_id, thread_id = excluded.thread_id, sent_at = excluded.sent_at
                """,
                anchor, where.Platform, where.ChannelId, where.MessageId, where.ThreadId, message.CaseId, now);
        }

        HoldLane(work, message.Lane, now + spacing);
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Puts a message back; its lane waits, so that what comes after it stays after it. An edit or a bundle that was queued anew meanwhile
    /// is drawn when that one goes out and needs no second.
    /// </summary>
    public async Task PostponeAsync(QueuedMessage message, Instant until, string why, bool maybeRepeat, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            await PutBackAsync(message, until, why, maybeRepeat, now, cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // The newer one was committed while we looked; now it is to be seen.
            await PutBackAsync(message, until, why, maybeRepeat, now, cancellationToken);
        }
    }

    public Task UncertainAsync(QueuedMessage message, Instant lookAt, string why, CancellationToken cancellationToken) => database.Ask(
        "update outbox set state = 'Uncertain', claimed_until = null, not_before = $2, last_error = $3 where id = $1",
        message.Id, lookAt, why).RunAsync(cancellationToken);

    public Task EndAsync(QueuedMessage message, bool dead, string why, CancellationToken cancellationToken) => database.Ask(
        "update outbox set state = $2, claimed_until = null, last_error = $3 where id = $1",
        message.Id, dead ? "Dead" : "Cancelled", why).RunAsync(cancellationToken);

    /// <summary>Where a named message stands; null when it was never sent.</summary>
    public Task<MessageRef?> FindAsync(string anchor, CancellationToken cancellationToken) => database.Ask(
        "select platform, channel_id, message_id, thread_id from messages where anchor = $1", anchor).FirstAsync(
            row => new MessageRef(row.Text(0), row.Text(1), row.Text(2), row.TextOrNull(3)), cancellationToken);

    /// <summary>True while the message that this one is about is itself on its way.</summary>
    public async Task<bool> IsOnItsWayAsync(string anchor, CancellationToken cancellationToken) => await database.Ask(
        "select 1 from outbox where anchor = $1 and kind <> 'Update' and state in ('Pending', 'Claimed', 'Uncertain') limit 1", anchor)
        .FirstAsync(row => row.Int(0), cancellationToken) == 1;

    public Task<List<DeadLetter>> DeadAsync(int limit, CancellationToken cancellationToken) => database.Ask(
        "select id, lane, queued_at, coalesce(last_error, '') from outbox where state = 'Dead' order by queued_at desc limit $1", limit)
        .ListAsync(row => new DeadLetter(row.Id(0), row.Text(1), row.At(2), row.Text(3)), cancellationToken);

    /// <summary>Sends a dead letter again from the start; false when it is not dead.</summary>
    public async Task<bool> ReplayAsync(Guid id, Instant now, CancellationToken cancellationToken) => await database.Ask(
        """
        update outbox o set attempts = 0, not_before = $2, first_try_at = null, state = case
            when o.kind in ('Update', 'Bundle') and exists (
                select 1 from outbox n where n.anchor = o.anchor and n.id <> o.id and n.state = 'Pending' and n.kind in ('Update', 'Bundle'))
            then 'Cancelled' else 'Pending' end
        where id = $1 and state = 'Dead'
        """,
        id, now)
        .RunAsync(cancellationToken) == 1;

    /// <summary>Forgets what was sent or dropped before an instant.</summary>
    public Task<int> ForgetBeforeAsync(Instant oldest, CancellationToken cancellationToken) => database.Ask(
        "delete from outbox where (state = 'Sent' and sent_at < $1) or (state = 'Cancelled' and queued_at < $1)", oldest).RunAsync(cancellationToken);

    /// <summary>True when a case is closed or cancelled by now.</summary>
    public async Task<bool> HasEndedAsync(Guid caseId, CancellationToken cancellationToken) => await database.Ask(
        "select 1 from cases where id = $1 and closed_at is not null", caseId).FirstAsync(row => row.Int(0), cancellationToken) == 1;

    /// <summary>The messages that can be read. One that can't is dead at once: it must not stop the others of its batch.</summary>
    private async Task<List<QueuedMessage>> ReadableAsync(Query query, CancellationToken cancellationToken)
    {
        var dead = new List<(Guid Id, string Why)>();
        var read = await query.ListAsync(row => TryRead(row, dead), cancellationToken);
        foreach (var (id, why) in dead)
        {
            await database.Ask("update outbox set state = 'Dead', claimed_until = null, last_error = $2 where id = $1", id, $"It can't be read: {why}").RunAsync(cancellationToken);
        }

        return [.. read.OfType<QueuedMessage>()];
    }

    private static QueuedMessage? TryRead(Row row, List<(Guid Id, string Why)> dead)
    {
        try
        {
            return QueuedMessage.Read(row);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or ArgumentException or InvalidCastException or NotSupportedException)
        {
            dead.Add((row.Id(0), e.Message));
            return null;
        }
    }

    private async Task PutBackAsync(QueuedMessage message, Instant until, string why, bool maybeRepeat, Instant now, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(now);
        work.Write(
            """
            update outbox o set claimed_until = null, last_error = $2, maybe_repeat = maybe_repeat or $3, state = case
                when o.kind in ('Update', 'Bundle') and exists (
                    select 1 from outbox n where n.anchor = o.anchor and n.id <> o.id and n.state = 'Pending' and n.kind in ('Update', 'Bundle'))
                then 'Cancelled' else 'Pending' end
            where id = $1
            """,
            message.Id, why, maybeRepeat);
        HoldLane(work, message.Lane, until);
        await work.CommitAsync(cancellationToken);
    }

    private static void HoldLane(UnitOfWork work, string lane, Instant until) => work.Write(
        "insert into lanes (lane, next_at) values ($1, $2) on conflict (lane) do update set next_at = greatest(lanes.next_at, excluded.next_at)", lane, until);
}

/// <summary>A message that will not be sent unless somebody replays it.</summary>
internal sealed record DeadLetter(Guid Id, string Lane, Instant QueuedAt, string Why);
