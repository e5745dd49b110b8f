using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Cases;

/// <summary>How a case ends, and how it comes back. Pure.</summary>
internal static class EndingRules
{
    public static CaseDecision Resolve(SupportCase c, Actor by, string whatWasDone, Instant now)
    {
        if (CaseRules.Ended(c) is { } refusal)
        {
            return refusal;
        }

        var after = c with
        {
            Status = CaseStatus.Resolved,
            ResolvedAt = now,
            Resolution = whatWasDone,
            AcknowledgedAt = c.AcknowledgedAt ?? now,
            AcknowledgedBy = c.AcknowledgedBy ?? by.Name,
            FirstResponseAt = c.FirstResponseAt ?? now,
            LastUpdateAt = now,
            NextUpdateAt = null,
            NewForOwner = 0,
            Owner = c.Owner ?? CaseRules.Me(by),
        };
        return CaseDecision.To(after, new CaseEvent(CaseEventKind.Resolved, whatWasDone, ForCustomer: true));
    }

    /// <summary>Brings back a resolved case within the grace window.</summary>
    /// <param name="grace">How long after resolving it may come back.</param>
    public static CaseDecision Reopen(SupportCase c, Actor by, string why, Duration grace, Instant now)
    {
        if (c.Status.IsOpen())
        {
            return CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is open already."));
        }

        if (c.Status != CaseStatus.Resolved || c.ResolvedAt is not { } resolved || resolved + grace < now)
        {
            return CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} can't be reopened any more. Open a new case with /escalate and name this one in it."));
        }

        var after = c with { Status = CaseStatus.Investigating, ResolvedAt = null, Reopened = c.Reopened + 1 };
        var words = why.Length == 0 ? $"{by.Name} reopened the case." : why;
        return CaseDecision.To(after, new CaseEvent(CaseEventKind.Reopened, words, ForCustomer: by.Side == Side.Customer));
    }

    public static CaseDecision FollowUp(SupportCase c, Actor by) => c.Status == CaseStatus.Resolved
        ? CaseDecision.To(c, new CaseEvent(CaseEventKind.FollowedUp, $"{by.Name} followed up with the customer."))
        : CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} has nothing to follow up: it is not resolved."));

    public static CaseDecision Close(SupportCase c, Actor by, Instant now) => c.Status switch
    {
        CaseStatus.Resolved => CaseDecision.To(c with { Status = CaseStatus.Closed, ClosedAt = now }, new CaseEvent(CaseEventKind.Closed, $"Closed by {by.Name}.")),
        CaseStatus.Closed or CaseStatus.Cancelled => CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is closed already.")),
        _ => CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is not resolved yet. Resolve it first, or cancel it with a reason.")),
    };

    public static CaseDecision Cancel(SupportCase c, Actor by, string why, Instant now) => c.Status.IsEnded()
        ? CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is closed already."))
        : CaseDecision.To(
            c with { Status = CaseStatus.Cancelled, ClosedAt = now, NextUpdateAt = null },
            new CaseEvent(CaseEventKind.Cancelled, $"{by.Name} cancelled the case: {why}"));

    public static CaseDecision Confirm(SupportCase c, Actor by) => c.Understanding == Understanding.Confirmed
        ? CaseDecision.Refuse(CustomerText.Of($"Our understanding of {c.ReferenceText} is confirmed already. Thank you."))
        : CaseDecision.To(
            c with { Understanding = Understanding.Confirmed },
            new CaseEvent(CaseEventKind.UnderstandingConfirmed, $"{by.Name} confirmed our understanding.", ForCustomer: true));

    public static CaseDecision Correct(SupportCase c, string words)
    {
        var after = c with
        {
            Understanding = Understanding.Corrected,
            Details = c.Details with { Issue = words },
            NewForOwner = c.NewForOwner + 1,
        };
        return CaseDecision.To(after, new CaseEvent(CaseEventKind.UnderstandingCorrected, words, ForCustomer: true));
    }
}
