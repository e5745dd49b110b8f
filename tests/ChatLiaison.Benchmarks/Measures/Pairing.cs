using ChatLiaison.Benchmarks.Load;
using ChatLiaison.Benchmarks.Running;

namespace ChatLiaison.Benchmarks.Measures;

/// <param name="Make">Makes a signed request.</param>
/// <param name="Judge">Whether an answer is right.</param>
internal sealed record Contender(string Name, Child Child, Func<Child, long, HttpRequestMessage> Make, Func<ReadOnlyMemory<byte>, bool> Judge);

/// <summary>
/// Measures several servers in turn, A B A B …, so that whatever else the machine does falls on all of them alike. Those whose turn it is
/// not are frozen meanwhile: their timers and their queues take nothing from the one that runs.
/// </summary>
internal static class Pairing
{
    /// <summary>Long enough for the just-in-time compilers to be done with their second thoughts.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(4);

    public static async Task<Dictionary<string, List<Round>>> RunAsync(int rounds, params Contender[] contenders)
    {
        foreach (var one in contenders)
        {
            await one.Child.SignalAsync("STOP");
        }

        foreach (var one in contenders)
        {
            await AloneAsync(one, WarmUp);
        }

        var taken = contenders.ToDictionary(c => c.Name, _ => new List<Round>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var one in contenders)
            {
                taken[one.Name].Add(await AloneAsync(one, Length));
            }
        }

        foreach (var one in contenders)
        {
            await one.Child.SignalAsync("CONT");
        }

        return taken;
    }

    private static async Task<Round> AloneAsync(Contender one, TimeSpan length)
    {
        await one.Child.SignalAsync("CONT");
        var round = await LoadRun.RunAsync(one.Child, length, one.Make, one.Judge);
        await one.Child.SignalAsync("STOP");
        return round;
    }
}
