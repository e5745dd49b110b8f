using ChatLiaison.Benchmarks.Load;
using ChatLiaison.Benchmarks.Running;

namespace ChatLiaison.Benchmarks.Measures;

/// <summary>A submitted form, stored and answered, a second.</summary>
internal static class SubmitBenchmark
{
    public static async Task RunAsync(int rounds, bool bolt)
    {
        await using var stage = await SlackStage.OpenAsync();
        var rows = await stage.SeeRowsAsync();
        await using var floor = await Peer.FloorAsync(stage.Slack, stage.ViewFile, rows, await stage.NewDatabaseAsync());
        await using var peer = bolt ? await Peer.BoltAsync(stage.Slack, stage.ViewFile, rows, await stage.NewDatabaseAsync()) : null;
        var contenders = new List<Contender> { Of("product", stage.Product, stage), Of("floor", floor, stage) };
        if (peer is not null)
        {
            contenders.Add(Of("bolt", peer, stage));
        }

        var taken = await Pairing.RunAsync(rounds, [.. contenders]);
        Tables.Print("form submitted and stored", taken);
        Tables.Compare(taken, "product", "floor");
        if (peer is not null)
        {
            Tables.Compare(taken, "product", "bolt");
        }
    }

    private static Contender Of(string name, Child child, SlackStage stage) => new(name, child, stage.Submit, Submissions.IsSaved);
}
