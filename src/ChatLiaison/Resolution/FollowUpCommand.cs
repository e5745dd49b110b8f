using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Resolution;

/// <summary>The button <c>Followed up</c> and <c>/liaison followup REF</c>.</summary>
internal sealed class FollowUpCommand(CaseActs acts) : CaseActCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison followup", "REF", "Record that you followed up with the customer.");

    protected override CaseDecision Decide(SupportCase c, Actor by, Caller caller) => EndingRules.FollowUp(c, by);

    protected override CustomerText Done(SupportCase c) => CustomerText.Of($"The follow-up on {c.ReferenceText} is recorded.");
}
