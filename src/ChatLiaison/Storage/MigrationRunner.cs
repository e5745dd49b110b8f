using System.Reflection;
using System.Text;
using Npgsql;

namespace ChatLiaison.Storage;

/// <summary>
/// Brings the database's tables up to this build: the numbered scripts beside this file, each in a transaction of its own, forward only,
/// under an advisory lock so that several servers may start at once.
/// </summary>
public static class MigrationRunner
{
    private const long Lock = 0x4C_69_61_69_73_6F_6E;

    /// <summary>Runs the scripts that have not run; gives their names.</summary>
    /// <exception cref="InvalidOperationException">The database was made by a newer build.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(Database database, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await RunAsync(connection, $"select pg_advisory_lock({Lock})", cancellationToken);
        try
        {
            return await RunPendingAsync(connection, cancellationToken);
        }
        finally
        {
            await RunAsync(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    private static async Task<IReadOnlyList<string>> RunPendingAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        const string Table = "create table if not exists migrations (name text primary key)";
        await RunAsync(connection, Table, cancellationToken);
        var done = await DoneAsync(connection, cancellationToken);
        var known = Scripts();
        if (done.Except(known.Keys, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new InvalidOperationException(
                $"The database has the migration {unknown}, which this build does not know. Start the newer build, or restore a backup.");
        }

        var run = new List<string>();
        foreach (var (name, sql) in known.Where(script => !done.Contains(script.Key)))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await RunAsync(connection, sql, cancellationToken);
            await using var note = new NpgsqlCommand("insert into migrations (name) values ($1)", connection) { Parameters = { new() { Value = name } } };
            await note.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            run.Add(name);
        }

        return run;
    }

    private static SortedDictionary<string, string> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var scripts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var parts = resource.Split('.');
            scripts.Add(parts[^2], reader.ReadToEnd());
        }

        return scripts;
    }

    private static async Task<HashSet<string>> DoneAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select name from migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            done.Add(reader.GetString(0));
        }

        return done;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
