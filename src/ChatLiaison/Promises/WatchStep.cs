using ChatLiaison.Outbox;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Promises;

/// <summary>Collects what the looks of one batch lead to, and writes it in a handful of statements.</summary>
internal sealed class WatchStep(PromisePolicy policy, NudgeRecipients recipients, Instant now)
{
    public const string Unacknowledged = "unacknowledged";

    private readonly List<PromiseLook> looks = [];
    private readonly List<(Guid CaseId, string Act, string Reason)> acts = [];
    private readonly List<(Guid Person, Guid Promise, int Milestone)> nudges = [];
    private readonly Dictionary<Guid, NudgeRecipient> people = [];
    private readonly HashSet<Guid> urgent = [];

    public void Look(DuePromise due)
    {
        var look = PromiseRules.Look(due.Promise, policy, now);
        var recipient = look.Nudge is null ? null : recipients.For(due);
        if (look.Act is { } act && due.Promise.CaseId is { } caseId)
        {
            acts.Add((caseId, Named(act, due.Promise), Reason(due.Promise)));
        }
        else if (look.Nudge is not null && recipient is null && due.Promise.CaseId is { } unheld && (due.Promise.Priority == Priority.P1 || due.IsUnacknowledged))
        {
            acts.Add((unheld, Named(PromiseRules.Climb, due.Promise), "Nobody of the level can be reached now."));
        }

        if (look.Nudge is { } milestone && recipient is not null)
        {
            Remind(recipient, due, milestone);
            if (recipients.Beside(due, recipient) is { } beside)
            {
                Remind(beside, due, milestone);
            }
        }

        looks.Add(look);
    }

    public void Write(UnitOfWork work, Duration window)
    {
        WatchStore.WriteLooks(work, looks);
        WatchStore.RedrawTriage(work, looks.Where(l => l.Broke && l.After.CaseId is not null).Select(l => l.After.CaseId!.Value));
        if (acts.Count > 0)
        {
            WatchStore.WriteActs(work, acts);
        }

        if (nudges.Count > 0)
        {
            WatchStore.WriteNudges(work, nudges);
        }

        // Always in one order, so that two watchers never wait for each other crosswise.
        foreach (var recipient in people.OrderBy(p => p.Key).Select(p => p.Value))
        {
            OutboxStore.PostBundle(work, recipient.Person.Id, recipient.To, NudgesCard.CardName, urgent.Contains(recipient.Person.Id), recipient.NotBefore, window);
        }
    }

    private void Remind(NudgeRecipient recipient, DuePromise due, int milestone)
    {
        nudges.Add((recipient.Person.Id, due.Promise.Id, milestone));
        if (due.Promise.Priority == Priority.P1)
        {
            urgent.Add(recipient.Person.Id);
        }

        people[recipient.Person.Id] = people.TryGetValue(recipient.Person.Id, out var known) && known.NotBefore < recipient.NotBefore ? known : recipient;
    }

    /// <summary>Says which level a climb is for, or on what condition, so that whoever does it can ask whether it still applies.</summary>
    private static string Named(string act, Promise promise) => (act, promise.Kind) switch
    {
        (PromiseRules.Climb, PromiseKind.ClimbTimer) => $"{act}:{promise.Level}",
        (PromiseRules.Climb, PromiseKind.Acknowledge) => $"{act}:{Unacknowledged}",
        (PromiseRules.Climb, PromiseKind.LevelResponse) => $"{act}:{promise.Level + 1}:{promise.Id}",
        _ => act,
    };

    private static string Reason(Promise promise) => promise.Kind switch
    {
        PromiseKind.ClimbTimer => promise.Reason,
        PromiseKind.Acknowledge => "Nobody acknowledged the case in time.",
        PromiseKind.LevelResponse => "The escalation was not answered in time.",
        _ => promise.Reason,
    };
}
