using ChatLiaison.Cases;
using NodaTime;

namespace ChatLiaison.WorkingThread;

/// <summary>What becomes of a case when something is learned that its customer is to hear (S126). Pure.</summary>
internal static class InformRules
{
    /// <summary>A cause, an estimate or a roadblock: recorded inside, and owed to the customer from now on.</summary>
    public static CaseDecision Learn(SupportCase c, Learned learned, Instant now)
    {
        if (CaseRules.Ended(c) is { } refusal)
        {
            return refusal;
        }

        var what = learned.Kind switch
        {
            CaseEventKind.CauseFound => "Tell the customer that the cause is known and what the plan is.",
            CaseEventKind.EstimateKnown => "Tell the customer when a fix is expected.",
            _ => "Tell the customer what is in the way and how we get round it.",
        };
        return CaseDecision.To(c, new CaseEvent(learned.Kind, learned.Recorded)
        {
            Commits = [new Commitment(Commitment.NewId(now), CommitmentKind.Inform, what) { Draft = learned.Draft }],
        });
    }
}
