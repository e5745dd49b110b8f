using NodaTime;
using Npgsql;

namespace ChatLiaison.Storage;

/// <summary>The one PostgreSQL database. Reads go straight to <see cref="Source"/>; writes go through a <see cref="UnitOfWork"/>.</summary>
public sealed class Database(string connectionString) : IAsyncDisposable
{
    public NpgsqlDataSource Source { get; } = NpgsqlDataSource.Create(Tuned(connectionString));

    public string ConnectionString { get; } = connectionString;

    /// <summary>Returns when the database has answered.</summary>
    /// <exception cref="System.Data.Common.DbException">It is away.</exception>
    public Task AnswerAsync(CancellationToken cancellationToken) => Ask("select 1").FirstAsync(row => row.Int(0), cancellationToken);

    /// <summary>Takes everything out of it, tables too: the playground's "start over". No server may be using it.</summary>
    /// <param name="otherSchemas">Schemas that go as well; ours is made anew, empty.</param>
    public async Task EmptyAsync(IEnumerable<string> otherSchemas, CancellationToken cancellationToken)
    {
        foreach (var schema in otherSchemas.Append("public"))
        {
            await Ask($"drop schema if exists {schema} cascade").RunAsync(cancellationToken);
        }

        await Ask("create schema public").RunAsync(cancellationToken);
    }

    /// <summary>Begins a unit of work; nothing goes to the server until it is read from or committed.</summary>
    internal UnitOfWork Begin(Instant now) => new(Source, now);

    internal Query Ask(string sql, params object?[] values) => new(Source.CreateCommand(sql), values);

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private static string Tuned(string connectionString)
    {
        var tuned = new NpgsqlConnectionStringBuilder(connectionString);
        if (tuned.MaxAutoPrepare == 0)
        {
            tuned.MaxAutoPrepare = 120;
            tuned.AutoPrepareMinUsages = 2;
        }

        // Nothing of ours outlives a transaction in a session: locks of a session are given back by whoever took them.
        tuned.NoResetOnClose = true;
        tuned.MaxPoolSize = Math.Min(tuned.MaxPoolSize, 30);
        tuned.ApplicationName ??= "ChatLiaison";
        return tuned.ConnectionString;
    }
}
