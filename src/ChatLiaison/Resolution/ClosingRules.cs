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
        _ => "not done with what was promised",
    };

    /// <summary>A sentence that promises "never again" without a measure that would keep it from coming back (K14); null when all is well.</summary>
    public static string? EmptyPromise(string words, string prevention, IReadOnlyList<string> neverAgain)
    {
        var plain = words.Replace('\u2019', '\'');
        return prevention.Length > 0 ? null : neverAgain.FirstOrDefault(n => plain.Contains(n, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a customer's words on a resolved case leave open what they mean. Only a thank-you for what they confirmed already does not.</summary>
    public static bool LeavesOpen(CaseResolution? r, CaseEvent said) => said.Kind == CaseEventKind.CustomerWrote || r?.Verified is null;

    private static bool IsDone(CaseResolution? r, ClosingStep step) => r is not null && step switch
    {
        ClosingStep.Documented => r.IsDocumented,
        ClosingStep.Told => r.ToldAt is not null,
        ClosingStep.Verified => r.Verified is not null,
        ClosingStep.FollowedUp => r.FollowedUpAt is not null,
        _ => r.StillPromised == 0,
    };
}
