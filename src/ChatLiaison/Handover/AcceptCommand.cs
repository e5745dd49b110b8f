using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Handover;

/// <summary>The button <c>Accept</c> and <c>/liaison accept REF</c>: an engineer takes the brief.</summary>
internal sealed class AcceptCommand(HandoverDesk desk, BriefMail mail, HandoverPromises promises) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison accept", "REF", "Accept the technical brief of a case: you are on it from here.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await desk.Acts.FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : await AcceptAsync(caller, call.Key, found.Id.ToString(), cancellationToken);
    }

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        AcceptAsync(caller, press.Key, press.Value, cancellationToken);

    /// <summary>Whoever it was sent to, and anybody of engineering and product.</summary>
    internal static bool MayAnswer(Caller caller, Handoff handoff) => handoff.To?.Id == caller.PersonId || caller.Is(Role.Engineering, Role.Product);

    internal static Reply NeverSent(SupportCase c) => Reply.Refused(CustomerText.Of($"No brief of {c.ReferenceText} was sent yet. Send it with /liaison brief {c.ReferenceText} send"));

    internal static Reply NotYours => Reply.Refused(CustomerText.Of($"Answering a brief is for engineering. Ask the engineer it was sent to."));

    private Task<Reply> AcceptAsync(Caller caller, string key, string caseId, CancellationToken cancellationToken) => desk.ActAsync(
        caller, key, caseId,
        async (work, c) =>
        {
            if (await HandoffStore.HoldAsync(work, c.Id, cancellationToken) is not { } handoff)
            {
                return NeverSent(c);
            }

            if (!MayAnswer(caller, handoff))
            {
                return NotYours;
            }

            var by = CaseActs.ActorOf(caller);
            var decision = HandoverRules.Accept(c, by, handoff);
            if (decision.Refusal is null)
            {
                HandoffStore.Answered(work, handoff.Id, HandoffState.Accepted, by);
                mail.Redraw(work, handoff);
                await promises.AnsweredAsync(work, c.Id, by.Name, cancellationToken);
            }

            return await desk.ApplyAsync(work, c, by, decision, cancellationToken)
                ?? Reply.Done(CustomerText.Of($"{c.ReferenceText} is with you. Write what you find under the brief or to me, beginning with finding: or tried:, and support reads along."));
        },
        cancellationToken);
}
