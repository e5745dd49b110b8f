using ChatLiaison.Benchmarks.Running;

namespace ChatLiaison.Benchmarks.Measures;

/// <summary><c>/escalate</c> answered with its modal opened, a second.</summary>
internal static class EscalateBenchmark
{
    public static async Task RunAsync(int rounds, bool bolt)
    {
        await using var stage = await SlackStage.OpenAsync();
        await using var floor = await Peer.FloorAsync(stage.Slack, stage.ViewFile);
        await using var peer = bolt ? await Peer.BoltAsync(stage.Slack, stage.ViewFile) : null;
        var contenders = new List<Contender> { Of("product", stage.Product), Of("floor", floor) };
        if (peer is not null)
        {
            contenders.Add(Of("bolt", peer));
        }

        var before = stage.Slack.Opens;
        var taken = await Pairing.RunAsync(rounds, [.. contenders]);
        Tables.Print($"/escalate answered and modal opened ({stage.Slack.Opens - before} modals)", taken);
        Tables.Compare(taken, "product", "floor");
        if (peer is not null)
        {
            Tables.Compare(taken, "product", "bolt");
        }
    }

    private static Contender Of(string name, Child child) => new(name, child, SlackStage.Command, body => body.IsEmpty);
}
