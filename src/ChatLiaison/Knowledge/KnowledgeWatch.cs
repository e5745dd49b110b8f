using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ChatLiaison.Knowledge;

/// <summary>Notices within two seconds that another server changed an entry.</summary>
internal sealed partial class KnowledgeWatch(KnowledgeBook book, TimeProvider time, ILogger<KnowledgeWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await book.ForgetIfChangedAsync(stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                // What is in memory stays good enough until the database is back.
                Unread(failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Whether the knowledge entries have changed could not be read; those in memory stay in use.")]
    private partial void Unread(Exception failure);
}
