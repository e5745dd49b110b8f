using ChatLiaison.Jobs;
using ChatLiaison.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ChatLiaison.Promises;

/// <summary>
/// Watches the watcher: every open case and every customer message that waits has something owed, and nothing that was to be looked at
/// has been left lying (S127). What it finds is told once an hour at most.
/// </summary>
internal sealed partial class WatchdogJob(Database database, WatchOutlets outlets, ILogger<WatchdogJob> log) : IDeskJob
{
    private static readonly Duration Late = Duration.FromMinutes(5);

    public string Name => "watchdog";

    public async Task RunAsync(Instant now, CancellationToken cancellationToken)
    {
        var found = await FindAsync(now, cancellationToken);
        if (found.Count == 0)
        {
            return;
        }

        LogFound(found.Count, found[0]);
        var hour = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 3600 * 3600);
        await using var work = database.Begin(now);
        if (await JobRuns.TryClaimAsync(work, "watchdog-alert", hour, onFirst: true, cancellationToken))
        {
            var rest = found.Count > 5 ? $" And {found.Count - 5} more." : "";
            outlets.Alert(work, $"{string.Join(" ", found.Take(5))}{rest}");
            await work.CommitAsync(cancellationToken);
        }
    }

    public Task<List<string>> FindAsync(Instant now, CancellationToken cancellationToken) => database.Ask(
        """
        (select case when c.restricted then 'A restricted case' else c.reference end || ' is open and nothing is owed on it: take it or close it.' from cases c
            where c.closed_at is null and c.status <> 'Resolved' and not exists (select 1 from promises p where p.case_id = c.id and p.fulfilled_at is null
                and p.kind not in ('ClimbTimer', 'CloseTimer')) limit 20)
        union all
        (select 'A message of ' || m.author || ' in ' || m.channel_id || ' waits and nothing is owed on it: answer it in the channel.' from loose_messages m
            where m.answered_at is null and m.case_id is null and not exists (select 1 from promises p where p.loose_message_id = m.id and p.fulfilled_at is null) limit 20)
        union all
        (select 'The promise ' || p.id || ' was to be looked at at ' || to_char(p.next_look at time zone 'UTC', 'HH24:MI') || ' UTC and was not: see the log of the watcher.'
            from promises p where p.next_look < $1 order by p.next_look limit 20)
        """,
        now - Late).ListAsync(row => row.Text(0), cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "The watchdog found {Count} things without an owner or a running promise; the first: {First}")]
    private partial void LogFound(int count, string first);
}
