using ChatLiaison.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime.Extensions;

namespace ChatLiaison;

/// <summary>
/// Everything the desk does by itself, on one page. The engine only ticks; what is due is asked of the desk's own clock, so a job that
/// runs by the calendar is ticked every minute and finds out for itself.
/// </summary>
internal sealed partial class JobSchedule(IServiceProvider services, TimeProvider time, ILogger<JobSchedule> log)
{
    private static readonly (Type Job, TimeSpan Every)[] All =
    [
        // Promises that are due to be looked at: warned, broken, timed out. The tightest promise is five minutes; a second is soon enough.
        (typeof(Promises.WatchPromisesJob), TimeSpan.FromSeconds(1)),

        // What the watcher found due to be done with a case: climb, close.
        (typeof(Escalation.DueActsJob), TimeSpan.FromSeconds(1)),

        // Whoever was asked and can't be reached any more gives way to the next one.
        (typeof(Escalation.PassOnJob), TimeSpan.FromSeconds(10)),

        // No customer message without an owner and a running promise (S127).
        (typeof(Promises.WatchdogJob), TimeSpan.FromMinutes(1)),

        // The weekly digest, by the playbook's cron in the organisation's zone; once a week even after downtime.
        (typeof(Reports.WeeklyDigestJob), TimeSpan.FromMinutes(1)),

        // Once a day: would a message reach everyone and every room?
        (typeof(Escalation.ReachabilityJob), TimeSpan.FromMinutes(1)),

        // Once a day: forget what is older than any retry, and what was sent long ago.
        (typeof(Outbox.SweepJob), TimeSpan.FromMinutes(1)),
    ];

    public IReadOnlyList<RecurringTick> Ticks() =>
        [.. All.Select(entry => (Job: (IDeskJob)services.GetRequiredService(entry.Job), entry.Every)).Select(e => new RecurringTick(e.Job.Name, e.Every, ct => RunAsync(e.Job, ct)))];

    /// <summary>Runs every job once, in order, now; tests and the playground move the clock and call this.</summary>
    public async Task RunAllAsync(CancellationToken cancellationToken)
    {
        foreach (var (type, _) in All)
        {
            await RunAsync((IDeskJob)services.GetRequiredService(type), cancellationToken);
        }
    }

    private async Task RunAsync(IDeskJob job, CancellationToken cancellationToken)
    {
        try
        {
            await job.RunAsync(time.GetCurrentInstant(), cancellationToken);
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException { IsTransient: true })
        {
            LogAway(job.Name, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The job {Job} could not run just now: {Reason}")]
    private partial void LogAway(string job, string reason);
}
