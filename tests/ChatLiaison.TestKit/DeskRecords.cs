using Npgsql;

namespace ChatLiaison.TestKit;

/// <summary>Looks into a desk's database from outside.</summary>
public sealed class DeskRecords(string connectionString) : IDisposable
{
    /// <summary>Messages that wait and could go out before an instant, or are under way, in words.</summary>
    public Task<IReadOnlyList<string>> WaitingAsync(DateTimeOffset until) => ListAsync(
        """
        select o.lane || ' ' || o.kind || ' ' || o.state || ' ' || coalesce(o.live, '') || ' ' || coalesce(o.last_error, '')
        from outbox o left join lanes l on l.lane = o.lane
        where o.state = 'Claimed'
            or (o.state = 'Pending' and greatest(o.not_before, coalesce(l.next_at, o.not_before)) <= $1)
            or (o.state = 'Uncertain' and o.not_before <= $1)
        """, until);

    /// <summary>A word that changes whenever the desk does anything.</summary>
    public async Task<string> MarkAsync() => (await ListAsync(
        """
        select (select count(*) from outbox)::text || '/' || (select count(*) from timeline) || '/' || (select coalesce(sum(version), 0) from cases)
            || '/' || (select count(*) from nudges) || '/' || (select count(*) from promises where fulfilled_at is null)
        """))[0];

    public Task<IReadOnlyList<string>> DeadAsync() => ListAsync("select lane || ': ' || coalesce(last_error, '') from outbox where state = 'Dead'");

    public void Dispose()
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    /// <summary>Runs a query whose first column is text.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        var found = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        }

        return found;
    }

    public async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
