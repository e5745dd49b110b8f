using ChatLiaison.Cases;
using ChatLiaison.Storage;

namespace ChatLiaison.Escalation;

/// <summary>Keeps who was asked in step with who answers, and notes who works on what.</summary>
internal sealed class AskReactor : ICaseReactor
{
    public ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        if (change.Before is null)
        {
            return ValueTask.CompletedTask;
        }

        var (c, by) = (change.After, change.Actor);
        if (by is { Side: Side.Staff, Id: { } person } && change.Events.Any(e => IsWork(e.Kind)))
        {
            AskStore.Worked(work, c, person);
            AskStore.Answered(work, c.Id, person);
        }

        foreach (var happened in change.Events)
        {
            switch (happened.Kind)
            {
                case CaseEventKind.Taken or CaseEventKind.OnIt or CaseEventKind.Acknowledged or CaseEventKind.Resolved or CaseEventKind.Closed or CaseEventKind.Cancelled:
                    AskStore.Settle(work, c.Id, by.Id);
                    break;
                case CaseEventKind.Assigned when c.Owner is { } owner && owner.Id != by.Id:
                    AskStore.Settle(work, c.Id, null);
                    AskStore.Add(work, new Ask(c.Id, c.Level, owner.Id, change.Now, [$"{by.Name} gave it to them"], []) { By = by.Id }, told: true);
                    break;
                case CaseEventKind.Reopened:
                    AskStore.Forget(work, c.Id);
                    break;
            }
        }

        return ValueTask.CompletedTask;
    }

    private static bool IsWork(CaseEventKind kind) => kind is CaseEventKind.Taken or CaseEventKind.OnIt or CaseEventKind.CustomerTold or CaseEventKind.Noted
        or CaseEventKind.Found or CaseEventKind.Tried or CaseEventKind.CauseFound or CaseEventKind.EstimateKnown or CaseEventKind.RoadblockHit
        or CaseEventKind.Resolved or CaseEventKind.FollowedUp or CaseEventKind.Returned or CaseEventKind.HandedOver;
}
