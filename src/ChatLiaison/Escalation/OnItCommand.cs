using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Escalation;

/// <summary>The button <c>I'm on it</c>: answers an escalation. It doesn't snooze anything; the other promises run on.</summary>
internal sealed class OnItCommand(CaseActs acts) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison onit", "REF", "Answer an escalation: you are on it.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        acts.ActOnAsync(caller, call, (c, by) => CaseRules.OnIt(c, by, caller.Now), Done, cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        acts.ActAsync(caller, press.Key, press.Value, (c, by) => CaseRules.OnIt(c, by, caller.Now), Done, cancellationToken);

    private static CustomerText Done(SupportCase c) => CustomerText.Of($"Noted: you are on {c.ReferenceText}.");
}
