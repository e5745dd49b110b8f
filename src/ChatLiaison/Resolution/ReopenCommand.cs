using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;

namespace ChatLiaison.Resolution;

/// <summary>The button <c>Reopen</c> and <c>/liaison reopen REF</c>, within the grace window.</summary>
internal sealed class ReopenCommand(CaseActs acts, PlaybookSource playbooks) : CaseActCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison reopen", "REF", "Bring back a resolved case within its grace window.");

    protected override CaseDecision Decide(SupportCase c, Actor by, Caller caller) => EndingRules.Reopen(c, by, "", playbooks.Current.Organisation.ReopenGrace, caller.Now);

    protected override CustomerText Done(SupportCase c) => CustomerText.Of($"{c.ReferenceText} is open again.");
}
