using ChatLiaison.Benchmarks.Load;
using ChatLiaison.Benchmarks.Running;

namespace ChatLiaison.Benchmarks.Measures;

/// <summary>From the start of the process to readiness on a database that exists, and the memory it then holds.</summary>
internal static class StartBenchmark
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(8);

    public static async Task RunAsync(int rounds)
    {
        await using var stage = await SlackStage.OpenAsync();
        var rows = await stage.SeeRowsAsync();
        var ready = new List<double>();
        var first = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            await stage.Product.DisposeAsync();
            ready.Add((await stage.RestartAsync()).TotalMilliseconds);
            var began = TimeProvider.System.GetTimestamp();
            await LoadRun.SendAsync(SlackStage.Command(stage.Product, Numbers.Next()));
            first.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        await using var floor = await Peer.FloorAsync(stage.Slack, stage.ViewFile, rows, await stage.NewDatabaseAsync());
        await Task.Delay(Rest);
        var (idle, idleFloor) = (stage.Product.ResidentMegabytes, floor.ResidentMegabytes);
        var (busy, busyFloor) = (await BusyAsync(stage, stage.Product), await BusyAsync(stage, floor));
        Console.WriteLine();
        Console.WriteLine($"start to ready: {Tables.Spread(ready, "0")} ms; the first command after it: {Tables.Spread(first, "0")} ms");
        Console.WriteLine(FormattableString.Invariant($"resident, idle: product {idle:0} MB, floor {idleFloor:0} MB, {idle / idleFloor:0.00} times"));
        Console.WriteLine(FormattableString.Invariant($"resident, the most under load: product {busy:0} MB, floor {busyFloor:0} MB, {busy / busyFloor:0.00} times"));
    }

    private static async Task<double> BusyAsync(SlackStage stage, Child server)
    {
        await LoadRun.RunAsync(server, Length, SlackStage.Command, body => body.IsEmpty);
        await LoadRun.RunAsync(server, Length, stage.Submit, Submissions.IsSaved);
        return ProcStatus.Kilobytes(server.Id, "VmHWM") / 1024.0;
    }
}
