using ChatLiaison.Server.Database;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLiaison.TestKit;

/// <summary>A PostgreSQL of a test's own, that it may stop, kill, pause and start again; its address stays the same.</summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private readonly TestFolder _folder = TestFolder.Make();
    private EmbeddedPostgres? _server;

    private PrivatePostgres() { }

    /// <summary>To an empty database; valid again after each start.</summary>
    public string ConnectionString { get; private set; } = "";

    public static async Task<PrivatePostgres> CreateAsync()
    {
        var created = new PrivatePostgres();
        await created.StartAsync();
        return created;
    }

    public async Task StartAsync()
    {
        _server ??= await EmbeddedPostgres.StartAsync(_folder.Path, TestPostgres.Throwaway, NullLogger.Instance, CancellationToken.None);
        ConnectionString = _server.ConnectionString;
    }

    /// <summary>Stops it as a planned shutdown does: every connection is closed.</summary>
    public async Task StopAsync()
    {
        if (_server is { } server)
            await server.DisposeAsync();
        _server = null;
    }

    /// <summary>Kills every process of it at once, as a power cut does.</summary>
    public async Task KillAsync()
    {
        await SignalAsync("KILL");
        await StopAsync();
    }

    /// <summary>Freezes it: connections stay open and nothing answers.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    public Task ResumeAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await ResumeAsync();
        await StopAsync();
        await _folder.DisposeAsync();
    }

    private async Task SignalAsync(string signal)
    {
        var server = _server ?? throw new InvalidOperationException("It is stopped.");
        var processes = ChildProcesses.Of(server.ProcessId).Prepend(server.ProcessId).Select(id => id.ToString()).ToList();
        await Command.RunAsync(["kill", "-s", signal, .. processes], CancellationToken.None);
    }
}
