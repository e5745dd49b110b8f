using ChatLiaison.People;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.OnCall;

internal enum SwapState
{
    Asked,
    Accepted,
    Declined,
    Withdrawn,

    /// <summary>It was accepted, and one of the two took it back.</summary>
    Undone,
}

/// <summary>Somebody asks somebody to take a turn, in return for one of theirs or for nothing.</summary>
internal sealed record SwapRequest(Guid Id, Guid RotationId, Guid AskerId, Guid AskedId, Instant From, Instant Until, Interval? Back, SwapState State)
{
    public string Anchor => $"swap:{Id}";
}

/// <summary>The only writer of the table <c>swap_requests</c>.</summary>
internal sealed class SwapStore(Database database)
{
    private const string Columns = "id, rotation_id, asker_id, asked_id, from_at, until_at, back_from, back_until, state";

    public static void Add(UnitOfWork work, SwapRequest swap) => work.Write(
        $"insert into swap_requests ({Columns}, asked_at) values ($1, $2, $3, $4, $5, $6, $7::timestamptz, $8::timestamptz, $9, $10)",
        swap.Id, swap.RotationId, swap.AskerId, swap.AskedId, swap.From, swap.Until, swap.Back?.Start, swap.Back?.End, swap.State, work.Now);

    public static void Answer(UnitOfWork work, Guid id, SwapState state) =>
        work.Write("update swap_requests set state = $2, answered_at = $3 where id = $1", id, state, work.Now);

    public Task<SwapRequest?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.Ask($"select {Columns} from swap_requests where id = $1", id).FirstAsync<SwapRequest?>(Read, cancellationToken);

    /// <summary>Loads it and holds it until the unit of work ends.</summary>
    public static async Task<SwapRequest?> HoldAsync(UnitOfWork work, Guid id, CancellationToken cancellationToken) =>
        (await work.ReadAsync($"select {Columns} from swap_requests where id = $1 for update", [id], Read, cancellationToken)).FirstOrDefault();

    /// <summary>What somebody has asked and nobody has answered, the next turn first.</summary>
    public Task<List<SwapRequest>> AskedByAsync(Guid asker, Instant now, CancellationToken cancellationToken) => database
        .Ask($"select {Columns} from swap_requests where asker_id = $1 and state = 'Asked' and until_at > $2 order by from_at", asker, now).ListAsync(Read, cancellationToken);

    /// <summary>The swap that somebody stands in by; null when they do otherwise.</summary>
    public static async Task<SwapRequest?> AcceptedAsync(UnitOfWork work, OnCallOverride half, CancellationToken cancellationToken) => (await work.ReadAsync(
        $"""
        select {Columns} from swap_requests where rotation_id = $1 and state = 'Accepted'
            and ((asked_id = $2 and asker_id = $3::uuid and until_at = $4) or (asker_id = $2 and asked_id = $3::uuid and back_until = $4)) limit 1
        """,
        [half.RotationId, half.PersonId, half.InsteadOf, half.Until], Read, cancellationToken)).FirstOrDefault();

    private static SwapRequest Read(Row row) => new(
        row.Id(0), row.Id(1), row.Id(2), row.Id(3), row.At(4), row.At(5),
        row.AtOrNull(6) is { } from && row.AtOrNull(7) is { } until ? new Interval(from, until) : null,
        row.Named<SwapState>(8));
}
