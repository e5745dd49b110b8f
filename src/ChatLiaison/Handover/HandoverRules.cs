using ChatLiaison.Cases;
using ChatLiaison.Chat;

namespace ChatLiaison.Handover;

/// <summary>What becomes of a case when it is handed to engineering, taken, sent back and completed. Pure.</summary>
internal static class HandoverRules
{
    /// <summary>The brief goes to engineering, by hand.</summary>
    /// <param name="engineer">Whom it is for; null for whoever takes it.</param>
    public static CaseDecision Send(SupportCase c, Actor by, Party? engineer, string where, BriefScore score)
    {
        if (CaseRules.Ended(c) is { } refusal)
        {
            return refusal;
        }

        var after = engineer is null ? c : c with { EngineeringOwner = engineer, Status = c.Status.IsInvestigated() ? CaseStatus.WithEngineering : c.Status };
        return CaseDecision.To(after, new CaseEvent(CaseEventKind.HandedOver, $"{by.Name} sent the technical brief to {where} ({score.Percent} % complete)."));
    }

    /// <summary>An engineer takes the brief, and with it the technical side of the case.</summary>
    public static CaseDecision Accept(SupportCase c, Actor by, Handoff handoff)
    {
        if (CaseRules.Ended(c) is { } refusal)
        {
            return refusal;
        }

        if (handoff.State != HandoffState.Sent || CaseRules.Me(by) is not { } engineer)
        {
            return CaseDecision.Refuse(Standing(c, handoff));
        }

        return CaseDecision.To(
            c with { EngineeringOwner = engineer, Status = c.Status.PausesPromises() ? c.Status : CaseStatus.WithEngineering },
            new CaseEvent(CaseEventKind.OnIt, $"{by.Name} accepted the technical brief."));
    }

    /// <summary>The brief comes back: the case is support's again until what is missing is there.</summary>
    public static CaseDecision Bounce(SupportCase c, Actor by, Handoff handoff, string missing)
    {
        if (CaseRules.Ended(c) is { } refusal)
        {
            return refusal;
        }

        return handoff.State == HandoffState.Sent
            ? CaseDecision.To(
                c with { EngineeringOwner = null, Status = c.Status == CaseStatus.WithEngineering ? CaseStatus.Investigating : c.Status },
                new CaseEvent(CaseEventKind.HandedOver, $"{by.Name} sent the technical brief back. {missing}"))
            : CaseDecision.Refuse(Standing(c, handoff));
    }

    /// <summary>Somebody who has taken the brief asks for what it should have said.</summary>
    public static CaseDecision Ask(SupportCase c, Actor by, string missing) =>
        CaseRules.Ended(c) ?? CaseDecision.To(c, new CaseEvent(CaseEventKind.HandedOver, $"{by.Name} asked support again. {missing}"));

    /// <summary>What was missing is filled in.</summary>
    /// <param name="engineer">Who gets the case again; null when whoever asked has it still.</param>
    public static CaseDecision Supply(SupportCase c, Actor by, CaseDetails details, Party? engineer, string answer)
    {
        if (CaseRules.Ended(c) is { } refusal)
        {
            return refusal;
        }

        var after = c with
        {
            Details = details,
            Understanding = details.Issue == c.Details.Issue ? c.Understanding : Understanding.Unconfirmed,
            EngineeringOwner = engineer ?? c.EngineeringOwner,
            Status = engineer is not null && c.Status.IsInvestigated() ? CaseStatus.WithEngineering : c.Status,
        };
        return CaseDecision.To(after, new CaseEvent(CaseEventKind.Detailed, answer.Length > 0 ? $"{by.Name} answered engineering: {answer}" : $"{by.Name} filled in what was missing."));
    }

    private static CustomerText Standing(SupportCase c, Handoff handoff) => handoff switch
    {
        { State: HandoffState.Accepted, AnsweredAt: { } at } =>
            CustomerText.Of($"{CustomerText.Name(handoff.AnsweredBy)} accepted the brief of {c.ReferenceText} at {at:t}; there is nothing left to accept or send back."),
        { State: HandoffState.Bounced } => CustomerText.Of($"{CustomerText.Name(handoff.AnsweredBy)} sent the brief of {c.ReferenceText} back; support is completing it."),
        _ => CustomerText.Of($"This brief of {c.ReferenceText} is no longer open. Ask for the newest with /liaison brief {c.ReferenceText}"),
    };
}
