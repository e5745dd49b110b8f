using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Escalation;

/// <summary>The button <c>I'm on it</c>: answers an escalation. It doesn't snooze anything; the other promises run on.</summary>
internal sealed class OnItCommand(CaseActs acts) : CaseActCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison onit", "REF", "Answer an escalation: you are on it.");

    protected override CaseDecision Decide(SupportCase c, Actor by, Caller caller) => CaseRules.OnIt(c, by, caller.Now);

    protected override CustomerText Done(SupportCase c) => CustomerText.Of($"Noted: you are on {c.ReferenceText}.");
}
