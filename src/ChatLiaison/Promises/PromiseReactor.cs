using ChatLiaison.Cases;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Promises;

/// <summary>Keeps a case's promises in step with what happens to it, in the same transaction.</summary>
internal sealed class PromiseReactor(PlaybookSource playbooks, People.Directory directory) : ICaseReactor
{
    public async ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        var plan = new PromisePlan(playbooks.Current, directory.Current.CustomerById(change.After.CustomerId)?.Calendar);
        if (change.Before is null)
        {
            var opening = plan.Opening(change.After, change.Now).ToList();
            foreach (var promise in opening)
            {
                PromiseStore.Insert(work, promise);
            }

            Ledger.Tell(work, change.After, opening.Find(p => p.Kind == PromiseKind.FirstResponse)!, Actor.Desk.Name);
            return;
        }

        if (change.Before.Owner?.Id != change.After.Owner?.Id || change.Before.EngineeringOwner?.Id != change.After.EngineeringOwner?.Id)
        {
            PromiseStore.NoteLate(work, change.After.Id, change.Before.Owner?.Id);
        }

        var ledger = new Ledger(await PromiseStore.HoldOwedAsync(work, change.After.Id, cancellationToken), plan, work, change.Now);
        foreach (var happened in change.Events)
        {
            React(ledger, change, happened);
            Settle(ledger, change.Actor.Name, happened);
            await CommitAsync(ledger, change, happened, work, cancellationToken);
        }

        if (PromisePlan.PaceOf(change.After) != PromisePlan.PaceOf(change.Before))
        {
            await RepaceAsync(ledger, change, work, cancellationToken);
        }

