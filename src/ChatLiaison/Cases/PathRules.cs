using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Cases;

/// <summary>Can support settle it? Asked once somebody has the case, answered by a person, and changed when it turns out otherwise (S48). Pure.</summary>
internal static class PathRules
{
    public static bool IsAsked(SupportCase c) => c is { AcknowledgedAt: not null, EngineeringOwner: null, Course.Path: CasePath.Open, Status: CaseStatus.Acknowledged or CaseStatus.Investigating };

    /// <summary>Whoever holds the case settles it.</summary>
    public static CaseDecision Settle(SupportCase c, Actor by, Instant now)
    {
        if (CaseRules.Ended(c) is { } refusal)
        {
            return refusal;
        }

        return c switch
        {
            { EngineeringOwner: { } engineer } => CaseDecision.Refuse(CustomerText.Of(
                $"{CustomerText.Name(engineer.Name)} of engineering has {c.ReferenceText}. Let it be given back first: /liaison return {c.ReferenceText}")),
            { Owner: null } => CaseDecision.Refuse(CustomerText.Of($"Nobody holds {c.ReferenceText}. Take it first, then say so.")),
            { Owner: { } owner } when owner.Id != by.Id => CaseDecision.Refuse(CustomerText.Of($"{CustomerText.Name(owner.Name)} holds {c.ReferenceText}. Take it first, then say so.")),
            { Course.Path: CasePath.Support } => CaseDecision.Refuse(CustomerText.Of($"That is on record for {c.ReferenceText} already.")),
            _ => CaseDecision.To(Chosen(c, CasePath.Support, by, now), new CaseEvent(CaseEventKind.PathChosen, $"{by.Name} can settle it.")),
        };
    }

    /// <summary>It needs engineering, where it goes next.</summary>
    public static CaseDecision NeedEngineering(SupportCase c, Actor by, string why, Instant now) => CaseRules.Ended(c)
        ?? (c.EngineeringOwner is { } engineer
            ? CaseDecision.Refuse(CustomerText.Of($"{CustomerText.Name(engineer.Name)} of engineering has {c.ReferenceText} already."))
            : CaseDecision.To(Chosen(c, CasePath.Engineering, by, now), new CaseEvent(CaseEventKind.PathChosen, $"{by.Name} says that it needs engineering. {why}".TrimEnd())));

    private static SupportCase Chosen(SupportCase c, CasePath path, Actor by, Instant now) =>
        c with { Course = c.Course with { Path = path, PathBy = by.Name, PathAt = now } };
}
