using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Slack;

/// <summary>Learns who we are, reads what was missed, and keeps the watermarks. Requests don't wait for any of it.</summary>
internal sealed class SlackStart(SlackApi api, SlackInstallation installation, SlackWatermarks watermarks, SlackCatchUp catchUp, ILogger<SlackStart> log)
    : BackgroundService
{
    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SaveAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await LearnAsync(stoppingToken);
        await catchUp.RunAsync(stoppingToken);
        using var timer = new PeriodicTimer(SaveEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await SaveAsync(stoppingToken);
            if (installation is { Team: null, Bearer: not null })
            {
                await LearnAsync(stoppingToken);
            }
        }
    }

    /// <summary>Asks Slack who we are until it answers; until then the last run's answer stands in.</summary>
    private async Task LearnAsync(CancellationToken cancellationToken)
    {
        var wait = TimeSpan.FromSeconds(1);
        while (true)
        {
            try
            {
                await installation.RecallAsync(cancellationToken);
                if (installation.Bearer is null)
                {
                    return;
                }

                await AskAsync(cancellationToken);
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "Slack has not said who we are; asking again in {Seconds} s", wait.TotalSeconds);
            }

            await Task.Delay(wait, cancellationToken);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        using var document = (await api.AskAsync("auth.test", cancellationToken)).Demand().Read();
        var answer = document.RootElement;
        var team = new SlackTeam(
            answer.Text("team_id") ?? "",
            answer.Text("enterprise_id"),
            answer.Text("user_id") ?? "",
            answer.Text("bot_id") ?? "",
            answer.Text("url") ?? "");
        await installation.LearnAsync(team, cancellationToken);
        log.LogInformation("Connected to the Slack workspace {Team}", team.TeamId);
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await watermarks.SaveAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "How far Slack's channels were read could not be stored; it is tried again");
        }
    }
}
