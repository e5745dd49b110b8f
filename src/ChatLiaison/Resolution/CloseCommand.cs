using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Resolution;

/// <summary>The button <c>Close</c> and <c>/liaison close REF</c>.</summary>
internal sealed class CloseCommand(CaseActs acts) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison close", "REF", "Close a resolved case before its grace window ends.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        acts.ActOnAsync(caller, call, (c, by) => EndingRules.Close(c, by, caller.Now), c => CustomerText.Of($"{c.ReferenceText} is closed."), cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        acts.ActAsync(caller, press.Key, press.Value, (c, by) => EndingRules.Close(c, by, caller.Now), c => CustomerText.Of($"{c.ReferenceText} is closed."), cancellationToken);
}
