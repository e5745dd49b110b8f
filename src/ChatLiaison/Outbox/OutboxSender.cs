using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace ChatLiaison.Outbox;

/// <summary>
/// Sends what is queued, on every server: many lanes at once, each lane in order. Woken by a commit on this server; what other servers
/// left, and what has come due, is found by asking every second.
/// </summary>
internal sealed partial class OutboxSender(
    DeliveryStore store, Courier courier, OutboxSignal signal, WorkspaceBudget budget, TimeProvider time, ILogger<OutboxSender> log) : BackgroundService
{
    private const int AtOnce = 24;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Between two questions to the queue: what is committed meanwhile is claimed together.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(25);

    private static readonly Duration SettleEvery = Duration.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, Task> underWay = new();
    private Instant settleAt = Instant.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var started = await SendDueAsync(stoppingToken);
                await Task.Delay(Breath, stoppingToken);
                if (started == 0)
                {
                    await signal.WaitAsync(Pause, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
#pragma warning disable CA1031 // The sender outlives a database that is away.
            catch (Exception e)
#pragma warning restore CA1031
            {
                LogTrouble(e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(underWay.Values).WaitAsync(TimeSpan.FromSeconds(5), time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Claims and starts what can go now; gives the number started.</summary>
    internal async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var now = Now();
        if (now >= settleAt)
        {
            settleAt = now + SettleEvery;
            foreach (var message in await store.TakeUncertainAsync(now, [.. underWay.Keys], cancellationToken))
            {
                Start(message, settle: true, cancellationToken);
            }
        }

        var room = AtOnce - underWay.Count;
        if (room <= 0)
        {
            await Task.WhenAny(underWay.Values);
            return 1;
        }

        var (exhausted, allowed) = budget.At(now);
        if (allowed == 0)
        {
            return 0;
        }

        var claimed = await store.ClaimAsync(now, Math.Min(room, allowed), exhausted, cancellationToken);
        foreach (var message in claimed)
        {
            budget.Spend(message.To.Platform, now);
            Start(message, settle: false, cancellationToken);
        }

        return claimed.Count;
    }

    private void Start(QueuedMessage message, bool settle, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource();
        underWay[message.Id] = done.Task;
        _ = Task.Run(() => RunAsync(message, settle, done, cancellationToken), CancellationToken.None);
    }

    private async Task RunAsync(QueuedMessage message, bool settle, TaskCompletionSource done, CancellationToken cancellationToken)
    {
        try
        {
            await (settle ? courier.SettleAsync(message, Now(), cancellationToken) : courier.CarryAsync(message, Now(), cancellationToken));
        }
#pragma warning disable CA1031 // The claim runs out and the message is settled by looking.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogUnsettled(message.Id, message.Lane, e.Message);
        }
        finally
        {
            underWay.TryRemove(message.Id, out _);
            done.SetResult();
            signal.Wake();
        }
    }

    private Instant Now() => time.GetCurrentInstant();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox can't be read just now: {Reason}")]
    private partial void LogTrouble(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} to {Lane} is left as uncertain: {Reason}")]
    private partial void LogUnsettled(Guid id, string lane, string reason);
}
