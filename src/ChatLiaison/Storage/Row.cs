using NodaTime;
using Npgsql;

namespace ChatLiaison.Storage;

/// <summary>One row of an answer, read by column number, left to right.</summary>
internal readonly struct Row(NpgsqlDataReader reader)
{
    public bool IsNull(int column) => reader.IsDBNull(column);

    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public Guid Id(int column) => reader.GetGuid(column);

    public Guid? IdOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);

    public int Int(int column) => reader.GetInt32(column);

    public long Long(int column) => reader.GetInt64(column);

    public bool Flag(int column) => reader.GetBoolean(column);

    public double Number(int column) => reader.GetDouble(column);

    public Instant At(int column) => Instant.FromDateTimeUtc(reader.GetDateTime(column));

    public Instant? AtOrNull(int column) => reader.IsDBNull(column) ? null : At(column);

    /// <summary>A duration kept as whole milliseconds.</summary>
    public Duration Span(int column) => Duration.FromMilliseconds(reader.GetInt64(column));

    public Duration? SpanOrNull(int column) => reader.IsDBNull(column) ? null : Span(column);

    /// <summary>An enum kept by name.</summary>
    public T Named<T>(int column)
        where T : struct, Enum => Enum.Parse<T>(reader.GetString(column));

    public string[] Texts(int column) => reader.GetFieldValue<string[]>(column);

    public Guid[] Ids(int column) => reader.GetFieldValue<Guid[]>(column);

    public int[] Ints(int column) => reader.GetFieldValue<int[]>(column);

    /// <summary>Many instants at a small part of what as many rows would cost.</summary>
    public Instant[] Instants(int column) => Array.ConvertAll(reader.GetFieldValue<DateTime[]>(column), Instant.FromDateTimeUtc);
}
