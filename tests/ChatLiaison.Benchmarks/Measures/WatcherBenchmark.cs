using System.Globalization;
using ChatLiaison.Benchmarks.Data;
using ChatLiaison.Benchmarks.Fakes;
using ChatLiaison.Benchmarks.Floors;
using ChatLiaison.Benchmarks.Running;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace ChatLiaison.Benchmarks.Measures;

/// <summary>Five thousand promises due within one second, among ten thousand, a hundred thousand and a million.</summary>
internal static class WatcherBenchmark
{
    private const int Due = 5000;

    private static readonly int[] Sizes = [100_000, 10_000, 1_000_000];

    public static async Task RunAsync(int rounds)
    {
        await using var bench = await Bench.OpenAsync();
        await using var slack = await FakeSlack.StartAsync();
        Console.WriteLine();
        Console.WriteLine($"{Due} promises due in one second");
        foreach (var among in Sizes)
        {
            await AmongAsync(bench, slack, among, rounds, beside: among == 100_000);
        }
    }

    private static async Task AmongAsync(Bench bench, FakeSlack slack, int among, int rounds, bool beside)
    {
        var connectionString = await FilledAsync(bench, slack, among);
        await using var source = NpgsqlDataSource.Create(connectionString);
        var (product, _) = await Product.StartAsync(connectionString, slack);
        await using var owned = product;
        var mine = new List<Burst>();
        var plain = new List<Burst>();
        await WatchAsync(source, among, 0);
        for (var round = 1; round <= rounds; round++)
        {
            mine.Add(await WatchAsync(source, among, round));
            await Task.Delay(2000);
            if (beside)
            {
                await product.SignalAsync("STOP");
                plain.Add(await PlainAsync(source, connectionString, among, round));
                await product.SignalAsync("CONT");
                await Task.Delay(6000);
            }
        }

        Print($"product, among {among}", mine);
        if (beside)
        {
            Print("plain sweep", plain);
            Console.WriteLine($"  product to plain sweep, 99th of 100: {Tables.Spread([.. mine.Zip(plain).Select(p => p.First.P99 / p.Second.P99)])}");
        }

        await IdleAsync(bench, among);
    }

    private static async Task<string> FilledAsync(Bench bench, FakeSlack slack, int among)
    {
        var connectionString = await bench.NewDatabaseAsync();
        await Product.ImportAsync(connectionString, slack);
        await using var source = NpgsqlDataSource.Create(connectionString);
        await DuePromises.FillAsync(source, among, Now());
        return connectionString;
    }

    private static Task<Burst> WatchAsync(NpgsqlDataSource source, int among, int round) =>
        Lateness.WatchAsync(source, Due, second => DuePromises.MakeDueAsync(source, 1 + (round * Due % among), Due, second));

    private static async Task<Burst> PlainAsync(NpgsqlDataSource source, string connectionString, int among, int round)
    {
        using var stop = new CancellationTokenSource();
        var sweep = PlainSweep.RunAsync(connectionString, stop.Token);
        var burst = await WatchAsync(source, among, round);
        await stop.CancelAsync();
        await sweep;
        return burst;
    }

    /// <summary>With nothing to do and the server running: what a minute costs PostgreSQL.</summary>
    private static async Task IdleAsync(Bench bench, int among)
    {
        await Task.Delay(15_000);
        var before = bench.Processor;
        await Task.Delay(60_000);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  PostgreSQL in an idle minute, {among} promises: {(bench.Processor - before).TotalSeconds:0.00} s of CPU"));
    }

    private static void Print(string name, List<Burst> bursts) => Console.WriteLine(
        $"  {name,-24} late, ms: median {Tables.Spread([.. bursts.Select(b => b.Median)], "0")}, 99th {Tables.Spread([.. bursts.Select(b => b.P99)], "0")}, last {Tables.Spread([.. bursts.Select(b => b.Last)], "0")}; at work {Tables.Spread([.. bursts.Select(b => b.Work)], "0")} ms");

    private static Instant Now() => TimeProvider.System.GetUtcNow().ToInstant();
}
