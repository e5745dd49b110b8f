using ChatLiaison.Chat;
using ChatLiaison.Digests;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>How well the playbook was followed in a week, with the week before beside it, and what is pressing now.</summary>
/// <param name="AtRisk">The customers at most risk, the worst first; at most three.</param>
/// <param name="Late">The cases over target at the moment, the most pressing first; only some of <paramref name="LateCount"/>.</param>
/// <param name="LateCount">How many cases are over target and may be named.</param>
/// <param name="RestrictedLate">How many more are over target and may only be counted.</param>
internal sealed record DigestReport(
    DigestWeek Week,
    DigestFigures This,
    DigestFigures Before,
    IReadOnlyList<CustomerRisk> AtRisk,
    IReadOnlyList<LateCase> Late,
    int LateCount,
    int RestrictedLate)
{
    /// <summary>Promises kept and broken in the week by customer, those with the most broken first; only some.</summary>
    public IReadOnlyList<(string Name, Tally Tally)> ByCustomer { get; init; } = [];

    /// <summary>The same by person.</summary>
    public IReadOnlyList<(string Name, Tally Tally)> ByPerson { get; init; } = [];

    /// <summary>What other capabilities say, in the order that it stands in.</summary>
    public IReadOnlyList<DigestLines> Parts { get; init; } = [];
}

/// <summary>The figures of one week.</summary>
internal sealed record DigestFigures(
    IReadOnlyDictionary<Priority, int> Opened,
    IReadOnlyDictionary<Priority, int> Resolved,
    IReadOnlyList<PromiseCount> Promises,
    TimeSummary FirstResponse,
    TimeSummary Resolution,
    EscalationCount Escalations)
{
    /// <summary>How long it took until a case was first assessed (S46).</summary>
    public TimeSummary Triage { get; init; } = new(Spread.None, Spread.None);

    public int AllOpened => Opened.Values.Sum();

    public int AllResolved => Resolved.Values.Sum();

    public int Kept => Promises.Sum(p => p.Kept);

    public int Broken => Promises.Sum(p => p.Broken);
}

/// <summary>Promises of one kind and priority that were kept, and that were broken, within the week.</summary>
internal sealed record PromiseCount(PromiseKind Kind, Priority Priority, int Kept, int Broken);

/// <param name="ByLevel">How often each level was entered; levels never entered are absent.</param>
/// <param name="Cases">How many cases climbed at all.</param>
internal sealed record EscalationCount(IReadOnlyDictionary<int, int> ByLevel, int Cases);

/// <summary>How long something took, in opening hours and on the wall clock.</summary>
internal sealed record TimeSummary(Spread Working, Spread Calendar);

/// <summary>The middle and the slow end of a list of durations; null when there were none.</summary>
internal sealed record Spread(Duration? Median, Duration? NinetiethPercentile)
{
    public static readonly Spread None = new(null, null);
}

/// <param name="Reasons">In plain words: <c>2 broken promises</c>.</param>
internal sealed record CustomerRisk(int CustomerId, string Customer, IReadOnlyList<string> Reasons);

/// <summary>A case with a promise that is broken and still owed.</summary>
/// <param name="Kind">The promise that broke first.</param>
/// <param name="Since">When it broke.</param>
/// <param name="Card">The case's card in our triage channel; null when it never stood there.</param>
internal sealed record LateCase(string Reference, Priority Priority, int CustomerId, PromiseKind Kind, Instant Since, MessageRef? Card);
