using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Resolution;

/// <summary>The button <c>Close</c> and <c>/liaison close REF</c>.</summary>
internal sealed class CloseCommand(CaseActs acts) : CaseActCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison close", "REF", "Close a resolved case before its grace window ends.");

    protected override CaseDecision Decide(SupportCase c, Actor by, Caller caller) => EndingRules.Close(c, by, caller.Now);

    protected override CustomerText Done(SupportCase c) => CustomerText.Of($"{c.ReferenceText} is closed.");
}
