using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Teams;

/// <summary>At start: reads the signing keys ahead of the first activity, and says loudly when nobody has to prove who they are.</summary>
internal sealed class TeamsStart(TeamsOptions options, TeamsKeys keys, ILogger<TeamsStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.DangerouslyAllowUnauthenticated)
        {
            log.LogCritical(
                "Teams:DangerouslyAllowUnauthenticated is on: anyone who reaches /api/messages can speak as anyone. Never do this outside a test");
            return;
        }

        await keys.FindAsync("", stoppingToken);
    }
}
