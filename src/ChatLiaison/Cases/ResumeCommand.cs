using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Cases;

/// <summary>The button <c>Go on</c> and <c>/liaison resume REF</c>.</summary>
internal sealed class ResumeCommand(CaseActs acts) : CaseActCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison resume", "REF", "Go on with a case that was waiting; its promises run again.");

    protected override CaseDecision Decide(SupportCase c, Actor by, Caller caller) => CaseRules.Resume(c, by);

    protected override CustomerText Done(SupportCase c) => CustomerText.Of($"{c.ReferenceText} goes on; its promises run again.");
}
