using System.Text.Json;
using Npgsql;

namespace ChatLiaison.Benchmarks.Floors;

/// <summary>What a column of a copied row is given.</summary>
internal enum Part
{
    /// <summary>What the product wrote there.</summary>
    Same,

    /// <summary>A new id for each row.</summary>
    NewId,

    /// <summary>The id of the new case.</summary>
    Case,

    /// <summary>The id of the promise of the row before, for its history.</summary>
    Promise,

    /// <summary>The platform's id of the act.</summary>
    Key,

}

/// <param name="Type">PostgreSQL's name of the type.</param>
/// <param name="Text">As PostgreSQL writes it; null for a null.</param>
internal sealed record Value(Part Part, string Type, string? Text);

internal sealed record RowInsert(string Sql, IReadOnlyList<Value> Values);

/// <summary>
/// The rows of one submission, read back from what the product stored: so the floor and the peer write the very same ones.
/// </summary>
internal static class RowTemplate
{
    private static readonly (string Table, string Where)[] Tables =
    [
        ("inbox", "case_id = $1"), ("cases", "id = $1"), ("timeline", "case_id = $1"),
        ("promises", "case_id = $1"), ("promise_history", "promise_id in (select id from promises where case_id = $1)"), ("commitments", "case_id = $1"),
        ("interactions", "$1 = any(cases)"), ("outbox", "case_id = $1"),
    ];

    public static async Task<string> ReadAsync(string connectionString, Guid caseId)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var rows = new List<RowInsert>();
        foreach (var (table, where) in Tables)
        {
            rows.AddRange(await RowsAsync(source, table, where, caseId));
        }

        return JsonSerializer.Serialize(rows);
    }

    private static async Task<List<RowInsert>> RowsAsync(NpgsqlDataSource source, string table, string where, Guid caseId)
    {
        var columns = new List<(string Name, string Type)>();
        await using (var ask = source.CreateCommand(
            "select column_name, udt_name from information_schema.columns where table_name = $1 and table_schema = 'public' and is_identity = 'NO' order by ordinal_position"))
        {
            ask.Parameters.Add(new() { Value = table });
            await using var reader = await ask.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                columns.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        var places = string.Join(", ", columns.Select((c, i) => table == "cases" && c.Name == "reference" ? $"'B-' || nextval('bench_number') || left(${i + 1}, 0)" : $"${i + 1}"));
        var sql = $"insert into {table} ({string.Join(", ", columns.Select(c => c.Name))}) values ({places})";
        await using var read = source.CreateCommand($"select {string.Join(", ", columns.Select(c => c.Name + "::text"))} from {table} where {where}");
        read.Parameters.Add(new() { Value = caseId });
        await using var found = await read.ExecuteReaderAsync();
        var rows = new List<RowInsert>();
        while (await found.ReadAsync())
        {
            rows.Add(new RowInsert(sql, [.. columns.Select((c, i) => new Value(PartOf(table, c.Name), c.Type, found.IsDBNull(i) ? null : found.GetString(i)))]));
        }

        return rows;
    }

    private static Part PartOf(string table, string column) => (table, column) switch
    {
        ("inbox", "key") or ("interactions", "conversation") => Part.Key,
        ("cases", "id") or (_, "case_id") => Part.Case,
        ("promise_history", "promise_id") => Part.Promise,
        (_, "id" or "promise_id") => Part.NewId,
        _ => Part.Same,
    };
}
