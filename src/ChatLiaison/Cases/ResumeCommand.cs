using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Cases;

/// <summary>The button <c>Go on</c> and <c>/liaison resume REF</c>.</summary>
internal sealed class ResumeCommand(CaseActs acts) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison resume", "REF", "Go on with a case that was waiting; its promises run again.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        acts.ActOnAsync(caller, call, (c, by) => CaseRules.Resume(c, by), c => CustomerText.Of($"{c.ReferenceText} goes on; its promises run again."), cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        acts.ActAsync(caller, press.Key, press.Value, (c, by) => CaseRules.Resume(c, by), c => CustomerText.Of($"{c.ReferenceText} goes on; its promises run again."), cancellationToken);
}
