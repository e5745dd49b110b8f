using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Jobs;

/// <summary>Remembers, for each calendar job, the due instant that was last handled: once each, whatever the number of servers and restarts.</summary>
internal static class JobRuns
{
    /// <summary>
    /// Claims a due instant inside the unit of work. True for the first who asks; false when it, or a later one, was handled. The very
    /// first time a job is seen there is nothing to catch up with, and the answer is <paramref name="onFirst"/>.
    /// </summary>
    public static async Task<bool> TryClaimAsync(UnitOfWork work, string job, Instant due, bool onFirst, CancellationToken cancellationToken)
    {
        var first = await work.ReadAsync(
            "insert into job_runs (job, last_due, ran_at) values ($1, $2, $3) on conflict do nothing returning 1", [job, due, work.Now], row => row.Int(0), cancellationToken);
        if (first.Count == 1)
        {
            return onFirst;
        }

        var moved = await work.ReadAsync(
            "update job_runs set last_due = $2, ran_at = $3 where job = $1 and last_due < $2 returning 1", [job, due, work.Now], row => row.Int(0), cancellationToken);
        return moved.Count == 1;
    }
}
