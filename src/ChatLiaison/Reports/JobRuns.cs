using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>When each calendar job was last due and handled: what makes it run exactly once a time, on whichever server.</summary>
internal static class JobRuns
{
    /// <summary>Null when the job has never run here.</summary>
    public static async Task<Instant?> LastDueAsync(Database database, string job, CancellationToken cancellationToken)
    {
        var found = await database.Ask("select last_due from job_runs where job = $1", job).ListAsync(row => row.At(0), cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Notes where the schedule stands at the very first start.</summary>
    public static Task BeginAsync(Database database, string job, Instant due, Instant now, CancellationToken cancellationToken) => database.Ask(
        "insert into job_runs (job, last_due, ran_at) values ($1, $2, $3) on conflict do nothing", job, due, now).RunAsync(cancellationToken);

    /// <summary>
    /// Takes the run that is due for this unit of work. Others who want it wait for the row until this one ends: they come away empty-handed
    /// when it was committed, and take the run when it was not.
    /// </summary>
    public static async Task<bool> TakeAsync(UnitOfWork work, string job, Instant due, CancellationToken cancellationToken) => (await work.ReadAsync(
        "update job_runs set last_due = $2, ran_at = $3 where job = $1 and last_due < $2 returning 1",
        [job, due, work.Now], row => row.Int(0), cancellationToken)).Count == 1;
}
