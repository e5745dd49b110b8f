using System.Net;
using ChatLiaison.Outbox;
using ChatLiaison.Server.Hosting;
using ChatLiaison.Server.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.TestKit;

/// <summary>The real server in this process, on a free loopback port, with the test's clock; its jobs run when the test says so.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestServer(WebApplication app, ErrorLog log) => (_app, Log) = (app, log);

    public ErrorLog Log { get; }

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts it on a database that is migrated already.</summary>
    public static async Task<TestServer> StartAsync(ServerSettings settings, string connectionString, TimeProvider clock)
    {
        var server = Build(settings, connectionString, clock);
        var start = server.Services.GetRequiredService<DeskStart>();
        await start.MigrateAsync(CancellationToken.None);
        Require(start.LoadPlaybook(settings.PlaybookPath));
        await start.LoadDirectoryAsync(CancellationToken.None);
        await server._app.StartAsync();
        server.Services.GetRequiredService<Readiness>().Started = true;
        return server;
    }

    /// <summary>Tables and the sample directory, for a database that others are copied from.</summary>
    public static async Task PrepareAsync(string connectionString)
    {
        await using var server = Build(new ServerSettings { DataPath = "" }, connectionString, new TestClock(TestClock.MondayMorning.AddDays(-30)));
        var start = server.Services.GetRequiredService<DeskStart>();
        await start.MigrateAsync(CancellationToken.None);
        Require(start.LoadPlaybook(null));
        await start.LoadDirectoryAsync(CancellationToken.None);
        var (lines, ok) = await start.ImportSampleAsync(CancellationToken.None);
        Require(ok ? [] : lines);
    }

    /// <summary>Runs every job once, as the engine would.</summary>
    public Task RunJobsAsync() => Services.GetRequiredService<DeskStart>().RunJobsAsync(CancellationToken.None);

    internal void WakeSenders() => Services.GetRequiredService<OutboxSignal>().Wake();

    public async ValueTask DisposeAsync()
    {
        var database = Services.GetRequiredService<Storage.Database>();
        await _app.StopAsync();
        await _app.DisposeAsync();

        // Its pool would hold on to its connections, and one test process opens many databases.
        await database.DisposeAsync();
    }

    private static TestServer Build(ServerSettings settings, string connectionString, TimeProvider clock)
    {
        var log = new ErrorLog();
        var app = DeskHost.Build(settings, connectionString, [], builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(clock));
            builder.Logging.ClearProviders().AddProvider(log);
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        });
        return new TestServer(app, log);
    }

    private static void Require(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', problems));
        }
    }
}
