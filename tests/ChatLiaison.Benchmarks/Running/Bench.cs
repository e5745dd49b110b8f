using ChatLiaison.Server.Database;
using ChatLiaison.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace ChatLiaison.Benchmarks.Running;

/// <summary>The private PostgreSQL of one run, set up exactly as the product sets up its own; gone with the run.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly string folder;
    private readonly EmbeddedPostgres server;
    private int count;

    private Bench(string folder, EmbeddedPostgres server) => (this.folder, this.server) = (folder, server);

    public static async Task<Bench> OpenAsync()
    {
        var made = Directory.CreateTempSubdirectory("chatliaison-bench-").FullName;

        // PostgreSQL runs as another account when we run as root, and has to pass through.
        File.SetUnixFileMode(made, File.GetUnixFileMode(made) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return new Bench(made, await EmbeddedPostgres.StartAsync(made, NullLogger.Instance, CancellationToken.None));
    }

    /// <summary>A fresh database with the product's tables.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"bench_{++count}";
        await using (var source = NpgsqlDataSource.Create(server.ConnectionString + ";Pooling=false"))
        await using (var create = source.CreateCommand($"create database {name}"))
        {
            await create.ExecuteNonQueryAsync();
        }

        var connectionString = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name }.ConnectionString;
        await using var database = new Database(connectionString);
        await MigrationRunner.RunAsync(database, CancellationToken.None);
        return connectionString;
    }

    /// <summary>The processor time of all of PostgreSQL's processes so far.</summary>
    public TimeSpan Processor => ProcTree.Processor(server.ProcessId);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
