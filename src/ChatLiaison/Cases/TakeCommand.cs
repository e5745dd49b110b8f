using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Cases;

/// <summary>The button <c>Take</c> and <c>/liaison take REF</c>.</summary>
internal sealed class TakeCommand(CaseActs acts) : CaseActCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison take", "REF", "Take the case: you hold it from here.");

    protected override CaseDecision Decide(SupportCase c, Actor by, Caller caller) => CaseRules.Take(c, by, caller.Now);

    protected override CustomerText Done(SupportCase c) => CustomerText.Of($"{c.ReferenceText} is yours. Can you settle it, or does it need engineering? Its card asks you.");
}
