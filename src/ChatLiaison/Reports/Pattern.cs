using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>What may turn out to be a pattern.</summary>
internal enum PatternTopic
{
    Reason,
    RootCause,
    DetectionGap,
    KeepsComing,
    MissingInBriefs,
    BrokenPromise,
    CameBack,
}

/// <summary>Something that happened more than once, beside how often it did in the stretch before.</summary>
/// <param name="What">The playbook's key where it is read, its name where it is drawn.</param>
internal sealed record Pattern(PatternTopic Topic, string What, int Now, int Before)
{
    public int Rise => Now - Before;
}

internal static class PatternRules
{
    public static readonly IReadOnlyList<int> Spans = [30, 90];

    /// <summary>What was typed as a span of days; null for none of ours.</summary>
    public static int? DaysOf(string typed) => typed.Trim().TrimEnd('d', 'D') switch
    {
        "" => Spans[0],
        "30" => 30,
        "90" => 90,
        _ => null,
    };

    /// <summary>The days up to now, and as many before them.</summary>
    public static (Interval Before, Interval Now) Of(int days, Instant now) =>
        (new Interval(now - Duration.FromDays(2 * days), now - Duration.FromDays(days)), new Interval(now - Duration.FromDays(days), now));

    /// <summary>What rose most first; what happens no more is no pattern.</summary>
    public static IEnumerable<Pattern> Rising(IEnumerable<Pattern> patterns) => patterns.Where(p => p.Now > 0)
        .OrderByDescending(p => p.Rise).ThenByDescending(p => p.Now).ThenBy(p => p.Topic).ThenBy(p => p.What, StringComparer.Ordinal);

    public static string Name(PatternTopic topic) => topic switch
    {
        PatternTopic.Reason => "Reasons",
        PatternTopic.RootCause => "Root causes",
        PatternTopic.DetectionGap => "Why they saw it first",
        PatternTopic.KeepsComing => "Keeps coming",
        PatternTopic.MissingInBriefs => "Briefs sent back for want of",
        PatternTopic.BrokenPromise => "Broken promises",
        _ => "Came back",
    };
}
