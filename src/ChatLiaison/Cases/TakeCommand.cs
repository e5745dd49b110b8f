using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Cases;

/// <summary>The button <c>Take</c> and <c>/liaison take REF</c>.</summary>
internal sealed class TakeCommand(CaseActs acts) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison take", "REF", "Take the case: you hold it from here.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        acts.ActOnAsync(caller, call, (c, by) => CaseRules.Take(c, by, caller.Now), c => CustomerText.Of($"{c.ReferenceText} is yours."), cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        acts.ActAsync(caller, press.Key, press.Value, (c, by) => CaseRules.Take(c, by, caller.Now), c => CustomerText.Of($"{c.ReferenceText} is yours."), cancellationToken);
}
