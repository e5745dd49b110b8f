using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace ChatLiaison.Storage;

/// <summary>How our values become parameters: an instant as timestamptz, a duration as milliseconds, an enum by name.</summary>
internal static class SqlValue
{
    private const NpgsqlDbType Instants = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz;

    public static NpgsqlParameter Parameter(object? value) => value switch
    {
        null => new NpgsqlParameter { Value = DBNull.Value },
        string text => new NpgsqlParameter<string> { TypedValue = text },
        Guid id => new NpgsqlParameter<Guid> { TypedValue = id },
        int number => new NpgsqlParameter<int> { TypedValue = number },
        long number => new NpgsqlParameter<long> { TypedValue = number },
        bool flag => new NpgsqlParameter<bool> { TypedValue = flag },
        Instant at => new NpgsqlParameter<DateTime> { TypedValue = at.ToDateTimeUtc() },
        Duration span => new NpgsqlParameter<long> { TypedValue = (long)span.TotalMilliseconds },
        Enum name => new NpgsqlParameter<string> { TypedValue = name.ToString() },

        // Left to itself Npgsql judges an array by its first element, and takes a null there for a time without a zone.
        Instant[] many => new NpgsqlParameter<DateTime[]> { NpgsqlDbType = Instants, TypedValue = [.. many.Select(x => x.ToDateTimeUtc())] },
        Instant?[] many => new NpgsqlParameter<DateTime?[]> { NpgsqlDbType = Instants, TypedValue = [.. many.Select(x => x?.ToDateTimeUtc())] },
        Duration[] many => new NpgsqlParameter<long[]> { TypedValue = [.. many.Select(x => (long)x.TotalMilliseconds)] },
        _ => new NpgsqlParameter { Value = value },
    };
}
