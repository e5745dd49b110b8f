using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;

namespace ChatLiaison.Resolution;

/// <summary>The button <c>Reopen</c> and <c>/liaison reopen REF</c>, within the grace window.</summary>
internal sealed class ReopenCommand(CaseActs acts, PlaybookSource playbooks) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison reopen", "REF", "Bring back a resolved case within its grace window.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        acts.ActOnAsync(caller, call, (c, by) => Reopen(c, by, caller), Done, cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        acts.ActAsync(caller, press.Key, press.Value, (c, by) => Reopen(c, by, caller), Done, cancellationToken);

    private CaseDecision Reopen(SupportCase c, Actor by, Caller caller) =>
        EndingRules.Reopen(c, by, "", playbooks.Current.Organisation.ReopenGrace, caller.Now);

    private static CustomerText Done(SupportCase c) => CustomerText.Of($"{c.ReferenceText} is open again.");
}
