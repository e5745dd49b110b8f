using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.OnCall;

/// <summary>The only writer of the table <c>feed_tokens</c>.</summary>
internal sealed class FeedStore(Database database)
{
    public Task<string?> FindAsync(Guid personId, CancellationToken cancellationToken) =>
        database.Ask("select token from feed_tokens where person_id = $1", personId).FirstAsync<string?>(row => row.Text(0), cancellationToken);

    /// <summary>The person's token: a new one only when there is none. Two who ask at once get the same.</summary>
    public async Task<string> FindOrAddAsync(Guid personId, string token, Instant now, CancellationToken cancellationToken) =>
        (await database.Ask(
            """
            insert into feed_tokens (person_id, token, made_at) values ($1, $2, $3)
            on conflict (person_id) do update set token = feed_tokens.token
            returning token
            """,
            personId, token, now).FirstAsync(row => row.Text(0), cancellationToken))!;

    /// <summary>False when there was none.</summary>
    public async Task<bool> RemoveAsync(Guid personId, CancellationToken cancellationToken) =>
        await database.Ask("delete from feed_tokens where person_id = $1", personId).RunAsync(cancellationToken) > 0;

    public Task<Guid?> WhoseAsync(string token, CancellationToken cancellationToken) =>
        database.Ask("select person_id from feed_tokens where token = $1", token).FirstAsync<Guid?>(row => row.Id(0), cancellationToken);
}
