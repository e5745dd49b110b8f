using Npgsql;

namespace ChatLiaison.Storage;

/// <summary>One statement that reads. Values are given by position: <c>$1</c>, <c>$2</c>.</summary>
internal readonly struct Query
{
    private readonly NpgsqlCommand command;

    internal Query(NpgsqlCommand command, object?[] values)
    {
        this.command = command;
        foreach (var value in values)
        {
            command.Parameters.Add(SqlValue.Parameter(value));
        }
    }

    public async Task<List<T>> ListAsync<T>(Func<Row, T> read, CancellationToken cancellationToken)
    {
        await using var owned = command;
        await using var reader = await owned.ExecuteReaderAsync(cancellationToken);
        var list = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            list.Add(read(new Row(reader)));
        }

        return list;
    }

    /// <summary>The first row, or the type's default when there is none.</summary>
    public async Task<T?> FirstAsync<T>(Func<Row, T> read, CancellationToken cancellationToken)
    {
        await using var owned = command;
        await using var reader = await owned.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? read(new Row(reader)) : default;
    }

    /// <summary>Runs a statement by itself, outside any unit of work, and gives the number of rows it touched.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var owned = command;
        return await owned.ExecuteNonQueryAsync(cancellationToken);
    }
}
