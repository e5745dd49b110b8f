namespace ChatLiaison.Jobs;

/// <summary>A job that an engine ticks; what is due is decided by the job itself from the desk's own clock.</summary>
public sealed record RecurringTick(string Name, TimeSpan Every, Func<CancellationToken, Task> RunAsync);

/// <summary>The engine behind the desk's jobs: ticks each job on one server of the cluster at a time.</summary>
public interface IJobEngine : IAsyncDisposable
{
    Task StartAsync(string connectionString, IReadOnlyList<RecurringTick> ticks, CancellationToken cancellationToken);
}
