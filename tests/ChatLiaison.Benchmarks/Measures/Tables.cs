using System.Globalization;
using ChatLiaison.Benchmarks.Load;

namespace ChatLiaison.Benchmarks.Measures;

/// <summary>Figures as a small table: the median, and from the least to the most.</summary>
internal static class Tables
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    public static string Spread(IReadOnlyCollection<double> values, string format = "0.##") => string.Create(
        CultureInfo.InvariantCulture,
        $"{Median(values).ToString(format, CultureInfo.InvariantCulture)} ({values.Min().ToString(format, CultureInfo.InvariantCulture)}–{values.Max().ToString(format, CultureInfo.InvariantCulture)})");

    public static void Print(string title, IReadOnlyDictionary<string, List<Round>> rounds)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        Console.WriteLine($"  {"",-12} {"a second",-24} {"CPU ms a request",-24} {"99th ms",-22} failed");
        foreach (var (name, list) in rounds)
        {
            Console.WriteLine(
                $"  {name,-12} {Spread([.. list.Select(r => r.PerSecond)], "0"),-24} {Spread([.. list.Select(r => r.CpuMilliseconds)], "0.000"),-24} {Spread([.. list.Select(r => r.P99)], "0.0"),-22} {list.Sum(r => r.Failed)}");
            Console.WriteLine($"    each round: {string.Join(" ", list.Select(r => r.PerSecond.ToString("0", System.Globalization.CultureInfo.InvariantCulture)))}");
        }
    }

    /// <summary>The ratios of the first to another, round by round.</summary>
    public static void Compare(IReadOnlyDictionary<string, List<Round>> rounds, string one, string other)
    {
        var pairs = rounds[one].Zip(rounds[other]).ToList();
        Console.WriteLine(
            $"  {one} to {other}: {Spread([.. pairs.Select(p => p.First.PerSecond / p.Second.PerSecond)])} times as many a second, {Spread([.. pairs.Select(p => p.First.CpuMilliseconds / p.Second.CpuMilliseconds)])} times the CPU a request");
    }
}
