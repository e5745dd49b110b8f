using System.Net.WebSockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Slack;

/// <summary>
/// Keeps a socket to Slack open, so that no public address is needed. When Slack announces the end of a connection the next one is
/// opened first; after each hello, what was missed is read from history. (Slack: using Socket Mode.)
/// </summary>
internal sealed class SlackSocketMode(SlackOptions options, SlackApi api, SlackSocketIntake intake, SlackCatchUp catchUp, ILogger<SlackSocketMode> log)
    : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = TimeSpan.FromSeconds(1);
        List<Task> open = [];
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var socket = await ConnectAsync(stoppingToken);
                open.RemoveAll(t => t.IsCompleted);
                open.Add(socket.RunAsync(stoppingToken));
                await socket.Ending.WaitAsync(stoppingToken);
                if (socket.SaidHello)
                {
                    wait = TimeSpan.FromSeconds(1);
                    continue;
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning("No socket to Slack ({Reason}); trying again in {Seconds} s", e.Message, wait.TotalSeconds);
            }

            await Task.Delay(wait + TimeSpan.FromMilliseconds(Random.Shared.Next(500)), stoppingToken);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    private async Task<SlackSocket> ConnectAsync(CancellationToken cancellationToken)
    {
        var result = await api.AskAsAsync($"Bearer {options.AppToken}", "apps.connections.open", cancellationToken);
        using var document = result.Demand().Read();
        var address = new Uri(document.RootElement.Text("url") ?? throw SlackFailures.Of(result.Method, "unreadable_answer"));
        var client = new ClientWebSocket();
        client.Options.KeepAliveInterval = TimeSpan.FromSeconds(15);
        client.Options.KeepAliveTimeout = TimeSpan.FromSeconds(20);
        try
        {
            await client.ConnectAsync(address, cancellationToken);
        }
        catch
        {
            client.Dispose();
            throw;
        }

        return new SlackSocket(client, intake, catchUp, log);
    }
}