        Pace(ledger, change);
    }

    private static void Settle(Ledger ledger, string by, CaseEvent happened)
    {
        if (happened.Kind == CaseEventKind.PromiseWithdrawn)
        {
            ledger.Cancel(happened.Text, happened.Settles);
        }
        else
        {
            ledger.Keep(happened.Kind == CaseEventKind.CustomerTold ? $"{by} told the customer." : $"{by} did it.", happened.Settles);
        }
    }

    private static void React(Ledger ledger, CaseChange change, CaseEvent happened)
    {
        var by = change.Actor.Name;
        switch (happened.Kind)
        {
            case CaseEventKind.CustomerTold:
                ledger.Keep($"{by} told the customer.", PromiseKind.FirstResponse, PromiseKind.NextResponse, PromiseKind.PersonAsked);
                ledger.KeepUpdate($"{by} told the customer.", happened.IsUpdate || happened.NextUpdate is not null);
                break;
            case CaseEventKind.PersonAsked:
                ledger.StartTold(change.After, ledger.Plan.Person(change.After, by, change.Now), Actor.Desk.Name);
                break;
            case CaseEventKind.CustomerWrote or CaseEventKind.UnderstandingCorrected when !ledger.OwesAnswer:
                ledger.StartTold(change.After, !change.After.Status.IsEnded() ? ledger.Plan.NextResponse(change.After, change.Now) : null, Actor.Desk.Name);
                break;
            case CaseEventKind.Taken or CaseEventKind.OnIt or CaseEventKind.Acknowledged:
                ledger.KeepAnswers(change.After, change.Actor, $"{by} is on it.");
                break;
            case CaseEventKind.PriorityChanged:
                ledger.Retarget(change.After, $"The priority is {change.After.Priority} now.");
                break;
            case CaseEventKind.Climbed:
                ledger.CancelAnswers(change.After, "The next level took over.");
                if (change.After.Expedited && !change.Before!.Expedited)
                {
                    ledger.Retarget(change.After, $"The case is expedited: it has the targets of {PromisePlan.PaceOf(change.After)} now.");
                }

                break;
            case CaseEventKind.Resumed:
                ledger.EndCheckBack(by, looked: change.Actor.Side == Side.Staff);
                break;
            case CaseEventKind.Declined:
                ledger.CancelAnswers(change.After, "Whoever was asked does not take it.");
                break;
            case CaseEventKind.Returned:
                ledger.Keep($"{by} gave it back.", PromiseKind.LevelResponse);
                break;
            case CaseEventKind.Resolved:
                ledger.Keep($"{by} resolved the case.", PromiseKind.FirstResponse, PromiseKind.NextResponse, PromiseKind.PersonAsked, PromiseKind.Resolve, PromiseKind.StatusUpdate, PromiseKind.LevelResponse);
                ledger.CancelWork("The case is resolved.");
                ledger.Start(ledger.Plan.FollowUp(change.After, change.Now));
                ledger.Start(ledger.Plan.GraceEnd(change.After, change.Now));
                break;
            case CaseEventKind.Verified:
                ledger.Cancel($"{by}: it works, nothing more is asked.", PromiseKind.NextResponse, PromiseKind.PersonAsked);
                break;
            case CaseEventKind.MovedOn:
                ledger.Cancel("It is answered on the case that it became.", PromiseKind.NextResponse, PromiseKind.PersonAsked);
                break;
            case CaseEventKind.Reviewed:
                ledger.Keep($"{by} reviewed the case.", PromiseKind.Review);
                break;
            case CaseEventKind.FollowedUp:
                ledger.Keep($"{by} followed up.", PromiseKind.FollowUp, PromiseKind.NextResponse, PromiseKind.PersonAsked);
                break;
            case CaseEventKind.Reopened:
                ledger.CancelWork("The case was reopened.");
                foreach (var promise in ledger.Plan.Opening(change.After, change.Now).Where(p => p.Kind == PromiseKind.Resolve || p.Level > change.After.Level))
                {
                    ledger.Start(promise);
                }

                ledger.StartTold(change.After, ledger.Plan.NextResponse(change.After, change.Now), Actor.Desk.Name);
                break;
            case CaseEventKind.Closed or CaseEventKind.Cancelled:
                ledger.CancelWork("The case has ended.");
                break;
        }
    }

    /// <summary>What was promised in words along with an act, and how the next update is paced.</summary>
    private static async Task CommitAsync(Ledger ledger, CaseChange change, CaseEvent happened, UnitOfWork work, CancellationToken cancellationToken)
    {
        foreach (var made in happened.Commits)
        {
            ledger.Start(ledger.Plan.Commit(change.After, made, change.Now));
            CommitmentStore.Insert(work, change.After.Id, made, change.Actor.Name, happened.SaidAs);
        }

        if (happened.Tells.Count > 0)
        {
            CommitmentStore.Told(work, change.After.Id, happened.Tells, happened.SaidAs);
        }

        if (happened.Plan is { } plan)
        {
            CommitmentStore.Agree(work, change.After.Id, plan, change.Actor.Name);
            Replan(ledger, change, happened.NextUpdate is { } wanted ? ledger.Plan.UpdateAt(change.After, wanted, change.Now) : ledger.Plan.NextUpdate(change.After, null, plan, change.Now));
        }
        else if (happened.Kind == CaseEventKind.CustomerTold && !ledger.OwesNamedUpdate)
        {
            var wish = await CommitmentStore.PlanAsync(work, change.After.Id, cancellationToken);
            ledger.StartTold(change.After, ledger.Plan.NextUpdate(change.After, happened.NextUpdate, wish, change.Now), change.Actor.Name, happened.SaidAs);
        }
    }

    /// <summary>A customer who changes how often they are told lets us off what they were promised; when one of us does, the earlier of the two stands.</summary>
    private static void Replan(Ledger ledger, CaseChange change, Promise? next)
    {
        if (change.Actor.Side == Side.Customer || !ledger.Owes(PromiseKind.StatusUpdate) || (next is not null && ledger.IsStricter(next)))
        {
            ledger.Cancel("How often the customer is told was changed.", PromiseKind.StatusUpdate);
            ledger.StartTold(change.After, next, change.Actor.Name);
        }
    }

    /// <summary>At another pace the next update is due at the stricter of what the customer was told and the new cadence, from now on (K10).</summary>
    private static async Task RepaceAsync(Ledger ledger, CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        var wish = await CommitmentStore.PlanAsync(work, change.After.Id, cancellationToken);
        if (change.After.FirstResponseAt is not null && ledger.Plan.NextUpdate(change.After, null, wish, change.Now) is { } next && ledger.IsStricter(next))
        {
            ledger.Cancel($"The case has the pace of {PromisePlan.PaceOf(change.After)} now.", PromiseKind.StatusUpdate);
            ledger.StartTold(change.After, next, Actor.Desk.Name);
        }
    }

    /// <summary>What follows from where the case now stands, whichever act brought it there.</summary>
    private static void Pace(Ledger ledger, CaseChange change)
    {
        var (before, after) = (change.Before!, change.After);
        if (after.AcknowledgedAt is not null)
        {
            ledger.Keep($"{after.AcknowledgedBy} acknowledged.", PromiseKind.Acknowledge);
        }

        if (after.Status.PausesPromises())
        {
            ledger.Pause(after.Status);
        }
        else if (before.Status.PausesPromises())
        {
            ledger.Resume("The wait is over.");
        }

        if (after.Status.IsInvestigated() && !before.Status.IsInvestigated())
        {
            // After a wait the timers that stood still run on; a case that waited before anybody began on it has none yet.
            foreach (var timer in ledger.Plan.Investigating(after, change.Now).Where(t => !ledger.Owes(t)))
            {
                ledger.Start(timer);
            }
        }
    }
}
