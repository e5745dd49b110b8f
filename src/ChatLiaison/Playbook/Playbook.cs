using ChatLiaison.Time;

namespace ChatLiaison.Playbook;

/// <summary>The whole of what the team wrote down, checked: every name that it mentions exists.</summary>
/// <param name="Version">A short hash of the content; equal for equal content.</param>
/// <param name="WarnAt">The shares of a promise's span at which its owner is warned, ascending, between 0 and 1.</param>
/// <param name="Levels">The ladder, from level 0 up.</param>
#pragma warning disable MA0049 // A playbook is the best word for the folder and for what it holds.
internal sealed record Playbook(
#pragma warning restore MA0049
    string Version,
    OrganisationSettings Organisation,
    IReadOnlyDictionary<Priority, PriorityPolicy> Priorities,
    IReadOnlyList<double> WarnAt,
    FollowUpPolicy FollowUp,
    IReadOnlyDictionary<string, BusinessCalendar> Calendars,
    IReadOnlyList<EscalationLevel> Levels,
    IReadOnlyDictionary<string, Script> Scripts,
    IReadOnlyList<CaseType> CaseTypes)
{
    public required ProposalMatrix Proposals { get; init; }

    public required HandoverPolicy Handover { get; init; }

    public required ResolutionPolicy Resolution { get; init; }

    /// <summary>By key, in the order of the files.</summary>
    public required IReadOnlyDictionary<string, Scenario> Scenarios { get; init; }

    public required WordPolicy Wording { get; init; }

    public required KnowledgePolicy Knowledge { get; init; }

    /// <summary>All ready words for customers, those of scenarios too.</summary>
    public IEnumerable<Script> Phrases => Scripts.Values.Concat(Scenarios.Values.SelectMany(s => s.Steps).SelectMany(s => s.Say));

    public PriorityPolicy For(Priority priority) => Priorities[priority];

    /// <exception cref="KeyNotFoundException">The playbook has no calendar of this name; names inside a playbook are checked.</exception>
    public BusinessCalendar Calendar(string name) => Calendars[name];

    public Priority Propose(Impact impact, Urgency urgency, bool critical) => Proposals.Propose(impact, urgency, critical);
}
