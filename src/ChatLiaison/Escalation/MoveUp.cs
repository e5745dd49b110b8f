using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Escalation;

/// <summary>A person moves a case up: held once, refused where they may not, restricted where the trigger asks for it, and on record with why.</summary>
internal sealed class MoveUp(Ladder ladder, Database database, PlaybookSource playbooks)
{
    /// <param name="submission">A form whose state is the case's id.</param>
    /// <param name="trigger">One of <see cref="EscalationEvents"/>; it decides the level.</param>
    /// <param name="reason">What whoever gets it reads.</param>
    /// <param name="refusal">Why this case, as it is now, is not moved; null when it is.</param>
    public async Task<Reply> RunAsync(
        Caller caller, FormSubmission submission, string trigger, string reason, Func<SupportCase, CustomerText?> refusal, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(caller.Now);
        if (!Guid.TryParse(submission.State, out var id) || !await InboxStore.TryClaimAsync(work, submission.Key, cancellationToken))
        {
            return Reply.Done(CustomerText.Of($"This form was sent already. Nothing more was done."));
        }

        if (await CaseStore.HoldAsync(work, id, cancellationToken) is not { } c || !CaseActs.MaySee(caller, c))
        {
            return CaseActs.NoSuchCase("");
        }

        if (refusal(c) is { } refused)
        {
            return Reply.Refused(refused);
        }

        var by = CaseActs.ActorOf(caller);
        var next = await ladder.ClimbAsync(
            work, Restrict(work, c, caller, trigger), by, LadderRules.TargetOf(c, trigger, playbooks.Current), reason, cancellationToken);
        CaseStore.Record(work, c.Id, new CaseEvent(CaseEventKind.Triggered, trigger), by);
        await work.CommitAsync(cancellationToken);
        return Reply.Done(next is null
            ? CustomerText.Of($"Nobody above can be reached now about {c.ReferenceText}. The last-resort channel is told, with your reason.")
            : CustomerText.Of($"{c.ReferenceText} moves up to {CustomerText.Name(next.Name)}, who sees your reason."));
    }

    private static SupportCase Restrict(UnitOfWork work, SupportCase c, Caller caller, string trigger)
    {
        if (c.Restricted || !RestrictRules.Triggers.Contains(trigger))
        {
            return c;
        }

        if (caller.PersonId is { } person)
        {
            CaseStore.LetSee(work, c.Id, person, caller.Name);
        }

        return c with { Restricted = true };
    }
}
