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

    /// <summary>It is said to be mended; whoever is the customer's contact checks it for them and tells them (S51, S93, S94).</summary>
    /// <param name="check">How it can be checked for this customer; empty when nobody said.</param>
    public static CaseDecision ReportFix(SupportCase c, Actor by, string whatChanged, string check = "")
    {
        if (CaseRules.Ended(c) is { } refusal)
        {
            return refusal;
        }

        return c.Status == CaseStatus.Verifying
            ? CaseDecision.Refuse(CustomerText.Of($"A fix for {c.ReferenceText} is being checked already. Write what is new in its thread."))
            : CaseDecision.To(
                c with { Status = CaseStatus.Verifying, Course = c.Course with { Fix = new(by.Name, whatChanged, check) } },
                new CaseEvent(CaseEventKind.FixReported, check.Length == 0 ? whatChanged : $"{whatChanged} To check it: {check}"));
    }

    /// <summary>The check found that it is not mended for this customer: back to whoever was to mend it.</summary>
    public static CaseDecision RejectFix(SupportCase c, Actor by) => c.Status == CaseStatus.Verifying
        ? CaseDecision.To(
            c with { Status = c.Resuming, Course = c.Course.Rejected($"{by.Name} checked the fix and it does not work for them.") },
            new CaseEvent(CaseEventKind.Resumed, $"{by.Name} checked the fix: it does not work for this customer yet."))
        : CaseDecision.Refuse(CustomerText.Of($"No fix for {c.ReferenceText} is being checked now."));

    /// <summary>The resolution works for the customer: they said so, or one of us says how they know (S76).</summary>
    public static CaseDecision Verify(SupportCase c, Actor by, string words) => c.Status == CaseStatus.Resolved
        ? CaseDecision.To(c with { NewForOwner = 0 }, new CaseEvent(CaseEventKind.Verified, words, ForCustomer: by.Side == Side.Customer))
        : CaseRules.EndedFor(by, c) ?? CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is not resolved now, so there is nothing to confirm."));

    /// <summary>What the customer wrote on a resolved case has become a case of its own: nothing is left to answer here.</summary>
    public static CaseDecision MoveOn(SupportCase c, Actor by, string reference) => c.Status == CaseStatus.Resolved
        ? CaseDecision.To(c with { NewForOwner = 0 }, new CaseEvent(CaseEventKind.MovedOn, $"{by.Name} says that it is something new: {reference}.", ForCustomer: true))
        : CaseRules.EndedFor(by, c) ?? CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is not resolved now."));

    /// <summary>Brings back a resolved case, for as long as it is not closed.</summary>
    public static CaseDecision Reopen(SupportCase c, Actor by, string why)
    {
        if (c.Status.IsOpen())
        {
            return CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is open already."));
        }

        if (c.Status != CaseStatus.Resolved)
        {
            return CaseRules.EndedFor(by, c)!;
        }

        var words = why.Length == 0 ? $"{by.Name} reopened the case." : why;
        var course = c.Course.Fix is not null || c.EngineeringOwner is not null ? c.Course.Rejected(why.Length == 0 ? words : $"{by.Name}: {why}") : c.Course;
        var after = c with
        {
            Status = c.Resuming,
            ResolvedAt = null,
            Reopened = c.Reopened + 1,
            Course = course with { Path = CasePath.Open, PathBy = "", PathAt = null, Checked = "" },
        };
        return CaseDecision.To(after, new CaseEvent(CaseEventKind.Reopened, words, ForCustomer: by.Side == Side.Customer));
    }

    /// <param name="sent">What the customer was sent; empty when they were spoken to.</param>
    /// <param name="words">What the record says.</param>
    public static CaseDecision FollowUp(SupportCase c, Actor by, string sent, string words, Instant now) => c.Status == CaseStatus.Resolved
        ? CaseDecision.To(
            c with { LastUpdateAt = sent.Length == 0 ? c.LastUpdateAt : now, NewForOwner = 0 },
            [
                .. sent.Length == 0 ? Array.Empty<CaseEvent>() : [new CaseEvent(CaseEventKind.CustomerTold, sent, ForCustomer: true) { AlreadySaid = true }],
                new CaseEvent(CaseEventKind.FollowedUp, words.Length == 0 ? $"{by.Name} followed up with the customer." : words),
            ])
        : CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} has nothing to follow up: it is not resolved."));

    /// <summary>What must be done first is asked by whoever closes it; what was left out is given here as words for the record.</summary>
    /// <param name="settled">What was promised and is done with this.</param>
    public static CaseDecision Close(SupportCase c, Actor by, Instant now, string leftOut = "", IReadOnlyList<Guid>? settled = null) => c.Status switch
    {
        CaseStatus.Resolved => CaseDecision.To(
            c with { Status = CaseStatus.Closed, ClosedAt = now },
            [
                .. leftOut.Length == 0 ? Array.Empty<CaseEvent>() : [new CaseEvent(CaseEventKind.Excepted, leftOut)],
                new CaseEvent(CaseEventKind.Closed, $"Closed by {by.Name}.") { Settles = settled ?? [] },
            ]),
        CaseStatus.Closed or CaseStatus.Cancelled => CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is closed already.")),
        _ => CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is not resolved yet. Resolve it first, or cancel it with a reason.")),
    };

    /// <param name="told">What the customer is sent; empty when there is nowhere to send it.</param>
    /// <param name="leftOut">The steps that it passes over, as words for the record.</param>
    /// <param name="settled">What was promised and is done with this.</param>
    public static CaseDecision Cancel(SupportCase c, Actor by, string why, Instant now, string told = "", string leftOut = "", IReadOnlyList<Guid>? settled = null)
    {
        if (c.Status.IsEnded())
        {
            return CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is closed already."));
        }

        var said = told.Length == 0 ? CaseDecision.To(c) : CaseRules.Tell(c, by, told, null, alreadySaid: false, now);
        return CaseDecision.To(
            said.After! with { Status = CaseStatus.Cancelled, ClosedAt = now, NextUpdateAt = null },
            [
                .. said.Events,
                .. leftOut.Length == 0 ? Array.Empty<CaseEvent>() : [new CaseEvent(CaseEventKind.Excepted, leftOut)],
                new CaseEvent(CaseEventKind.Cancelled, $"{by.Name} cancelled the case: {why}") { Settles = settled ?? [] },
            ]);
    }

    public static CaseDecision Confirm(SupportCase c, Actor by) => c.Understanding == Understanding.Confirmed
        ? CaseDecision.Refuse(CustomerText.Of($"Our understanding of {c.ReferenceText} is confirmed already. Thank you."))
        : CaseDecision.To(
            c with { Understanding = Understanding.Confirmed },
            new CaseEvent(CaseEventKind.UnderstandingConfirmed, $"{by.Name} confirmed our understanding.", ForCustomer: true));

    /// <param name="corrected">What was taken down, with what the customer says of it now.</param>
    public static CaseDecision Correct(SupportCase c, CaseDetails corrected)
    {
        var after = c with
        {
            Understanding = Understanding.Corrected,
            Title = c.Details.Issue == corrected.Issue ? c.Title : CaseWords.TitleOf(corrected.Issue),
            Details = corrected,
            NewForOwner = c.NewForOwner + 1,
        };
        return CaseDecision.To(after, new CaseEvent(CaseEventKind.UnderstandingCorrected, corrected.Issue, ForCustomer: true));
    }
}
