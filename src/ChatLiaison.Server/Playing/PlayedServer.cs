using ChatLiaison.Outbox;
using ChatLiaison.Playground;

namespace ChatLiaison.Server.Playing;

/// <summary>
/// Keeps the server under the playground alive: starts it, and starts it again when it was killed. Knows its database from outside, to say
/// what waits while it is dead and to empty it for "start over".
/// </summary>
internal sealed class PlayedServer : IPlayedServer, IAsyncDisposable
{
    /// <summary>Long enough to be seen to be dead.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <summary>What goes out within this counts as ready.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(6);

    private readonly Stage _stage;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _oneChange = new(1, 1);
    private PlayedProcess _process = PlayedProcess.Start();
    private TaskCompletionSource _upAgain = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Storage.Database? _database;
    private Func<HandOver>? _handOver;
    private Task _watch = Task.CompletedTask;
    private bool _isOwnDatabase;

    /// <summary>Starts the first process at once; it waits for <see cref="OpenAsync"/>.</summary>
    public PlayedServer(Stage stage, TimeProvider clock) => (_stage, _clock) = (stage, clock);

    public event EventHandler? Changed;

    public PlayedState State { get; private set; } = PlayedState.Starting;

    public int Deaths { get; private set; }

    public DateTimeOffset? UpSince { get; private set; }

    public PlayedOffer? Offer { get; private set; }

    /// <summary>The process that runs now, for tests and for a person who wants to look.</summary>
    public int ProcessId => _process.ProcessId;

    /// <summary>Hands over what it needs and waits until it answers.</summary>
    /// <param name="isOwnDatabase">The database is the playground's own, and may be emptied.</param>
    /// <returns>False: it ended; it has said why.</returns>
    public async Task<bool> OpenAsync(string connectionString, bool isOwnDatabase, Func<HandOver> handOver)
    {
        (_database, _isOwnDatabase, _handOver) = (new Storage.Database(connectionString), isOwnDatabase, handOver);
        _process.Give(handOver());
        if (!await ArriveAsync())
        {
            return false;
        }

        _watch = Task.Run(WatchAsync);
        return true;
    }

    public async Task KillAsync()
    {
        Deaths++;
        await _process.KillAsync();
        await Task.WhenAny(Task.Run(async () =>
        {
            while (State == PlayedState.Up)
            {
                await Task.Delay(10);
            }
        }), Task.Delay(Rest));
    }

    public async Task UpAsync(CancellationToken cancellationToken)
    {
        while (State != PlayedState.Up)
        {
            await _upAgain.Task.WaitAsync(cancellationToken);
        }
    }

    public async Task<DateTimeOffset?> RunJobsAsync(CancellationToken cancellationToken) => (await OrderAsync(Orders.Jobs, cancellationToken))?.When;

    public Task WakeAsync(CancellationToken cancellationToken) => OrderAsync(Orders.Wake, cancellationToken);

    public async Task<DateTimeOffset?> NextOpeningAsync(CancellationToken cancellationToken) => (await OrderAsync(Orders.Opening, cancellationToken))?.When;

    public async Task<PlayedWaiting> QueueAsync(CancellationToken cancellationToken)
    {
        if (_database is null || State == PlayedState.Starting)
        {
            return new PlayedWaiting(0, 0, 0, 0, null);
        }

        try
        {
            var glance = await QueueGlance.TakeAsync(_database, _clock.GetUtcNow() + Soon, cancellationToken);
            return new PlayedWaiting(glance.Waiting, glance.Ready, glance.Uncertain, glance.Dead, glance.Next);
        }
        catch (System.Data.Common.DbException)
        {
            // Its tables are being made anew.
            return new PlayedWaiting(0, 0, 0, 0, null);
        }
    }

    public async Task<string?> StartOverAsync(Func<Task> meanwhile, CancellationToken cancellationToken)
    {
        if (!_isOwnDatabase)
        {
            return "This playground uses a database of yours (ConnectionStrings:ChatLiaison), which it does not empty. Empty it yourself, or start without it.";
        }

        await _oneChange.WaitAsync(cancellationToken);
        try
        {
            Become(PlayedState.Starting);
            await _process.KillAsync();
            await _database!.EmptyAsync([Jobs.Quartz.QuartzJobEngine.Schema], CancellationToken.None);
            await meanwhile();
            Deaths = 0;
            return await AgainAsync() ? null : "The server did not start again. Its reason stands where the playground was started.";
        }
        finally
        {
            _oneChange.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        await _process.DisposeAsync();
        await _watch;
        if (_database is { } database)
        {
            await database.DisposeAsync();
        }
    }

    /// <summary>Whoever killed it, it is started again.</summary>
    private async Task WatchAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var watched = _process;
            await watched.Ended;
            if (_stop.IsCancellationRequested)
            {
                return;
            }

            if (State == PlayedState.Up)
            {
                Become(PlayedState.Down);
            }

            await Task.Delay(Rest, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await _oneChange.WaitAsync();
            try
            {
                // "Start over" may have started it meanwhile.
                if (!_stop.IsCancellationRequested && _process == watched)
                {
                    await AgainAsync();
                }
            }
            finally
            {
                _oneChange.Release();
            }
        }
    }

    private async Task<bool> AgainAsync()
    {
        Become(PlayedState.Starting);
        _process = PlayedProcess.Start();
        _process.Give(_handOver!());
        return await ArriveAsync();
    }

    private async Task<bool> ArriveAsync()
    {
        if (await _process.Up is not { Address: { } address } first)
        {
            return false;
        }

        _stage.AppUrl = new Uri(address);
        Offer = first.Offer;
        Become(PlayedState.Up);
        return true;
    }

    private void Become(PlayedState state)
    {
        State = state;
        UpSince = state == PlayedState.Up ? TimeProvider.System.GetUtcNow() : null;
        if (state == PlayedState.Up)
        {
            _upAgain.TrySetResult();
        }
        else if (_upAgain.Task.IsCompleted)
        {
            _upAgain = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    private async Task<Answer?> OrderAsync(string order, CancellationToken cancellationToken) =>
        State == PlayedState.Up ? await _process.OrderAsync(order, cancellationToken) : null;
}
