using ChatLiaison.Commands;
using NodaTime;

namespace ChatLiaison.Playbook;

/// <summary>When a case moves up to a level: at the first of these. A level with none of them is entered only when the one below did not answer.</summary>
/// <param name="Age">Since the case was opened.</param>
/// <param name="Investigating">Time spent in the state of being investigated.</param>
/// <param name="Events">Names of <see cref="EscalationEvents"/>.</param>
internal sealed record LevelEntry(Duration? Age, Duration? Investigating, IReadOnlyList<string> Events)
{
    public static readonly LevelEntry Never = new(null, null, []);
}

/// <summary>One level of the ladder. When a case enters and how soon the level answers are two things.</summary>
/// <param name="Number">From 0, the customer's liaison.</param>
/// <param name="RespondWithin">Until somebody of the level must have answered, else the next level is entered.</param>
/// <param name="Script">The key of what the customer is told.</param>
internal sealed record EscalationLevel(int Number, string Name, Role Role, LevelEntry EnterAt, Duration RespondWithin, string Script);

/// <summary>What may move a case up at once.</summary>
internal static class EscalationEvents
{
    public const string TechnicalBug = "technical-bug";
    public const string BlockedWorkflow = "blocked-workflow";
    public const string CancelThreat = "cancel-threat";
    public const string Legal = "legal";
    public const string Security = "security";
    public const string Dissatisfaction = "dissatisfaction";
    public const string UrgentImpact = "urgent-impact";
    public const string BeyondExpertise = "beyond-expertise";
    public const string Unacknowledged = "unacknowledged";

    /// <summary>What engineering did does not work for the customer (S49).</summary>
    public const string NotFixed = "not-fixed";

    public static IReadOnlyList<string> All { get; } =
    [
        TechnicalBug, BlockedWorkflow, CancelThreat, Legal, Security, Dissatisfaction, UrgentImpact, BeyondExpertise, Unacknowledged, NotFixed,
    ];
}
