using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Outbox;

/// <summary>What waits to be sent, for those who look on from outside and change nothing.</summary>
/// <param name="Waiting">Queued or under way.</param>
/// <param name="Ready">Of all these, those that go out by the instant asked for.</param>
/// <param name="Uncertain">May or may not have arrived, and will be looked for.</param>
/// <param name="Dead">Will not be sent unless somebody replays it.</param>
/// <param name="Next">When the next one is tried; null when none waits.</param>
public sealed record QueueGlance(int Waiting, int Ready, int Uncertain, int Dead, DateTimeOffset? Next)
{
    public static async Task<QueueGlance> TakeAsync(Database database, DateTimeOffset by, CancellationToken cancellationToken) =>
        await database.Ask(
            """
            with queue as (
                select o.state, greatest(o.not_before, coalesce(l.next_at, o.not_before)) as at
                from outbox o left join lanes l on l.lane = o.lane where o.state in ('Pending', 'Claimed', 'Uncertain', 'Dead'))
            select (count(*) filter (where state in ('Pending', 'Claimed')))::int,
                (count(*) filter (where state = 'Claimed' or (state in ('Pending', 'Uncertain') and at <= $1)))::int,
                (count(*) filter (where state = 'Uncertain'))::int, (count(*) filter (where state = 'Dead'))::int,
                min(at) filter (where state in ('Pending', 'Uncertain'))
            from queue
            """,
            Instant.FromDateTimeOffset(by)).FirstAsync(Read, cancellationToken) ?? new QueueGlance(0, 0, 0, 0, null);

    private static QueueGlance Read(Row row) => new(row.Int(0), row.Int(1), row.Int(2), row.Int(3), row.AtOrNull(4)?.ToDateTimeOffset());
}
