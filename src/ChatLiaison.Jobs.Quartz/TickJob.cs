using Microsoft.Extensions.Logging;
using Quartz;

namespace ChatLiaison.Jobs.Quartz;

/// <summary>Runs the tick that its job is named after. The store lets one server of the cluster run it at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class TickJob(TickTable ticks, ILogger<TickJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (ticks.Find(context.JobDetail.Key.Name) is not { } tick)
            return; // A newer server's tick that this one does not know: its next firing goes to whoever does.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ticks.Stop);
        try
        {
            await tick.RunAsync(either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            logger.LogInformation("{Tick} was cut short by the stop of this server", tick.Name);
        }
#pragma warning disable CA1031 // Whatever a tick throws, the next one still comes; the job keeps its own account of what it left undone.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            logger.LogError(problem, "{Tick} failed; it runs again in {Every}", tick.Name, tick.Every);
        }
    }
}

/// <summary>This server's ticks by name.</summary>
internal sealed class TickTable(IReadOnlyList<RecurringTick> ticks, CancellationToken stop)
{
    /// <summary>Told when this server has waited long enough for its running ticks.</summary>
    public CancellationToken Stop => stop;

    private readonly Dictionary<string, RecurringTick> _ticks = ticks.ToDictionary(tick => tick.Name, StringComparer.Ordinal);

    public RecurringTick? Find(string name) => _ticks.GetValueOrDefault(name);
}
