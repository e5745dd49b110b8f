using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Storage;

namespace ChatLiaison.Handover;

/// <summary>Carries out an act on a case that also writes rows of this capability: all of it or nothing, and once.</summary>
internal sealed class HandoverDesk(Database database, CaseDesk desk, CaseActs acts)
{
    public CaseActs Acts { get; } = acts;

    /// <param name="key">The platform's id of the act.</param>
    /// <param name="act">What is done; what it has written is dropped when it refuses.</param>
    public async Task<Reply> ActAsync(
        Caller caller, string key, string caseId, Func<UnitOfWork, SupportCase, Task<Reply>> act, CancellationToken cancellationToken)
    {
        if (await Acts.FindAsync(caller, caseId, cancellationToken) is not { } seen)
        {
            return CaseActs.NoSuchCase("");
        }

        await using var work = database.Begin(caller.Now);
        if (key.Length > 0 && !await InboxStore.TryClaimAsync(work, key, cancellationToken))
        {
            return Reply.Done(CustomerText.Of($"That is done already."));
        }

        if (await CaseStore.HoldAsync(work, seen.Id, cancellationToken) is not { } c)
        {
            return CaseActs.NoSuchCase("");
        }

        var reply = await act(work, c);
        if (reply is not (RefusedReply or ErrorsReply))
        {
            await work.CommitAsync(cancellationToken);
        }

        return reply;
    }

    /// <summary>Writes a decision into the unit of work; gives the refusal when there is one.</summary>
    public async Task<Reply?> ApplyAsync(UnitOfWork work, SupportCase before, Actor by, CaseDecision decision, CancellationToken cancellationToken)
    {
        if (decision.Refusal is { } refusal)
        {
            return Reply.Refused(refusal);
        }

        await desk.ApplyAsync(work, before, by, decision, cancellationToken);
        return null;
    }
}
