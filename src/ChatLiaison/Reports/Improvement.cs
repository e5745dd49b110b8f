using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>Something that was changed in how we work (S231).</summary>
/// <param name="At">When it was changed.</param>
/// <param name="Kpi">The figure of the digest that it should move.</param>
internal sealed record Improvement(Guid Id, Instant At, string What, Guid? ById, string By, Kpi Kpi)
{
    /// <summary>The reviewed case that it comes from; null for none.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The review's action that it is; null for none.</summary>
    public Guid? PromiseId { get; init; }

    /// <summary>The pattern that it answers, in words.</summary>
    public string Pattern { get; init; } = "";
}

/// <summary>A figure over two stretches of the same length, up to a change and from it on.</summary>
internal readonly record struct Effect(KpiFigure Before, KpiFigure After)
{
    public bool IsMeasurable => Before.Value is not null && After.Value is not null
        && Before.Cases >= ImprovementRules.FewestCases && After.Cases >= ImprovementRules.FewestCases;
}

/// <summary>How the effect of a change is taken, and said (S232). Pure.</summary>
internal static class ImprovementRules
{
    public const int FewestCases = 10;

    public static readonly Duration Longest = Duration.FromDays(90);

    /// <summary>As much after the change as has passed, at most ninety days, and as much before it; null when it is only now.</summary>
    public static (Interval Before, Interval After)? Spans(Instant at, Instant now) =>
        Duration.Min(now - at, Longest) is { } length && length > Duration.Zero ? (new Interval(at - length, at), new Interval(at, at + length)) : null;

    /// <summary>In a sentence without an end, such as <c>Promises kept: 82% before, 91% after (40 and 52 cases)</c>.</summary>
    public static string Say(Kpi kpi, Effect effect)
    {
        var (before, after) = (effect.Before, effect.After);
        if (!effect.IsMeasurable)
        {
            return $"{KpiWords.Name(kpi)}: too few to say ({before.Cases} before and {Count(after.Cases)} after; {FewestCases} each are needed)";
        }

        var (was, became) = (KpiWords.Figure(kpi, before.Value!.Value), KpiWords.Figure(kpi, after.Value!.Value));
        return was == became
            ? $"{KpiWords.Name(kpi)}: {was} before and after ({before.Cases} and {after.Cases} cases)"
            : $"{KpiWords.Name(kpi)}: {was} before, {became} after, {Way(kpi, before.Value.Value, after.Value.Value)} ({before.Cases} and {after.Cases} cases)";
    }

    private static string Way(Kpi kpi, double before, double after) => after > before == KpiWords.IsGood(kpi) ? "better" : "worse";

    private static string Count(int cases) => cases == 1 ? "1 case" : $"{cases} cases";
}
