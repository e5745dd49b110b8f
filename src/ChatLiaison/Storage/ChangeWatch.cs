using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ChatLiaison.Storage;

/// <summary>Looks every two seconds whether another server changed what this one holds in memory.</summary>
/// <param name="what">What is held, for the log.</param>
internal abstract partial class ChangeWatch(string what, TimeProvider time, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                // What is in memory stays good enough until the database is back.
                Unread(failure, what);
            }
        }
    }

    protected abstract Task RefreshAsync(CancellationToken cancellationToken);

    [LoggerMessage(LogLevel.Warning, "Changes of the {What} could not be read; what is in memory stays in use.")]
    private partial void Unread(Exception failure, string what);
}
