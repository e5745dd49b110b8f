using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Resolution;

/// <summary>The button <c>Followed up</c> and <c>/liaison followup REF</c>.</summary>
internal sealed class FollowUpCommand(CaseActs acts) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison followup", "REF", "Record that you followed up with the customer.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        acts.ActOnAsync(caller, call, (c, by) => EndingRules.FollowUp(c, by), c => CustomerText.Of($"The follow-up on {c.ReferenceText} is recorded."), cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        acts.ActAsync(caller, press.Key, press.Value, (c, by) => EndingRules.FollowUp(c, by), c => CustomerText.Of($"The follow-up on {c.ReferenceText} is recorded."), cancellationToken);
}
