using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Intake;

/// <summary>A message that was left for one of our people.</summary>
/// <param name="TakenBy">Who of ours took it down; null when the caller wrote it themselves.</param>
/// <param name="Reach">How to reach the caller; empty when nobody said.</param>
/// <param name="ChannelId">Where the caller is told that it was read; empty when nowhere.</param>
internal sealed record LeftMessage(
    Guid Id, Guid PersonId, int? CustomerId, string Caller, Guid? TakenBy, string Words, string Reach, string Platform, string ChannelId, string? ThreadId, Instant LeftAt)
{
    public Instant? ReadAt { get; init; }

    public string AnchorFor(string whom) => $"left:{Id:N}:{whom}";
}

/// <summary>The only writer of the table <c>left_messages</c>.</summary>
internal sealed class LeftMessageStore(Database database)
{
    private const string Columns = "id, person_id, customer_id, caller, taken_by, words, reach, platform, channel_id, thread_id, left_at, read_at";

    public static void Insert(UnitOfWork work, LeftMessage m) => work.Write(
        """
        insert into left_messages (id, person_id, customer_id, caller, taken_by, words, reach, platform, channel_id, thread_id, left_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        m.Id, m.PersonId, m.CustomerId, m.Caller, m.TakenBy, m.Words, m.Reach, m.Platform, m.ChannelId, m.ThreadId, m.LeftAt);

    /// <summary>Marks it read; the message when this was the first time, else null.</summary>
    public static async Task<LeftMessage?> ReadByPersonAsync(UnitOfWork work, Guid id, Guid personId, CancellationToken cancellationToken) => (await work.ReadAsync(
        $"update left_messages set read_at = $3 where id = $1 and person_id = $2 and read_at is null returning {Columns}", [id, personId, work.Now], Read, cancellationToken))
        .FirstOrDefault();

    public async Task<LeftMessage?> FindAsync(string id, CancellationToken cancellationToken) => Guid.TryParse(id, out var known)
        ? await database.Ask($"select {Columns} from left_messages where id = $1", known).FirstAsync(Read, cancellationToken) : null;

    public async Task<int> UnreadAsync(Guid personId, CancellationToken cancellationToken) =>
        await database.Ask("select count(*)::int from left_messages where person_id = $1 and read_at is null", personId).FirstAsync(row => row.Int(0), cancellationToken);

    private static LeftMessage Read(Row row) => new(
        row.Id(0), row.Id(1), row.IsNull(2) ? null : row.Int(2), row.Text(3), row.IdOrNull(4), row.Text(5), row.Text(6), row.Text(7), row.Text(8), row.TextOrNull(9), row.At(10))
    {
        ReadAt = row.AtOrNull(11),
    };
}
