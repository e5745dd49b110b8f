using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Cases;

/// <summary>The button <c>Acknowledge</c> and <c>/liaison acknowledge REF</c>.</summary>
internal sealed class AcknowledgeCommand(CaseActs acts) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison acknowledge", "REF", "Say that a person has seen the case; stops its acknowledge promise.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        acts.ActOnAsync(caller, call, (c, by) => CaseRules.Acknowledge(c, by, caller.Now), c => CustomerText.Of($"{c.ReferenceText} is acknowledged."), cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        acts.ActAsync(caller, press.Key, press.Value, (c, by) => CaseRules.Acknowledge(c, by, caller.Now), c => CustomerText.Of($"{c.ReferenceText} is acknowledged."), cancellationToken);
}
