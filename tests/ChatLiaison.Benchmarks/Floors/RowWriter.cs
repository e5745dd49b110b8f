using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace ChatLiaison.Benchmarks.Floors;

/// <summary>Writes a template's rows as one batch: one round trip, one transaction, prepared statements.</summary>
internal sealed class RowWriter(NpgsqlDataSource source, IReadOnlyList<RowInsert> rows)
{
    public static RowWriter Open(string connectionString, string template)
    {
        var tuned = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 2, MaxPoolSize = 30 };
        return new(NpgsqlDataSource.Create(tuned.ConnectionString), JsonSerializer.Deserialize<List<RowInsert>>(template)!);
    }

    public async Task WriteAsync(string key, CancellationToken cancellationToken)
    {
        var caseId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        var promises = new Queue<Guid>();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var row in rows)
        {
            var command = new NpgsqlBatchCommand(row.Sql);
            foreach (var value in row.Values)
            {
                command.Parameters.Add(Parameter(value, row.Sql, caseId, promises, key));
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlParameter Parameter(Value value, string sql, Guid caseId, Queue<Guid> promises, string key)
    {
        switch (value.Part)
        {
            case Part.Case:
                return new NpgsqlParameter<Guid> { TypedValue = caseId };
            case Part.Key:
                return new NpgsqlParameter<string> { TypedValue = key };
            case Part.Promise:
                return new NpgsqlParameter<Guid> { TypedValue = promises.Dequeue() };
            case Part.NewId:
                var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
                if (sql.StartsWith("insert into promises", StringComparison.Ordinal))
                {
                    promises.Enqueue(id);
                }

                return new NpgsqlParameter<Guid> { TypedValue = id };
            default:
                return Typed(value);
        }
    }

    private static NpgsqlParameter Typed(Value value) => (value.Text, value.Type) switch
    {
        (null, _) => new NpgsqlParameter { Value = DBNull.Value },
        ({ } text, "uuid") => new NpgsqlParameter<Guid> { TypedValue = Guid.Parse(text) },
        ({ } text, "_uuid") => new NpgsqlParameter<Guid[]> { TypedValue = [.. text.Trim('{', '}').Split(',').Select(Guid.Parse)] },
        ({ } text, "int4") => new NpgsqlParameter<int> { TypedValue = int.Parse(text, CultureInfo.InvariantCulture) },
        ({ } text, "int8") => new NpgsqlParameter<long> { TypedValue = long.Parse(text, CultureInfo.InvariantCulture) },
        ({ } text, "bool") => new NpgsqlParameter<bool> { TypedValue = text == "true" },
        ({ } text, "timestamptz") => new NpgsqlParameter<DateTime> { TypedValue = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime },
        ({ } text, "jsonb") => new NpgsqlParameter<string> { TypedValue = text, NpgsqlDbType = NpgsqlDbType.Jsonb },
        ({ } text, _) => new NpgsqlParameter<string> { TypedValue = text },
    };
}
