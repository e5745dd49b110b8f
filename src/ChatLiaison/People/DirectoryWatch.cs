using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ChatLiaison.People;

/// <summary>Notices within two seconds that another server changed the directory.</summary>
internal sealed partial class DirectoryWatch(Directory directory, TimeProvider time, ILogger<DirectoryWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await directory.RefreshIfChangedAsync(stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                // What is in memory stays good enough until the database is back.
                Unread(failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The directory could not be read again; the one in memory stays in use.")]
    private partial void Unread(Exception failure);
}
