using System.Globalization;
using ChatLiaison.Benchmarks.Floors;
using ChatLiaison.Benchmarks.Measures;

[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

var name = args.Length > 0 ? args[0] : "";
var rounds = args.Length > 1 && int.TryParse(args[1], CultureInfo.InvariantCulture, out var asked) ? asked : 5;
var measures = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["escalate"] = () => EscalateBenchmark.RunAsync(rounds, bolt: true),
    ["submit"] = () => SubmitBenchmark.RunAsync(rounds, bolt: true),
    ["teams"] = () => TeamsBenchmark.RunAsync(rounds),
    ["watcher"] = () => WatcherBenchmark.RunAsync(rounds),
    ["start"] = () => StartBenchmark.RunAsync(rounds),
    ["loss"] = () => LossBenchmark.RunAsync(3),
    ["patience"] = () => PatienceBenchmark.RunAsync(rounds),
};

switch (name)
{
    case "floor":
        return await SlackFloor.RunAsync();
    case "teams-floor":
        return await TeamsFloor.RunAsync();
    case "digest":
        return await DigestBenchmark.RunAsync(args[1..]);
    case "all":
        foreach (var measure in measures.Values)
        {
            await measure();
        }

        return await DigestBenchmark.RunAsync([]);
    case var known when measures.TryGetValue(known, out var one):
        await one();
        return 0;
    default:
        Console.WriteLine($"dotnet run -c Release --project tests/ChatLiaison.Benchmarks -- NAME [ROUNDS], where NAME is {string.Join(", ", measures.Keys)}, digest or all.");
        return 1;
}
