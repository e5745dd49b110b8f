using ChatLiaison.Cases;
using ChatLiaison.Playbook;

namespace ChatLiaison.Resolution;

/// <summary>What stands between a resolution and the end of its case. Pure.</summary>
internal static class ClosingRules
{
    /// <summary>The steps that the playbook wants and that were not done, in its order.</summary>
    public static IReadOnlyList<ClosingStep> Missing(CaseResolution? r, IReadOnlyList<ClosingStep> needs) => [.. needs.Where(step => !IsDone(r, step))];

    /// <summary>What is missing, as the end of a sentence: <c>it is not verified by the customer and not followed up</c>.</summary>
    public static string InWords(IReadOnlyList<ClosingStep> missing) => "it is " + Words.All(missing.Select(Lacks));

    public static string Lacks(ClosingStep step) => step switch
    {
        ClosingStep.Documented => "not documented",
        ClosingStep.Told => "not told to the customer",
        ClosingStep.Verified => "not verified by the customer",
        ClosingStep.FollowedUp => "not followed up",
        ClosingStep.Answered => "without an answer to what the customer wrote",
        _ => "not done with what was promised",
    };

    /// <summary>
    /// Something is missing that is ours to do: an answer, or what we promised. A case doesn't close over that because time passed; for a
    /// customer who says nothing it does not stay open for ever.
    /// </summary>
    public static bool IsOwedByUs(CaseResolution? r, IReadOnlyList<ClosingStep> missing) =>
        missing.Contains(ClosingStep.Promised) || (r is { AnswerOwed: true } && missing.Contains(ClosingStep.Answered));

    /// <summary>Whether a customer's words on a resolved case leave open what they mean. Only a thank-you for what they confirmed already does not.</summary>
    public static bool LeavesOpen(CaseResolution? r, CaseEvent said) => said.Kind == CaseEventKind.CustomerWrote || r?.Verified is null;

    private static bool IsDone(CaseResolution? r, ClosingStep step) => r is not null && step switch
    {
        ClosingStep.Documented => r.IsDocumented,
        ClosingStep.Told => r.ToldAt is not null,
        ClosingStep.Verified => r.Verified is not null,
        ClosingStep.FollowedUp => r.FollowedUpAt is not null,
        ClosingStep.Answered => !r.AnswerOwed && !r.IsAsked,
        _ => r.StillPromised == 0,
    };
}
