using System.Collections.Concurrent;
using System.Net;
using ChatLiaison.Benchmarks.Load;
using Npgsql;

namespace ChatLiaison.Benchmarks.Measures;

/// <summary>
/// Load, then the tables locked for three seconds, then the server killed: what was answered "saved" and is not there, and what is there
/// twice although it was sent again.
/// </summary>
internal static class LossBenchmark
{
    private static readonly TimeSpan Lock = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(int rounds)
    {
        await using var stage = await SlackStage.OpenAsync();
        var (lost, twice, saved, again) = (0L, 0L, 0L, 0L);
        for (var round = 0; round < rounds; round++)
        {
            var (answered, open) = await SufferAsync(stage);
            await stage.RestartAsync();
            foreach (var number in open)
            {
                var (status, body) = await LoadRun.SendAsync(stage.Submit(stage.Product, number));
                if (status == HttpStatusCode.OK && Submissions.IsSaved(body))
                {
                    answered.Add(number);
                }
            }

            again += open.Count;
            saved += answered.Count;
            lost += await CountAsync(stage.ConnectionString, Missing, answered.Select(n => $"V{n}").ToArray());
            twice += await CountAsync(stage.ConnectionString, Repeated, []);
        }

        Console.WriteLine();
        Console.WriteLine($"{rounds} rounds of load, lock and kill: {saved} answered as saved ({again} of them only when sent again), {lost} of those lost, {twice} stored twice");
    }

    private const string Missing =
        """
        select count(*) from unnest($1::text[]) as v(id) where not exists (
            select 1 from inbox i join cases c on c.id = i.case_id where i.key like 'view:' || v.id || ':%' and c.title like '%number ' || substr(v.id, 2) || '%')
        """;

    private const string Repeated =
        """
        select count(*) from (select substring(details->>'issue' from 'number ([0-9]+)') as number from cases group by 1 having count(*) > 1) r where $1::text[] is not null
        """;

    private static async Task<(ConcurrentBag<long> Answered, ConcurrentBag<long> Open)> SufferAsync(SlackStage stage)
    {
        var answered = new ConcurrentBag<long>();
        var open = new ConcurrentBag<long>();
        using var stop = new CancellationTokenSource();
        var clients = Enumerable.Range(0, LoadRun.Clients).Select(_ => Task.Run(() => AskAsync(stage, answered, open, stop.Token))).ToList();
        await Task.Delay(2000);
        await LockAsync(stage.ConnectionString, Lock);
        await Task.Delay(1000);
        await stage.Product.KillAsync();
        await stop.CancelAsync();
        await Task.WhenAll(clients);
        return (answered, open);
    }

    private static async Task AskAsync(SlackStage stage, ConcurrentBag<long> answered, ConcurrentBag<long> open, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var number = Numbers.Next();
            try
            {
                var (status, body) = await LoadRun.SendAsync(stage.Submit(stage.Product, number), CancellationToken.None);
                (status == HttpStatusCode.OK && Submissions.IsSaved(body) ? answered : open).Add(number);
            }
            catch (HttpRequestException)
            {
                open.Add(number);
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }

    /// <summary>Holds the tables that a submission writes, so that nothing can be stored or sent.</summary>
    public static async Task LockAsync(string connectionString, TimeSpan length)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("lock table cases, promises, outbox in access exclusive mode", connection, transaction))
        {
            await hold.ExecuteNonQueryAsync();
        }

        await Task.Delay(length);
        await transaction.RollbackAsync();
    }

    private static async Task<long> CountAsync(string connectionString, string sql, string[] ids)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        ask.Parameters.Add(new() { Value = ids });
        return (long)(await ask.ExecuteScalarAsync())!;
    }
}
