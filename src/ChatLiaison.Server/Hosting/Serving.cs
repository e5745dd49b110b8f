using ChatLiaison.Jobs.Quartz;
using ChatLiaison.Server.Database;
using ChatLiaison.Server.Playing;
using ChatLiaison.Server.Settings;

namespace ChatLiaison.Server.Hosting;

/// <summary>The verb <c>serve</c>: everything from reading the settings to a clean stop.</summary>
internal static class Serving
{
    private const string DefaultUrl = "http://127.0.0.1:3978";

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var (settings, urls) = SettingsAt.Start(args);
        if (Said(settings.Problems))
        {
            return 1;
        }

        using var loggers = LoggerFactory.Create(logging => logging.AddSimpleConsole(console => console.SingleLine = true));
        try
        {
            if (settings.IsPlayground)
            {
                return await PlaygroundServing.RunAsync(settings, new Uri(urls ?? DefaultUrl), loggers, cancellationToken);
            }

            await using var postgres = settings.ConnectionString is null
                ? await EmbeddedPostgres.StartAsync(settings.DataPath, loggers.CreateLogger("PostgreSQL"), cancellationToken) : null;
            return await ServeAsync(
                settings, postgres?.ConnectionString ?? settings.ConnectionString!, args,
                builder => builder.WebHost.UseUrls(urls ?? DefaultUrl),
                (app, start) => Banner.Write(Console.Out, settings, app.Urls, start), cancellationToken);
        }
        catch (Exception e) when (e is EmbeddedPostgresException or System.Data.Common.DbException or IOException or ArgumentException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync(Plainly(e, settings));
            return 1;
        }
    }

    /// <summary>One server, from the tables to the stop.</summary>
    /// <param name="adjust">Called before the server is built.</param>
    /// <param name="up">Called when it answers people and its jobs are ticked.</param>
    internal static async Task<int> ServeAsync(
        ServerSettings settings, string connectionString, string[] args, Action<WebApplicationBuilder> adjust, Action<WebApplication, DeskStart> up,
        CancellationToken cancellationToken)
    {
        await using var app = DeskHost.Build(settings, connectionString, args, adjust);
        var start = app.Services.GetRequiredService<DeskStart>();
        // Reading the playbook takes processor time and the tables take waiting: side by side they take no longer than one.
        var playbook = Task.Run(() => start.LoadPlaybook(settings.PlaybookPath), cancellationToken);
        await start.MigrateAsync(cancellationToken);
        if (Said(await playbook))
        {
            return 1;
        }

        if (await start.LoadDirectoryAsync(cancellationToken) && settings.IsPlayground)
        {
            await start.ImportSampleAsync(cancellationToken);
        }

        await app.StartAsync(cancellationToken);
        await using var engine = new QuartzJobEngine(app.Services.GetRequiredService<ILoggerFactory>());

        // People are answered from here on; the engine needs a moment more to ask the other servers who ticks what.
        app.Services.GetRequiredService<Readiness>().Started = true;
        await engine.StartAsync(connectionString, start.Ticks(), cancellationToken);
        up(app, start);

        // What the start needed and nothing needs again goes back to the machine.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static bool Said(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }

        return problems.Count > 0;
    }

    private static string Plainly(Exception e, ServerSettings settings) => e switch
    {
        System.Data.Common.DbException when settings.ConnectionString is not null =>
            $"The database of ConnectionStrings:ChatLiaison does not answer: {e.Message} Check that it runs and that the address, user and password are right.",
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            $"{e.Message} Stop the other server, or start this one with --urls http://127.0.0.1:3979.",
        _ => e.Message,
    };
}
