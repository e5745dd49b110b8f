using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace ChatLiaison.Benchmarks.Measures;

/// <summary>How late the promises of one burst were seen broken, and how long the watcher worked on them.</summary>
/// <param name="P99">Milliseconds from a promise's due instant until its new state was committed.</param>
/// <param name="Work">Milliseconds from the reading of the clock to the last commit, over all the steps.</param>
internal sealed record Burst(double Median, double P99, double Last, double Work);

/// <summary>Watches the record of promises from outside, every few milliseconds: a line is there when its transaction is committed.</summary>
internal static class Lateness
{
    public static async Task<Burst> WatchAsync(NpgsqlDataSource source, int count, Func<Instant, Task> prepare)
    {
        var second = Now().Plus(Duration.FromSeconds(3));
        var from = await LastAsync(source);
        await prepare(second);
        var late = new List<double>(count);
        var steps = new Dictionary<Instant, Instant>();
        await using var connection = await source.OpenConnectionAsync();
        await using var ask = new NpgsqlCommand(
            "select h.id, h.at, p.due_at from promise_history h join promises p on p.id = h.promise_id where h.id > $1 and h.what = 'Broken' order by h.id", connection);
        ask.Parameters.Add(new() { Value = from });
        await ask.PrepareAsync();
        while (late.Count < count && Now() < second + Duration.FromSeconds(60))
        {
            await using (var reader = await ask.ExecuteReaderAsync())
            {
                var seen = Now();
                while (await reader.ReadAsync())
                {
                    ask.Parameters[0].Value = reader.GetInt64(0);
                    late.Add((seen - Instant.FromDateTimeUtc(reader.GetDateTime(2))).TotalMilliseconds);
                    steps[Instant.FromDateTimeUtc(reader.GetDateTime(1))] = seen;
                }
            }

            await Task.Delay(5);
        }

        late.Sort();
        if (late.Count < count)
        {
            throw new InvalidOperationException($"Only {late.Count} of {count} promises were looked at within a minute.");
        }

        return new Burst(late[count / 2], late[count * 99 / 100], late[^1], steps.Sum(s => (s.Value - s.Key).TotalMilliseconds));
    }

    private static async Task<long> LastAsync(NpgsqlDataSource source)
    {
        await using var ask = source.CreateCommand("select coalesce(max(id), 0) from promise_history");
        return (long)(await ask.ExecuteScalarAsync())!;
    }

    private static Instant Now() => TimeProvider.System.GetUtcNow().ToInstant();
}
