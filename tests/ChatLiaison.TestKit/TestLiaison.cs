using ChatLiaison.Playground;
using ChatLiaison.Server.Settings;
using ChatLiaison.TestKit.Chat;

namespace ChatLiaison.TestKit;

/// <summary>
/// A support desk on one platform's stand-in with a database of its own: the real server over real HTTP, and a clock that the test moves.
/// </summary>
public sealed class TestLiaison : IAsyncDisposable
{
    /// <summary>What other systems sign their events with.</summary>
    public const string HooksSecret = "a secret of the tests' own";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    private readonly ServerSettings _settings;
    private readonly List<TestServer> _servers = [];

    private TestLiaison(IChatApp app, ServerSettings settings, string connectionString, TestClock clock)
    {
        (App, _settings, ConnectionString, Clock) = (app, settings, connectionString, clock);
        Records = new DeskRecords(connectionString);
    }

    public IChatApp App { get; }

    /// <summary>The other platform, where the desk is on both; else null.</summary>
    public IChatApp? Beside { get; private init; }

    public TestClock Clock { get; }

    public DeskRecords Records { get; }

    public string ConnectionString { get; }

    public ServerSettings Settings => _settings;

    public TestServer Server => _servers[0];

    /// <summary>What the servers logged as an error.</summary>
    public IReadOnlyList<string> Errors => [.. _servers.SelectMany(s => s.Log.Errors)];

    public static async Task<TestLiaison> StartAsync(string platform, DateTimeOffset? at = null, string? playbook = null, string? connectionString = null)
    {
        var kit = await PrepareAsync(platform, at, playbook, connectionString);
        await kit.StartServerAsync();
        return kit;
    }

    /// <summary>The chat and the database, and no server yet.</summary>
    public static async Task<TestLiaison> PrepareAsync(string platform, DateTimeOffset? at = null, string? playbook = null, string? connectionString = null)
    {
        var clock = new TestClock(at ?? TestClock.MondayMorning);
        var database = connectionString ?? await TestPostgres.NewDatabaseAsync(TestServer.PrepareAsync);
        var (app, settings) = await StandIns.StartAsync(platform, clock, playbook);
        return new TestLiaison(app, settings, database, clock);
    }

    /// <summary>Both platforms and the database, and no server yet; <see cref="App"/> is the one that is named.</summary>
    public static async Task<TestLiaison> PrepareBothAsync(string platform)
    {
        var clock = new TestClock(TestClock.MondayMorning);
        var database = await TestPostgres.NewDatabaseAsync(TestServer.PrepareAsync);
        var (app, settings) = await StandIns.StartAsync(platform, clock, null);
        var (beside, more) = await StandIns.StartAsync(platform == "slack" ? "teams" : "slack", clock, null);
        return new TestLiaison(app, settings with { Slack = settings.Slack ?? more.Slack, Teams = settings.Teams ?? more.Teams }, database, clock) { Beside = beside };
    }

    /// <summary>Starts a server, one more when there is one; the platform calls the first.</summary>
    public async Task<TestServer> StartServerAsync()
    {
        var server = await TestServer.StartAsync(_settings, ConnectionString, Clock);
        _servers.Add(server);
        if (App.AppUrl is null)
        {
            App.AppUrl = server.Address;
            await App.AddAppAsync(SamplePeople.Sam);
            if (Beside is not null)
            {
                Beside.AppUrl = server.Address;
                await Beside.AddAppAsync(SamplePeople.Sam);
            }
        }

        return server;
    }

    public async Task StopServersAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        _servers.Clear();
        App.AppUrl = null;
    }

    /// <summary>Moves the clock, lets everything happen that is due then, and waits until what it gave rise to is sent.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        await SettleAsync();
        Clock.Advance(by);
        await RunJobsAsync();
    }

    /// <summary>Moves the clock in steps, for what must be seen to happen on the way.</summary>
    public async Task AdvanceAsync(TimeSpan by, TimeSpan step)
    {
        for (var left = by; left > TimeSpan.Zero; left -= step)
        {
            await AdvanceAsync(left < step ? left : step);
        }
    }

    /// <summary>Runs the jobs of every server until they find nothing more to do.</summary>
    public async Task RunJobsAsync()
    {
        var mark = "";
        for (var round = 0; round < 20 && await Records.MarkAsync() is var now && now != mark; round++)
        {
            mark = now;
            foreach (var server in _servers)
            {
                await server.RunJobsAsync();
            }

            await SettleAsync();
        }
    }

    /// <summary>Runs the jobs of all servers at the same time, as they may fall together.</summary>
    public async Task RunJobsTogetherAsync()
    {
        await Task.WhenAll(_servers.Select(s => s.RunJobsAsync()));
        await RunJobsAsync();
    }

    /// <summary>Lets the senders go on until nothing waits that could go out in the next seconds. The clock runs fast meanwhile.</summary>
    public async Task SettleAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await Records.WaitingAsync(Clock.GetUtcNow().AddSeconds(6)) is { Count: > 0 } waiting)
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"Still not sent:\n{string.Join('\n', waiting)}\n{string.Join('\n', _servers.SelectMany(s => s.Log.All))}");
            }

            Clock.Advance(Step);
            _servers.ForEach(s => s.WakeSenders());
            await Task.Delay(15);
        }
    }

    /// <summary>Waits until a person sees these words somewhere.</summary>
    /// <param name="also">Narrows it further.</param>
    /// <param name="on">The chat they look at; null for <see cref="App"/>.</param>
    public async Task<Note> SeesAsync(SamplePerson who, string words, Func<Note, bool>? also = null, IChatApp? on = null)
    {
        Note? found = null;
        var chat = on ?? App;
        await WaitAsync(
            () => (found = chat.SeenBy(who).LastOrDefault(n => n.Says(words) && also?.Invoke(n) != false)) is not null,
            () => $"{who.FirstName} does not see '{words}' but:\n{string.Join("\n---\n", chat.SeenBy(who).TakeLast(8).Select(n => n.Words))}");
        return found!;
    }

    /// <summary>Waits until a channel holds a note with these words.</summary>
    public async Task<Note> ShowsAsync(Room room, string words, Func<Note, bool>? also = null, IChatApp? on = null)
    {
        Note? found = null;
        var chat = on ?? App;
        await WaitAsync(
            () => (found = chat.In(room).LastOrDefault(n => n.Says(words) && also?.Invoke(n) != false)) is not null,
            () => $"{room.Name} does not show '{words}' but:\n{string.Join("\n---\n", chat.In(room).TakeLast(8).Select(n => n.Words))}");
        return found!;
    }

    public async ValueTask DisposeAsync()
    {
        await StopServersAsync();
        await App.DisposeAsync();
        if (Beside is not null)
        {
            await Beside.DisposeAsync();
        }

        Records.Dispose();
    }

    private async Task WaitAsync(Func<bool> seen, Func<string> instead)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!seen())
        {
            if (TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromSeconds(8))
            {
                throw new TimeoutException($"{instead()}\n{string.Join('\n', _servers.SelectMany(s => s.Log.All))}");
            }

            await SettleAsync();
            await Task.Delay(20);
        }
    }
}
