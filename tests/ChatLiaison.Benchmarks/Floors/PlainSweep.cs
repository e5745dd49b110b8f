using Npgsql;

namespace ChatLiaison.Benchmarks.Floors;

/// <summary>The least that could watch promises: once a second the due rows, a batched update, a batched line of history.</summary>
internal static class PlainSweep
{
    private const int BatchSize = 1000;

    public static async Task RunAsync(string connectionString, CancellationToken cancellationToken)
    {
        var tuned = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 20, AutoPrepareMinUsages = 2 };
        await using var source = NpgsqlDataSource.Create(tuned.ConnectionString);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(cancellationToken).AsTask().ContinueWith(t => t is { IsCompletedSuccessfully: true, Result: true }, TaskScheduler.Default))
        {
            while (await SweepAsync(source) == BatchSize)
            {
            }
        }
    }

    private static async Task<int> SweepAsync(NpgsqlDataSource source)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var ids = new List<Guid>();
        await using (var take = new NpgsqlCommand("select id from promises where next_look <= $1 order by next_look limit $2 for update skip locked", connection))
        {
            take.Parameters.Add(new() { Value = now });
            take.Parameters.Add(new() { Value = BatchSize });
            await using var reader = await take.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                ids.Add(reader.GetGuid(0));
            }
        }

        if (ids.Count > 0)
        {
            await using var batch = new NpgsqlBatch(connection, transaction);
            batch.BatchCommands.Add(Command("update promises set state = 'Broken', broken_at = due_at, next_look = null, warned = 3 where id = any($1)", ids.ToArray()));
            batch.BatchCommands.Add(Command(
                "insert into promise_history (promise_id, at, what, detail) select id, $2, 'Broken', 'The due instant passed.' from unnest($1::uuid[]) as id", ids.ToArray(), now));
            await batch.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        return ids.Count;
    }

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
