using ChatLiaison.Cases;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Handover;

/// <summary>What engineering and support owe each other over a brief, by the playbook's times.</summary>
internal sealed class HandoverPromises(PlaybookSource playbooks, People.Directory directory, Platforms platforms)
{
    private EscalationLevel? Engineering => playbooks.Current.Levels.FirstOrDefault(l => l.Role == Commands.Role.Engineering);

    /// <summary>When something that is about to be promised will be due.</summary>
    public Instant? DueOf(SupportCase c, Commitment made, Instant now) => PlanFor(c).Commit(c, made, now).DueAt;

    /// <summary>
    /// Engineering answers a brief as soon as it answers any escalation: whoever it is for, else whoever of engineering would be asked next.
    /// When there is nobody, whoever holds the case is reminded to get an answer.
    /// </summary>
    /// <returns>Who owes the answer and by when; null for nobody.</returns>
    public (string Name, Instant Due)? AskEngineering(UnitOfWork work, SupportCase c, Party? engineer)
    {
        if (Engineering is not { } level)
        {
            return null;
        }

        var asked = engineer ?? (NextOf(c, level, work.Now) is { } next ? new Party(next.Id, next.Name) : null);
        var answer = PlanFor(c).LevelResponse(c, level, asked?.Id, work.Now);
        PromiseStore.Insert(work, answer);
        return asked is not null && answer.DueAt is { } due ? (asked.Name, due) : null;
    }

    private Person? NextOf(SupportCase c, EscalationLevel level, Instant now)
    {
        var known = directory.Current;
        return known.CustomerById(c.CustomerId) is { } customer
            ? NextOwner.Choose(new OwnerQuestion(level, customer, c.IsCritical, new Availability(known, now, playbooks.Current.Calendars.Values), platforms.Keys)).Person
            : null;
    }

    /// <summary>Taking a brief or sending it back is engineering's answer, whoever of them was asked.</summary>
    public async Task AnsweredAsync(UnitOfWork work, Guid caseId, string by, CancellationToken cancellationToken)
    {
        foreach (var promise in (await PromiseStore.HoldOwedAsync(work, caseId, cancellationToken)).Where(p => p.Kind == PromiseKind.LevelResponse && p.Level == Engineering?.Number))
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
