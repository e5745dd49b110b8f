using ChatLiaison.Jobs;
using ChatLiaison.OnCall;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>
/// Would a message reach everyone, every level and every room? Asked within a minute whenever people or the playbook have changed, of the
/// platforms for those who are new; and once a day of everyone. The admins are told what is new, and once a day all that is not mended.
/// </summary>
internal sealed class ReachabilityJob(Database database, ReachChecks checks, PlaybookSource playbooks, WatchOutlets outlets) : IDeskJob
{
    private const int ToldAtMost = 10;

    private DirectorySnapshot? seen;
    private Playbook.Playbook? seenPlaybook;

    public string Name => "reachability";

    public async Task RunAsync(Instant now, CancellationToken cancellationToken)
    {
        var daily = await IsDailyAsync(now, cancellationToken);
        if (daily || !ReferenceEquals(checks.Known, seen) || !ReferenceEquals(playbooks.Current, seenPlaybook))
        {
            await CheckAsync(daily, now, cancellationToken);
            (seen, seenPlaybook) = (checks.Known, playbooks.Current);
        }
    }

    /// <param name="all">Ask for everyone and every room, and tell all that is not mended.</param>
    public async Task CheckAsync(bool all, Instant now, CancellationToken cancellationToken)
    {
        var found = await checks.PeopleAsync(all, now, cancellationToken);
        found.AddRange(ReachRules.Problems(playbooks.Current, checks.Known, checks.Platforms, now));
        found.AddRange(await checks.LeftHoldingAsync(cancellationToken));
        if (all)
        {
            found.AddRange(await checks.RoomsAsync(cancellationToken));
            found.AddRange(checks.Known.OnCall.All.SelectMany(p => OnCallWarnings.Of(p, checks.Known, checks.Platforms, now).Select(w => $"On call for {p.Rotation.Name}: {w.ToPlain()}")));
        }

        await using var work = database.Begin(now);
        var fresh = await ReachStore.ReplaceAsync(work, found, cancellationToken);
        var told = all ? found : fresh;
        if (told.Count > 0)
        {
            var rest = told.Count > ToldAtMost ? $" And {told.Count - ToldAtMost} more: see doctor." : "";
            outlets.Alert(work, $"These would not be reached: {string.Join(" ", told.Take(ToldAtMost))}{rest}");
        }

        await work.CommitAsync(cancellationToken);
    }

    private async Task<bool> IsDailyAsync(Instant now, CancellationToken cancellationToken)
    {
        var today = now.InUtc().Date.At(new LocalTime(5, 0)).InUtc().ToInstant();
        await using var work = database.Begin(now);
        var claimed = today <= now && await JobRuns.TryClaimAsync(work, Name, today, onFirst: false, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return claimed;
    }
}
