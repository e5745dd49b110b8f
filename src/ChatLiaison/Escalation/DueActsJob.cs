using System.Globalization;
using ChatLiaison.Cases;
using ChatLiaison.Jobs;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>
/// Does what the watcher found due to be done with a case: climb, or what another capability does with it. One case a transaction, the case held first, and whether it
/// still applies is asked again under that hold.
/// </summary>
internal sealed partial class DueActsJob(
    Database database, Ladder ladder, IEnumerable<IDueAct> others, WatchOutlets outlets, ILogger<DueActsJob> log) : IDeskJob
{
    private readonly Dictionary<string, IDueAct> others = others.ToDictionary(o => o.Act, StringComparer.Ordinal);

    private const int TriesAtMost = 5;

    public string Name => "due-acts";

    public async Task RunAsync(Instant now, CancellationToken cancellationToken)
    {
        for (var i = 0; i < 2000 && await DoOneAsync(now, cancellationToken); i++)
        {
        }
    }

    private async Task<bool> DoOneAsync(Instant now, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(now);
        var taken = await work.ReadAsync(
            "select id, case_id, act, reason, attempts from due_acts where failed is null and at <= $1 order by id limit 1 for update skip locked",
            [now], row => (Id: row.Long(0), Case: row.Id(1), Act: row.Text(2), Reason: row.Text(3), Attempts: row.Int(4)), cancellationToken);
        if (taken.Count == 0)
        {
            return false;
        }

        var due = taken[0];
        try
        {
            work.Write("delete from due_acts where id = $1", due.Id);
            if (await CaseStore.HoldAsync(work, due.Case, cancellationToken) is { } c)
            {
                await DoAsync(work, c, due.Act, due.Reason, cancellationToken);
            }

            await work.CommitAsync(cancellationToken);
        }
#pragma warning disable CA1031 // One case that can't be moved must not stop the others.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(due.Act, due.Case, e);
            await work.DisposeAsync();
            await PutBackAsync(due.Id, due.Attempts + 1, e.Message, now, cancellationToken);
        }

        return true;
    }

    private async Task DoAsync(UnitOfWork work, SupportCase c, string act, string reason, CancellationToken cancellationToken)
    {
        if (others.TryGetValue(act, out var other))
        {
            await other.DoAsync(work, c, reason, cancellationToken);
            return;
        }

        // Above the first level it is the level's own promise to answer that moves the case on.
        var parts = act.Split(':');
        var wanted = parts.Length > 1 ? parts[1] : "";
        if (!c.Status.IsOpen() || (wanted == WatchStep.Unacknowledged && (c.AcknowledgedAt is not null || c.Level > 0)))
        {
            return;
        }

        if (parts.Length > 2 && !await IsOwedAsync(work, Guid.Parse(parts[2]), cancellationToken))
        {
            return;
        }

        var target = int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : c.Level + 1;
        if (target > c.Level)
        {
            await ladder.ClimbAsync(work, c, Actor.Desk, target, reason, cancellationToken);
        }
    }

    /// <summary>Somebody may have answered since the watcher looked.</summary>
    private static async Task<bool> IsOwedAsync(UnitOfWork work, Guid promise, CancellationToken cancellationToken) =>
        (await work.ReadAsync("select 1 from promises where id = $1 and fulfilled_at is null", [promise], row => row.Int(0), cancellationToken)).Count == 1;

    private async Task PutBackAsync(long id, int attempts, string why, Instant now, CancellationToken cancellationToken)
    {
        if (attempts < TriesAtMost)
        {
            await database.Ask("update due_acts set attempts = $2, at = $3 where id = $1", id, attempts, now + Duration.FromSeconds(5 * attempts)).RunAsync(cancellationToken);
            return;
        }

        await database.Ask("update due_acts set attempts = $2, failed = $3 where id = $1", id, attempts, why).RunAsync(cancellationToken);
        await outlets.AlertAsync($"A case could not be moved after {attempts} tries: {why} See the log, then clear due_acts.failed of row {id}.", now, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Act} of case {CaseId} failed")]
    private partial void LogFailed(string act, Guid caseId, Exception error);
}
