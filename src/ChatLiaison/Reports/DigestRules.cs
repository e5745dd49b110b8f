using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>What speaks for a customer being at risk.</summary>
/// <param name="Broken">Promises to them that broke within the week.</param>
/// <param name="Late">Their cases over target now.</param>
/// <param name="OpenByLevel">Their open cases by escalation level.</param>
/// <param name="Critical">Their open cases of the highest priority.</param>
/// <param name="Moods">How their people sounded in the open cases that may be spoken of.</param>
internal sealed record CustomerSigns(
    int CustomerId, int Broken, int Late, IReadOnlyDictionary<int, int> OpenByLevel, int Critical, IReadOnlyList<string> Moods);

/// <summary>How the digest's figures are made. Pure.</summary>
internal static class DigestRules
{
    private const int MostAtRisk = 3;

    private static readonly (string Mood, int Weight)[] BadMoods = [("at risk of leaving", 6), ("angry", 3), ("frustrated", 1)];

    /// <param name="ticks">Durations in units of 100 ns, in any order; they are sorted in place.</param>
    public static Spread SpreadOf(long[] ticks)
    {
        Array.Sort(ticks);
        return ticks.Length == 0 ? Spread.None : new(Percentile(ticks, 0.5), Percentile(ticks, 0.9));
    }

    /// <summary>Between the two nearest values in proportion, as spreadsheets and PostgreSQL's <c>percentile_cont</c> do.</summary>
    /// <param name="sorted">Ascending; at least one.</param>
    /// <param name="share">From 0 to 1.</param>
    public static Duration Percentile(long[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var (below, above) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
        return Duration.FromTicks(below + ((above - below) * (place - Math.Floor(place))));
    }

    /// <summary>The three customers at most risk, each with the reasons; customers without any sign of it are left out.</summary>
    public static IReadOnlyList<CustomerRisk> MostAtRiskOf(
        IEnumerable<CustomerSigns> customers, IReadOnlyList<EscalationLevel> levels, Func<int, string> nameOf) =>
        [
            .. customers.Select(signs => (Signs: signs, Weight: Weight(signs, levels)))
                .Where(c => c.Weight > 0)
                .OrderByDescending(c => c.Weight).ThenBy(c => c.Signs.CustomerId)
                .Take(MostAtRisk)
                .Select(c => new CustomerRisk(c.Signs.CustomerId, nameOf(c.Signs.CustomerId), [.. Reasons(c.Signs, levels)])),
        ];

    private static int Weight(CustomerSigns signs, IReadOnlyList<EscalationLevel> levels) =>
        (2 * signs.Broken) + (2 * signs.Late) + (2 * signs.Critical) + (4 * High(signs, levels).Sum(l => l.Cases)) + WorstMood(signs).Weight;

    private static IEnumerable<string> Reasons(CustomerSigns signs, IReadOnlyList<EscalationLevel> levels)
    {
        if (signs.Broken > 0)
        {
            yield return Count(signs.Broken, "broken promise");
        }

        if (signs.Late > 0)
        {
            yield return $"{Count(signs.Late, "case")} over target";
        }

        foreach (var (level, cases) in High(signs, levels))
        {
            yield return $"{Count(cases, "case")} at {level.Name.ToLowerInvariant()}";
        }

        if (signs.Critical > 0)
        {
            yield return Count(signs.Critical, "open P1 case");
        }

        if (WorstMood(signs) is { Weight: > 0 } worst)
        {
            yield return $"sentiment {worst.Mood}";
        }
    }

    /// <summary>The cases that have climbed out of the hands of support and engineering.</summary>
    private static IEnumerable<(EscalationLevel Level, int Cases)> High(CustomerSigns signs, IReadOnlyList<EscalationLevel> levels) =>
        levels.Where(l => l.Role is Role.Management or Role.Executive)
            .Select(l => (l, signs.OpenByLevel.GetValueOrDefault(l.Number)))
            .Where(l => l.Item2 > 0);

    private static (string Mood, int Weight) WorstMood(CustomerSigns signs) =>
        Array.Find(BadMoods, bad => signs.Moods.Any(mood => mood.Replace('-', ' ').Equals(bad.Mood, StringComparison.OrdinalIgnoreCase)));

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
