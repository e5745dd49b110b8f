using Npgsql;

namespace ChatLiaison.Storage;

/// <summary>
/// Remembers what came in by the platform's own id, in the same transaction as its effect: a second delivery finds it and does nothing,
/// a delivery that failed leaves no trace and may come again.
/// </summary>
internal sealed class InboxStore(Database database)
{
    /// <summary>Collects the claim; a repeat makes the commit fail with an error that <see cref="IsRepeat"/> knows.</summary>
    public static void Claim(UnitOfWork work, string key, Guid? caseId = null) =>
        work.Write("insert into inbox (key, at, case_id) values ($1, $2, $3)", key, work.Now, caseId);

    /// <summary>Claims at once, inside the transaction; false when it came in before.</summary>
    public static async Task<bool> TryClaimAsync(UnitOfWork work, string key, CancellationToken cancellationToken) =>
        (await work.ReadAsync(
            "insert into inbox (key, at) values ($1, $2) on conflict do nothing returning 1", [key, work.Now], row => row.Int(0), cancellationToken)).Count == 1;

    /// <summary>Claims by itself, for what has no effect to be committed with; <see cref="ForgetAsync"/> gives it back.</summary>
    public async Task<bool> TryClaimAsync(string key, NodaTime.Instant now, CancellationToken cancellationToken) =>
        await database.Ask("insert into inbox (key, at) values ($1, $2) on conflict do nothing", key, now).RunAsync(cancellationToken) == 1;

    public Task ForgetAsync(string key, CancellationToken cancellationToken) =>
        database.Ask("delete from inbox where key = $1", key).RunAsync(cancellationToken);

    public static bool IsRepeat(PostgresException error) => error is { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "inbox" };

    /// <summary>Forgets what is older than any platform's retries.</summary>
    public Task<int> ForgetBeforeAsync(NodaTime.Instant oldest, CancellationToken cancellationToken) =>
        database.Ask("delete from inbox where at < $1", oldest).RunAsync(cancellationToken);
}
