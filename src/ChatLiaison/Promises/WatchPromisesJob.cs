using ChatLiaison.Jobs;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace ChatLiaison.Promises;

/// <summary>
/// Looks at the promises that are due to be looked at, a batch at a time: decides in memory, and writes the new state, the timeline, the
/// nudges, the queued messages and what is to be done with the cases in one transaction. A row that can't be decided or written is set
/// aside alone, with an alert.
/// </summary>
internal sealed partial class WatchPromisesJob(
    Database database, PlaybookSource playbooks, People.Directory directory, WatchOutlets outlets, ILogger<WatchPromisesJob> log) : IDeskJob
{
    private const int BatchSize = 1000;

    public string Name => "watch-promises";

    public async Task RunAsync(Instant now, CancellationToken cancellationToken)
    {
        while (await SweepAsync(now, BatchSize, cancellationToken) == BatchSize)
        {
        }
    }

    private async Task<int> SweepAsync(Instant now, int limit, CancellationToken cancellationToken)
    {
        List<DuePromise> due = [];
        var failed = new List<(Guid Promise, string Why)>();
        var taken = 0;
        try
        {
            await using var work = database.Begin(now);
            var rows = await WatchStore.TakeAsync(work, limit, cancellationToken);
            if (rows.Count == 0)
            {
                return 0;
            }

            taken = rows.Count;
            due = [.. rows.Where(r => r.Due is not null).Select(r => r.Due!)];
            failed.AddRange(rows.Where(r => r.Due is null).Select(r => (r.Id, r.Why)));

            var unheld = due.Where(d => d.IsUnheld).Select(d => d.Promise.CaseId).OfType<Guid>().ToHashSet();
            Decide(work, due, await CaseRecord.OfUnheldAsync(work, unheld, playbooks.Current, directory.Current, cancellationToken), failed);
            await work.CommitAsync(cancellationToken);
        }
        catch (Npgsql.PostgresException e) when (due.Count > 1 && !e.IsTransient)
        {
            // One row spoils the batch: take them one at a time, so that only that one is set aside.
            LogOneAtATime(e.SqlState, due.Count);
            for (var i = 0; i < due.Count; i++)
            {
                await SweepAsync(now, 1, cancellationToken);
            }
        }
        catch (Npgsql.PostgresException e) when (due.Count == 1 && !e.IsTransient)
        {
            failed.Add((due[0].Promise.Id, e.MessageText));
        }

        foreach (var (promise, why) in failed)
        {
            LogSetAside(promise, why);
            await WatchStore.SetAsideAsync(database, promise, why, cancellationToken);
            await outlets.AlertAsync($"The promise {promise} can't be watched and was set aside: {why}", now, cancellationToken);
        }

        return taken;
    }

    private void Decide(UnitOfWork work, List<DuePromise> due, IReadOnlyDictionary<Guid, CaseRecord> records, List<(Guid Promise, string Why)> failed)
    {
        var playbook = playbooks.Current;
        var policy = PromisePlan.PolicyOf(playbook);
        var step = new WatchStep(policy, new NudgeRecipients(playbook, directory.Current, outlets.Platforms, work.Now, records), work.Now);
        foreach (var one in due)
        {
            try
            {
                step.Look(one);
            }
#pragma warning disable CA1031 // Whatever is wrong with one promise must not stop the others.
            catch (Exception e)
#pragma warning restore CA1031
            {
                failed.Add((one.Promise.Id, e.Message));
            }
        }

        step.Write(work, playbook.Organisation.BundleWindow);
        work.AfterCommit(outlets.Wake);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of {Count} promises could not be written ({SqlState}); taking them one at a time")]
    private partial void LogOneAtATime(string sqlState, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Promise {Promise} set aside: {Why}")]
    private partial void LogSetAside(Guid promise, string why);
}
