using ChatLiaison.Cases;
using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.CustomerWishes;

/// <summary>What becomes of a case when its customer wants to speak to a person, or to be told in another way (S27). Pure.</summary>
internal static class WishRules
{
    public static CaseDecision AskForPerson(SupportCase c, Actor by)
    {
        if (c.Status.IsEnded())
        {
            return CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is closed. Write in this channel and a person answers you."));
        }

        return CaseDecision.To(c with { NewForOwner = c.NewForOwner + 1 }, new CaseEvent(CaseEventKind.PersonAsked, $"{by.Name} asks for a person.", ForCustomer: true));
    }

    /// <param name="asked">The customer changed it themself; else what they were promised before stands.</param>
    /// <param name="next">When they want to hear next, sooner or later than planned; null for as planned.</param>
    public static CaseDecision Agree(SupportCase c, CommunicationPlan plan, string inWords, bool asked = true, Instant? next = null) => c.Status.IsOpen()
        ? CaseDecision.To(c with { NextUpdateAt = asked ? next : c.NextUpdateAt }, new CaseEvent(CaseEventKind.PlanChanged, inWords, ForCustomer: true) { Plan = plan, NextUpdate = next })
        : CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} is settled, so there are no updates to pace. Write in this channel if it is not."));
}
