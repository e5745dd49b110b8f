using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Cases;

/// <summary>The button <c>Acknowledge</c> and <c>/liaison acknowledge REF</c>.</summary>
internal sealed class AcknowledgeCommand(CaseActs acts) : CaseActCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison acknowledge", "REF", "Say that a person has seen the case; stops its acknowledge promise.");

    protected override CaseDecision Decide(SupportCase c, Actor by, Caller caller) => CaseRules.Acknowledge(c, by, caller.Now);

    protected override CustomerText Done(SupportCase c) => CustomerText.Of($"{c.ReferenceText} is acknowledged.");
}
