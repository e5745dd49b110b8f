using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace ChatLiaison.Jobs.Quartz;

/// <summary>
/// Ticks the desk's jobs by Quartz, clustered on the desk's PostgreSQL: each job runs on one server at a time and never beside
/// itself, missed ticks become one, and what a dead server ran is picked up by another within <see cref="PickUpWithin"/>.
/// </summary>
public sealed class QuartzJobEngine(ILoggerFactory loggers) : IJobEngine
{
    /// <summary>The longest that a dead server's jobs rest: its check-in, the grace for it, and another server's look.</summary>
    public static readonly TimeSpan PickUpWithin = TimeSpan.FromSeconds(10);

    /// <summary>The schema that holds the engine's own tables.</summary>
    public const string Schema = QuartzSchema.Name;

    // Running ticks get this long to end by themselves and as long again once they are told to.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);
    private const int Threads = 4;

    private readonly CancellationTokenSource _stop = new();
    private StandaloneSchedulerFactory? _factory;
    private IScheduler? _scheduler;

    /// <param name="connectionString">The desk's database; the tables are kept in its schema "quartz", made when missing.</param>
    /// <param name="ticks">The same on all servers of one version; each at least a second apart.</param>
    public async Task StartAsync(string connectionString, IReadOnlyList<RecurringTick> ticks, CancellationToken cancellationToken)
    {
        var own = new NpgsqlConnectionStringBuilder(connectionString)
        {
            SearchPath = QuartzSchema.Name,
            ApplicationName = "ChatLiaison jobs",
            MaxPoolSize = Threads + 4,
        };
        _factory = QuartzSchedulerBuilder.Create(quartz => Configure(quartz, own.ConnectionString, ticks)).Build();
        await QuartzSchema.WithinStartLockAsync(own.ConnectionString, () => ScheduleAsync(ticks, cancellationToken), cancellationToken);
        await _scheduler!.Start(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_scheduler is { } scheduler)
            await StopAsync(scheduler, _stop);
        _scheduler = null;
        if (_factory is { } factory)
            await factory.DisposeAsync();
        _factory = null;
        _stop.Dispose();
    }

    private void Configure(IQuartzBuilder quartz, string connectionString, IReadOnlyList<RecurringTick> ticks)
    {
        quartz.Services.AddSingleton(loggers).AddSingleton(new TickTable(ticks, _stop.Token));
        quartz.ConfigureScheduler(scheduler =>
        {
            // The instance id stays unset: a clustered scheduler then makes one of its own for each process.
            scheduler.InstanceName = "ChatLiaison";
            scheduler.IdleWaitTime = TimeSpan.FromSeconds(2);
            scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Never;
        });
        quartz.UseDefaultThreadPool(Threads);
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(connectionString);
            store.UseSystemTextJsonSerializer();
            store.ProvisionSchema();
            store.ConfigureStore(options =>
            {
                options.MisfireThreshold = TimeSpan.FromSeconds(5);
                options.UseBackgroundThreads = true;
                options.DbRetryInterval = TimeSpan.FromSeconds(2);
                // A database that is away makes every fire fail; no count of those may end a tick for good.
                options.MaxConsecutiveFireFailures = 0;
            });
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = TimeSpan.FromSeconds(2);
                cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(4);
            });
        });
    }

    private async Task ScheduleAsync(IReadOnlyList<RecurringTick> ticks, CancellationToken cancellationToken)
    {
        _scheduler = await _factory!.GetScheduler(cancellationToken);
        foreach (var tick in ticks)
        {
            var key = new TriggerKey(tick.Name);
            // A tick that already runs at this pace keeps its rhythm when one more server joins.
            if (await _scheduler.GetTrigger(key, cancellationToken) is ISimpleTrigger kept && kept.RepeatInterval == tick.Every)
                continue;
            var job = JobBuilder.Create<TickJob>().WithIdentity(tick.Name).StoreDurably().Build();
            var trigger = TriggerBuilder.Create().WithIdentity(key).ForJob(job).StartNow()
                .WithSimpleSchedule(plan => plan.WithInterval(tick.Every).RepeatForever()
                    .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithRemainingCount))
                .Build();
            await _scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing, cancellationToken);
        }
    }

    private static async Task StopAsync(IScheduler scheduler, CancellationTokenSource stop)
    {
        await scheduler.Standby(CancellationToken.None);
        var ended = scheduler.Shutdown(true, CancellationToken.None).AsTask();
        try
        {
            await ended.WaitAsync(StopPatience, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync();
            await Task.WhenAny(ended, Task.Delay(StopPatience, TimeProvider.System));
        }
    }
}
