using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Resolution;

/// <summary>The button <c>Reopen</c> and <c>/liaison reopen REF</c>.</summary>
internal sealed class ReopenCommand(CaseActs acts) : CaseActCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison reopen", "REF", "Bring back a resolved case that is not closed yet.");

    protected override CaseDecision Decide(SupportCase c, Actor by, Caller caller) => EndingRules.Reopen(c, by, "");

    protected override CustomerText Done(SupportCase c) => CustomerText.Of($"{c.ReferenceText} is open again.");
}
