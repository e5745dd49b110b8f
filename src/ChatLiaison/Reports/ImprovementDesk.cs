using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>An improvement, and what it did to the figure that it should move.</summary>
internal sealed record Measured(Improvement Improvement, Effect Effect)
{
    public string Words => ImprovementRules.Say(Improvement.Kpi, Effect);
}

/// <summary>Measures what improvements did.</summary>
internal sealed class ImprovementDesk(ImprovementStore store, KpiReader kpis)
{
    private const int MostTold = 3;
    private const int MostLookedAt = 10;

    /// <summary>A digest comes once a week, so a stretch that ended a day ago is still looked at.</summary>
    private static readonly Duration GivenUp = ImprovementRules.Longest + Duration.FromDays(14);

    public async Task<Measured> MeasureAsync(Improvement improvement, Instant now, CancellationToken cancellationToken) =>
        ImprovementRules.Spans(improvement.At, now) is { } spans
            ? new(improvement, new Effect(
                await kpis.ReadAsync(improvement.Kpi, spans.Before, cancellationToken), await kpis.ReadAsync(improvement.Kpi, spans.After, cancellationToken)))
            : new(improvement, default);

    /// <summary>Those that have become measurable and were not told of in an earlier digest.</summary>
    /// <param name="digest">The end of the digest's week.</param>
    public async Task<IReadOnlyList<Measured>> NewlyAsync(Instant digest, CancellationToken cancellationToken)
    {
        var found = new List<Measured>();
        foreach (var improvement in await store.UntoldAsync(digest - GivenUp, digest, MostLookedAt, cancellationToken))
        {
            if (found.Count < MostTold && await MeasureAsync(improvement, digest, cancellationToken) is { Effect.IsMeasurable: true } measured)
            {
                found.Add(measured);
            }
        }

        return found;
    }
}
