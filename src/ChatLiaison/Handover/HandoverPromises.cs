using ChatLiaison.Cases;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Handover;

/// <summary>The promises that a hand-off and a meeting give rise to, in the unit of work of the act.</summary>
internal sealed class HandoverPromises(PlaybookSource playbooks, People.Directory directory)
{
    /// <summary>Support answers engineering as soon as it would answer a customer of this priority.</summary>
    public Promise ToAnswer(SupportCase c, Guid? owner, string reason, Instant now)
    {
        var plan = new PromisePlan(playbooks.Current, directory.Current.CustomerById(c.CustomerId)?.Calendar);
        return Make(c, PromiseKind.Personal, owner, reason, playbooks.Current.For(c.Priority).FirstResponse, plan.CalendarFor(c.Priority), now);
    }

    /// <summary>Something that somebody does by an instant that was named.</summary>
    public Promise By(SupportCase c, PromiseKind kind, Guid? owner, string reason, Instant due, Instant now) =>
        Make(c, kind, owner, reason, due - now, BusinessCalendar.Always.Name, now);

    /// <summary>Engineering answers a brief as soon as it answers any escalation; nobody named owes nothing.</summary>
    public void AskEngineering(UnitOfWork work, SupportCase c, Party? engineer)
    {
        if (engineer is not null && playbooks.Current.Levels.FirstOrDefault(l => l.Role == Commands.Role.Engineering) is { } level)
        {
            var plan = new PromisePlan(playbooks.Current, directory.Current.CustomerById(c.CustomerId)?.Calendar);
            PromiseStore.Insert(work, plan.LevelResponse(c, level, engineer.Id, work.Now));
        }
    }

    /// <summary>Ends these promises of a case, if they are still owed.</summary>
    public static async Task KeepAsync(UnitOfWork work, Guid caseId, Func<Promise, bool> which, string why, CancellationToken cancellationToken)
    {
        foreach (var promise in (await PromiseStore.HoldOwedAsync(work, caseId, cancellationToken)).Where(which))
        {
            var kept = PromiseRules.Keep(promise, work.Now);
            PromiseStore.Update(work, kept, kept.State == PromiseState.Broken ? "Late" : "Kept", why);
        }
    }

    private Promise Make(SupportCase c, PromiseKind kind, Guid? owner, string reason, Duration span, string calendar, Instant now) => PromiseRules.Scheduled(
        new Promise
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
            CaseId = c.Id,
            CustomerId = c.CustomerId,
            Kind = kind,
            OwnerId = owner,
            Reason = reason,
            Priority = c.Priority,
            PolicyVersion = playbooks.Current.Version,
            Calendar = calendar,
            Clock = PromiseClock.Start(now, span),
        },
        PromisePlan.PolicyOf(playbooks.Current));
}
