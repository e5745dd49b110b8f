using ChatLiaison.Benchmarks.Load;

namespace ChatLiaison.Benchmarks.Measures;

/// <summary>The slowest <c>/escalate</c> while the tables are locked and submissions pile up behind them, and right after a start.</summary>
internal static class PatienceBenchmark
{
    public static async Task RunAsync(int rounds)
    {
        await using var stage = await SlackStage.OpenAsync();
        var locked = new List<double>();
        var fresh = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            await LoadRun.RunAsync(stage.Product, TimeSpan.FromSeconds(1), stage.Submit, Submissions.IsSaved);
            var held = LossBenchmark.LockAsync(stage.ConnectionString, TimeSpan.FromSeconds(3));
            await Task.Delay(100);
            var piling = Enumerable.Range(0, LoadRun.Clients).Select(_ => LoadRun.SendAsync(stage.Submit(stage.Product, Numbers.Next()))).ToList();
            locked.Add(await SlowestAsync(stage, held));
            await Task.WhenAll(piling);
            await stage.Product.DisposeAsync();
            await stage.RestartAsync();
            fresh.Add(await OneAsync(stage));
        }

        Console.WriteLine();
        Console.WriteLine($"the slowest /escalate while the tables are locked: {Tables.Spread(locked, "0")} ms; the first after a start: {Tables.Spread(fresh, "0")} ms");
    }

    private static async Task<double> SlowestAsync(SlackStage stage, Task held)
    {
        var slowest = 0.0;
        while (!held.IsCompleted)
        {
            slowest = Math.Max(slowest, await OneAsync(stage));
            await Task.Delay(10);
        }

        return slowest;
    }

    private static async Task<double> OneAsync(SlackStage stage)
    {
        var before = stage.Slack.Opens;
        var began = TimeProvider.System.GetTimestamp();
        await LoadRun.SendAsync(SlackStage.Command(stage.Product, Numbers.Next()));
        var taken = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
        return stage.Slack.Opens > before ? taken : throw new InvalidOperationException("A command opened no modal.");
    }
}
