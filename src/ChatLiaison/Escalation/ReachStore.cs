using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>The only writer of the tables <c>reach_checks</c> and <c>reach_problems</c>.</summary>
internal sealed class ReachStore(Database database)
{
    /// <summary>Whom each platform has been asked for, and when.</summary>
    public async Task<IReadOnlySet<(string Platform, string UserId)>> CheckedAsync(CancellationToken cancellationToken) =>
        (await database.Ask("select platform, user_id from reach_checks").ListAsync(row => (row.Text(0), row.Text(1)), cancellationToken)).ToHashSet();

    /// <summary>Who has left and still holds open cases, a sentence each.</summary>
    public Task<List<string>> LeftHoldingAsync(CancellationToken cancellationToken) => database.Ask(
        """
        select p.name, count(*)::int, string_agg(c.reference, ', ' order by c.opened_at) filter (where not c.restricted)
        from people p join cases c on p.id in (c.owner_id, c.engineering_owner_id)
        where not p.active and c.closed_at is null group by p.id, p.name order by p.name
        """).ListAsync(
            row => $"{row.Text(0)} has left and still holds {(row.Int(1) == 1 ? "an open case" : $"{row.Int(1)} open cases")}{(row.TextOrNull(2) is { } named ? $" ({Commands.CommandWords.Cut(named, 80)})" : "")}. Give them to others with /liaison assign.",
            cancellationToken);

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
