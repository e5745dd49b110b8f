using ChatLiaison.Chat;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Roster;

/// <summary>A code that is still good.</summary>
/// <param name="Platform">Where it was made.</param>
internal sealed record OpenCode(string Hash, Guid PersonId, string Platform);

/// <summary>The only writer of the table <c>link_codes</c>.</summary>
internal sealed class LinkCodeStore(Database database)
{
    public static readonly Duration Life = Duration.FromMinutes(10);

    /// <summary>A new code takes the place of the person's earlier ones.</summary>
    public async Task MakeAsync(Guid personId, string platform, string hash, Instant now, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(now);
        work.Write("delete from link_codes where person_id = $1 or expires_at < $2", personId, now);
        work.Write(
            "insert into link_codes (code_hash, person_id, platform, expires_at) values ($1, $2, $3, $4)", hash, personId, platform, now + Life);
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>Ties a code to the account that enters it; null when it is not good, or another account was first.</summary>
    public async Task<OpenCode?> ClaimAsync(string hash, ChatPerson account, Instant now, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(now);
        var found = await work.ReadAsync(
            """
            update link_codes set claimed_platform = $2, claimed_user = $3
            where code_hash = $1 and expires_at > $4 and used_at is null and (claimed_user is null or (claimed_platform = $2 and claimed_user = $3))
            returning code_hash, person_id, platform
            """,
            [hash, account.Platform, account.Id, now],
            row => new OpenCode(row.Text(0), row.Id(1), row.Text(2)),
            cancellationToken);
        await work.CommitAsync(cancellationToken);
        return found.FirstOrDefault();
    }

    /// <summary>A code that this account entered and that is still good.</summary>
    public Task<OpenCode?> FindClaimedAsync(string hash, ChatPerson account, Instant now, CancellationToken cancellationToken) => database
        .Ask(
            """
            select code_hash, person_id, platform from link_codes
            where code_hash = $1 and claimed_platform = $2 and claimed_user = $3 and expires_at > $4 and used_at is null
            """,
            hash, account.Platform, account.Id, now)
        .FirstAsync<OpenCode?>(row => new OpenCode(row.Text(0), row.Id(1), row.Text(2)), cancellationToken);

    public static void Use(UnitOfWork work, string hash) => work.Write("update link_codes set used_at = $2 where code_hash = $1", hash, work.Now);
}
