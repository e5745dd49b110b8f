using ChatLiaison.Server.Database;
using ChatLiaison.Server.Hosting;
using ChatLiaison.Server.Settings;

namespace ChatLiaison.Server.Verbs;

/// <summary>The desk without open doors, for the verbs of the command line.</summary>
internal sealed class OfflineDesk(ServerSettings settings, IServiceProvider services)
{
    public ServerSettings Settings { get; } = settings;

    public IServiceProvider Services { get; } = services;

    public DeskStart Start { get; } = services.GetRequiredService<DeskStart>();

    /// <summary>Tables, playbook and directory.</summary>
    public async Task<IReadOnlyList<string>> ReadyAsync(CancellationToken cancellationToken)
    {
        await Start.MigrateAsync(cancellationToken);
        var problems = Start.LoadPlaybook(Settings.PlaybookPath);
        await Start.LoadDirectoryAsync(cancellationToken);
        return problems;
    }

    /// <summary>Opens the database, its own one if none is configured, for as long as <paramref name="run"/> takes.</summary>
    public static async Task<int> WithAsync(Func<OfflineDesk, Task<int>> run, CancellationToken cancellationToken)
    {
        var (settings, _) = SettingsAt.Start([]);
        using var loggers = LoggerFactory.Create(logging => logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning));
        try
        {
            await using var postgres = settings.ConnectionString is null
                ? await EmbeddedPostgres.StartAsync(settings.DataPath, loggers.CreateLogger("PostgreSQL"), cancellationToken) : null;
            await using var app = DeskHost.Build(settings, postgres?.ConnectionString ?? settings.ConnectionString!, []);
            return await run(new OfflineDesk(settings, app.Services));
        }
        catch (Exception e) when (e is EmbeddedPostgresException or System.Data.Common.DbException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
