using ChatLiaison.Cases;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Handover;

/// <summary>What engineering and support owe each other over a brief, by the playbook's times.</summary>
internal sealed class HandoverPromises(PlaybookSource playbooks, People.Directory directory)
{
    /// <summary>When something that is about to be promised will be due.</summary>
    public Instant? DueOf(SupportCase c, Commitment made, Instant now) => PlanFor(c).Commit(c, made, now).DueAt;

    /// <summary>Engineering answers a brief as soon as it answers any escalation; nobody named owes nothing.</summary>
    public void AskEngineering(UnitOfWork work, SupportCase c, Party? engineer)
    {
        if (engineer is not null && playbooks.Current.Levels.FirstOrDefault(l => l.Role == Commands.Role.Engineering) is { } level)
        {
            PromiseStore.Insert(work, PlanFor(c).LevelResponse(c, level, engineer.Id, work.Now));
        }
    }

    /// <summary>Sending a brief back answers the escalation that brought it.</summary>
    public static async Task AnsweredAsync(UnitOfWork work, Guid caseId, string by, CancellationToken cancellationToken)
    {
        foreach (var promise in (await PromiseStore.HoldOwedAsync(work, caseId, cancellationToken)).Where(p => p.Kind == PromiseKind.LevelResponse))
        {
            var kept = PromiseRules.Keep(promise, work.Now);
            PromiseStore.Update(work, kept, kept.State == PromiseState.Broken ? "Late" : "Kept", $"{by} answered the escalation.");
        }
    }

    /// <summary>Once the case is resolved, nobody needs the answer any more.</summary>
    public static async Task NeedlessAsync(UnitOfWork work, Guid caseId, IReadOnlyList<Guid> answers, CancellationToken cancellationToken)
    {
        foreach (var promise in answers.Count == 0 ? [] : (await PromiseStore.HoldOwedAsync(work, caseId, cancellationToken)).Where(p => answers.Contains(p.Id)))
        {
            PromiseStore.Update(work, PromiseRules.Cancel(promise, work.Now), "Cancelled", "The case is resolved.");
        }
    }

    private PromisePlan PlanFor(SupportCase c) => new(playbooks.Current, directory.Current.CustomerById(c.CustomerId)?.Calendar);
}
