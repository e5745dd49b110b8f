using Npgsql;

namespace ChatLiaison.Jobs.Quartz;

/// <summary>Makes the schema that Quartz then fills with its own tables, apart from the desk's.</summary>
internal static class QuartzSchema
{
    public const string Name = "quartz";

    // "QRTZ" in numbers; servers that start together would else race for the same schema and tables.
    private const long StartLock = 0x5152545A;

    /// <summary>Runs the work while no other server of the cluster makes or checks the schema.</summary>
    public static async Task WithinStartLockAsync(string connectionString, Func<Task> work, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using (var take = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { Parameters = { new() { Value = StartLock } } })
            await take.ExecuteNonQueryAsync(cancellationToken);
        await using (var create = new NpgsqlCommand($"create schema if not exists {Name}", connection))
            await create.ExecuteNonQueryAsync(cancellationToken);
        try
        {
            await work();
        }
        finally
        {
            // The connection goes back to its pool, where the lock would outlive this start.
            await using var release = new NpgsqlCommand("select pg_advisory_unlock_all()", connection);
            await release.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }
}
