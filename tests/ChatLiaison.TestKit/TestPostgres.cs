using ChatLiaison.Server.Database;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace ChatLiaison.TestKit;

/// <summary>One throwaway PostgreSQL for the whole test process and a fresh database for each test that asks; safe from parallel tests.</summary>
public static class TestPostgres
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static readonly Dictionary<Func<string, Task>, string> Templates = [];
    private static EmbeddedPostgres? _server;
    private static TestFolder? _folder;
    private static int _count;

    /// <summary>Quick and careless with its disk, since nothing outlives the run.</summary>
    internal static PostgresTuning Throwaway => new(Durable: false, MaxConnections: 400);

    /// <summary>A connection string to a fresh and empty database.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        await Gate.WaitAsync();
        try
        {
            return await CreateAsync("template1");
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>A connection string to a fresh copy of a database that is prepared once for all who pass the same method.</summary>
    /// <param name="prepareTemplateOnce">Fills the database behind the connection string it gets; pass a static method, not a new lambda each time.</param>
    public static async Task<string> NewDatabaseAsync(Func<string, Task> prepareTemplateOnce)
    {
        await Gate.WaitAsync();
        try
        {
            if (!Templates.TryGetValue(prepareTemplateOnce, out var template))
                Templates[prepareTemplateOnce] = template = await PrepareAsync(prepareTemplateOnce);
            return await CreateAsync(template);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<string> PrepareAsync(Func<string, Task> prepare)
    {
        var connectionString = await CreateAsync("template1");
        await prepare(connectionString);
        // A database can be copied only while nobody is connected to it, and the pool keeps its connections.
        await using (var connection = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(connection);
        return new NpgsqlConnectionStringBuilder(connectionString).Database!;
    }

    private static async Task<string> CreateAsync(string template)
    {
        _server ??= await StartAsync();
        var name = $"test_{++_count}";
        await using var source = NpgsqlDataSource.Create(_server.ConnectionString + ";Pooling=false");
        // Pools that the preparation made itself close their connections on their own time; the copy does not wait for them.
        await using (var close = source.CreateCommand("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1"))
        {
            close.Parameters.AddWithValue(template);
            await close.ExecuteNonQueryAsync();
        }

        await using var create = source.CreateCommand($"create database {name} template {template}");
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    /// <summary>Stops the server and removes its folder; nothing when none was started.</summary>
    internal static async ValueTask StopAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (Interlocked.Exchange(ref _server, null) is { } server)
            await server.DisposeAsync();
        if (Interlocked.Exchange(ref _folder, null) is { } folder)
            await folder.DisposeAsync();
    }

    private static async Task<EmbeddedPostgres> StartAsync()
    {
        await TestFolder.RemoveStaleAsync();
        _folder = TestFolder.Make();
        // For runs that have no end of their own (TestPostgresLifetime).
        AppDomain.CurrentDomain.ProcessExit += (_, _) => StopAsync().AsTask().Wait(TimeSpan.FromSeconds(30));
        return await EmbeddedPostgres.StartAsync(_folder.Path, Throwaway, NullLogger.Instance, CancellationToken.None);
    }
}
