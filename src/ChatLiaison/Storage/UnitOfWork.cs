using NodaTime;
using Npgsql;

namespace ChatLiaison.Storage;

/// <summary>
/// Everything that one act changes, in one transaction. Writes are collected and go out in one round trip at <see cref="CommitAsync"/>;
/// a read goes out at once, after the writes collected so far, and opens the transaction. Disposed without a commit, nothing happened.
/// </summary>
internal sealed class UnitOfWork(NpgsqlDataSource source, Instant now) : IAsyncDisposable
{
    private readonly List<Action> afterCommit = [];
    private readonly Dictionary<int, Action<Row>> answers = [];
    private readonly List<RowInsert> inserts = [];
    private NpgsqlBatch? batch;
    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;

    /// <summary>The instant of the act, read once at the edge.</summary>
    public Instant Now { get; } = now;

    /// <summary>
    /// Collects a row. Rows of one form go out as one statement, where the first of them was collected, unless something else that was collected
    /// since then names their table.
    /// </summary>
    public void Insert(RowForm form, params object?[] values)
    {
        if (inserts.Find(i => i.Form == form && i.HasRoom) is { } open)
        {
            open.Add(values);
            return;
        }

        Write(form.Sql(1), values);
        inserts.Add(new(form, batch!.BatchCommands[^1]));
    }

    /// <summary>Collects a write. Values are given by position.</summary>
    public void Write(string sql, params object?[] values)
    {
        inserts.RemoveAll(i => sql.Contains(i.Form.Table, StringComparison.Ordinal));
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(SqlValue.Parameter(value));
        }

        batch ??= new NpgsqlBatch();
        batch.BatchCommands.Add(command);
    }

    /// <summary>Collects a write that gives rows back; they are handed over when the writes go out.</summary>
    public void Write(string sql, object?[] values, Action<Row> read)
    {
        Write(sql, values);
        answers[batch!.BatchCommands.Count - 1] = read;
    }

    /// <summary>Reads inside the transaction; a <c>for update</c> holds its rows until the end.</summary>
    public async Task<List<T>> ReadAsync<T>(string sql, object?[] values, Func<Row, T> read, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        await OpenAsync(cancellationToken);
        transaction ??= await connection!.BeginTransactionAsync(cancellationToken);
        var command = connection!.CreateCommand();
        command.CommandText = sql;
        return await new Query(command, values).ListAsync(read, cancellationToken);
    }

    /// <summary>Sends what is collected so far, in the transaction, without ending it.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (batch is null)
        {
            return;
        }

        await OpenAsync(cancellationToken);
        transaction ??= await connection!.BeginTransactionAsync(cancellationToken);
        await SendAsync(cancellationToken);
    }

    /// <summary>Something to do once the transaction is on disk, and never when it is not: waking the outbox, for instance.</summary>
    public void AfterCommit(Action act)
    {
        if (!afterCommit.Contains(act))
        {
            afterCommit.Add(act);
        }
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (batch is not null)
        {
            // A batch sent outside a transaction is one by itself: begin, writes and commit in a single round trip.
            await OpenAsync(cancellationToken);
            await SendAsync(cancellationToken);
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        foreach (var act in afterCommit)
        {
            act();
        }
    }

    public async ValueTask DisposeAsync()
    {
        batch?.Dispose();
        if (transaction is not null)
        {
            await transaction.DisposeAsync();
        }

        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        var sending = batch!;
        batch = null;
        inserts.Clear();
        sending.Connection = connection;
        sending.Transaction = transaction;
        await using (sending)
        {
            if (answers.Count == 0)
            {
                await sending.ExecuteNonQueryAsync(cancellationToken);
            }
            else
            {
                await ReadAnswersAsync(sending, cancellationToken);
            }
        }
    }

    private async Task ReadAnswersAsync(NpgsqlBatch sending, CancellationToken cancellationToken)
    {
        await using var reader = await sending.ExecuteReaderAsync(cancellationToken);
        // Statements that give no rows have no result of their own: the results come in the order of those that do.
        foreach (var (_, read) in answers.OrderBy(a => a.Key))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                read(new Row(reader));
            }

            await reader.NextResultAsync(cancellationToken);
        }

        answers.Clear();
    }

    private async Task OpenAsync(CancellationToken cancellationToken) => connection ??= await source.OpenConnectionAsync(cancellationToken);
}
