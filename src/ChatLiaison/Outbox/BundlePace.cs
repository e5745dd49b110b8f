using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Outbox;

/// <summary>
/// How often one person is written to (C16). The first messages keep the shortest pause between them; the more follow one another, the
/// longer the pauses get, up to ten times as long, until half an hour was quiet. Critical ones wait only for each other.
/// </summary>
internal sealed class BundlePace(Database database)
{
    /// <summary>When the next may go out, from a row of the table: <c>$9</c> is the shortest pause in milliseconds, <c>$10</c> whether it is critical.</summary>
    public const string NextAt =
        "case when $10 then urgent_at + $9 * interval '1 millisecond' else sent_at + $9 * interval '1 millisecond' * least(power(2, greatest(run - 3, 0)), 10) end";

    /// <param name="urgent">Something critical was in it.</param>
    public Task SentAsync(Guid personId, bool urgent, Instant now, CancellationToken cancellationToken) => database.Ask(
        """
        insert into bundle_pace (person_id, sent_at, run, urgent_at) values ($1, $2, 1, case when $3 then $2::timestamptz end)
        on conflict (person_id) do update set sent_at = excluded.sent_at, urgent_at = coalesce(excluded.urgent_at, bundle_pace.urgent_at),
            run = case when excluded.sent_at - bundle_pace.sent_at > interval '30 minutes' then 1 else least(bundle_pace.run + 1, 100) end
        """,
        personId, now, urgent).RunAsync(cancellationToken);
}
