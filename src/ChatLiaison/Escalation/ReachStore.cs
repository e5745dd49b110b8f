using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>The only writer of the tables <c>reach_checks</c> and <c>reach_problems</c>.</summary>
internal sealed class ReachStore(Database database)
{
    /// <summary>Whom each platform has been asked for, and when.</summary>
    public async Task<IReadOnlySet<(string Platform, string UserId)>> CheckedAsync(CancellationToken cancellationToken) =>
        (await database.Ask("select platform, user_id from reach_checks").ListAsync(row => (row.Text(0), row.Text(1)), cancellationToken)).ToHashSet();

    public Task NoteAsync(string platform, string userId, Instant now, CancellationToken cancellationToken) => database.Ask(
        "insert into reach_checks (platform, user_id, checked_at) values ($1, $2, $3) on conflict (platform, user_id) do update set checked_at = excluded.checked_at",
        platform, userId, now).RunAsync(cancellationToken);

    /// <summary>Keeps what there is by now, forgets what was mended, and gives what is new: of two servers only one is given it.</summary>
    public static async Task<List<string>> ReplaceAsync(UnitOfWork work, IReadOnlyList<string> problems, CancellationToken cancellationToken)
    {
        var all = problems.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        work.Write("delete from reach_problems where problem <> all($1)", [all]);
        return await work.ReadAsync(
            "insert into reach_problems (problem, since) select p, $2 from unnest($1::text[]) p on conflict do nothing returning problem",
            [all, work.Now], row => row.Text(0), cancellationToken);
    }
}
