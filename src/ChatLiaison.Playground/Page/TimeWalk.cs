using ChatLiaison.Playground.Time;

namespace ChatLiaison.Playground.Page;

/// <summary>
/// Walks the clock ahead. It never jumps over what is due on the way: it stops at each such moment, lets the server do what it does then,
/// and lets its messages arrive before it goes on.
/// </summary>
internal sealed class TimeWalk(PlaygroundClock clock, IPlayedServer server, Settling settling, ChangeFeed feed) : IDisposable
{
    /// <summary>No walk takes more steps than about this, however far it goes.</summary>
    private const int MostSteps = 240;

    private const int LeastSteps = 30;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(62);
    private static readonly TimeSpan ShortestStep = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SlowBeat = TimeSpan.FromMilliseconds(400);

    private readonly SemaphoreSlim _one = new(1, 1);
    private CancellationTokenSource? _stop;
    private Task _walk = Task.CompletedTask;

    public WalkView? Now { get; private set; }

    public Task<string?> AheadAsync(TimeSpan by) => by <= TimeSpan.Zero || by > Longest
        ? Task.FromResult<string?>("The clock goes ahead only, by at most two months.")
        : BeginAsync(stop => QuickAsync(clock.GetUtcNow() + by, stop));

    public Task<string?> MondayAsync() => BeginAsync(stop => QuickAsync(Days.NextMonday(clock.GetUtcNow()), stop));

    public async Task<string?> OpeningAsync(CancellationToken cancellationToken) => await server.NextOpeningAsync(cancellationToken) is { } opening
        ? await BeginAsync(stop => QuickAsync(opening, stop))
        : "The server is down, so nobody knows when the team opens. Try again when it is up.";

    public Task<string?> SlowAsync(double minutesASecond) => minutesASecond is < 1 or > 120
        ? Task.FromResult<string?>("Slow motion goes at 1 to 120 minutes a second.")
        : BeginAsync(stop => SlowlyAsync(minutesASecond, stop));

    /// <summary>Ends the walk where it is.</summary>
    public async Task StopAsync()
    {
        await _one.WaitAsync();
        try
        {
            await EndAsync();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Ends when the walk under way has ended.</summary>
    public Task Ended => _walk;

    public void Dispose()
    {
        _stop?.Cancel();
        _stop?.Dispose();
        _one.Dispose();
    }

    private async Task<string?> BeginAsync(Func<CancellationToken, Task> walk)
    {
        await _one.WaitAsync();
        try
        {
            await EndAsync();
            _stop = new CancellationTokenSource();
            var stop = _stop.Token;
            _walk = Task.Run(() => WalkAsync(walk, stop), CancellationToken.None);
            return null;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task EndAsync()
    {
        if (_stop is { } stop)
        {
            await stop.CancelAsync();
            await _walk;
            stop.Dispose();
            _stop = null;
        }
    }

    private async Task WalkAsync(Func<CancellationToken, Task> walk, CancellationToken stop)
    {
        try
        {
            await walk(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Somebody stopped it, which is a good end.
        }
        finally
        {
            Now = null;
            feed.Touch();
        }
    }

    private async Task QuickAsync(DateTimeOffset to, CancellationToken stop)
    {
        Now = new WalkView(to, false, 0);
        await settling.SettleAsync(Patience, stop);
        var next = await server.RunJobsAsync(stop);
        while (to - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            clock.Advance(StepOf(left, next - clock.GetUtcNow()));
            feed.Touch();
            next = await server.RunJobsAsync(stop);
            await settling.SettleAsync(Patience, stop);
            stop.ThrowIfCancellationRequested();
        }
    }

    private async Task SlowlyAsync(double minutesASecond, CancellationToken stop)
    {
        Now = new WalkView(null, true, minutesASecond);
        while (!stop.IsCancellationRequested)
        {
            clock.Advance(SlowBeat * minutesASecond * 60);
            feed.Touch();
            await server.RunJobsAsync(stop);
            await settling.SettleAsync(SlowBeat, stop);
            await Task.Delay(SlowBeat, TimeProvider.System, stop);
        }
    }

    private static TimeSpan StepOf(TimeSpan left, TimeSpan? untilNext)
    {
        var (least, most) = (left / MostSteps, left / LeastSteps);
        var step = untilNext is { } wanted && wanted < most ? wanted : most;
        step = step < least ? least : step;
        step = step < ShortestStep ? ShortestStep : step;
        return step < left ? step : left;
    }
}
