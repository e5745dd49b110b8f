using ChatLiaison.Cases;
using ChatLiaison.Promises;
using ChatLiaison.Storage;

namespace ChatLiaison.Handover;

/// <summary>
/// Keeps the brief in step with the case: it goes along when a case climbs to engineering, is drawn anew when something is filled in, brings
/// engineering what is new, and when engineering is done both sides are asked how the hand-off went.
/// </summary>
internal sealed class BriefReactor(BriefMail mail, CaseMail people, EngineeringNews news) : ICaseReactor
{
    public async ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        if (change.Before is { } was && was.Restricted != change.After.Restricted)
        {
            // What stands in rooms says no more than that there is a brief, or everything again.
            foreach (var posted in await HandoffStore.AllAsync(work, change.After.Id, cancellationToken))
            {
                mail.Redraw(work, posted);
            }
        }

        if (change.Before is not { } before || (before.EngineeringOwner is null && change.After.EngineeringOwner is null && !change.Has(CaseEventKind.Resolved)))
        {
            return;
        }

        var after = change.After;
        var handoff = await HandoffStore.HoldAsync(work, after.Id, cancellationToken);
        if (change.Has(CaseEventKind.Resolved))
        {
            await HandoverPromises.NeedlessAsync(work, after.Id, await HandoffStore.OpenPromisesAsync(work, after.Id, cancellationToken), cancellationToken);
        }

        if (GoesAlong(change, before))
        {
            Renew(work, change, handoff);
        }
        else if (handoff is { IsOpen: true } open)
        {
            Follow(work, change, before, open);
        }

        news.Bring(work, change, handoff);
    }

    /// <summary>Somebody else of engineering has it now, by a climb or because the one before could not take it: not by an act on a brief.</summary>
    private static bool GoesAlong(CaseChange change, SupportCase before) =>
        change.After.EngineeringOwner is { } engineer && before.EngineeringOwner?.Id != engineer.Id
        && !change.Has(CaseEventKind.OnIt) && !change.Has(CaseEventKind.HandedOver) && !change.Has(CaseEventKind.Detailed);

    private void Renew(UnitOfWork work, CaseChange change, Handoff? earlier)
    {
        if (earlier is { IsOpen: true })
        {
            HandoffStore.End(work, earlier.Id);
            mail.Redraw(work, earlier);
        }

        if (mail.AddressOf(change.After, change.Now) is { } address)
        {
            mail.Send(work, change.After, change.Actor, address, again: false);
        }
    }

    private void Follow(UnitOfWork work, CaseChange change, SupportCase before, Handoff handoff)
    {
        var after = change.After;
        if ((change.Has(CaseEventKind.Resolved) && before.Status.IsOpen()) || (before.EngineeringOwner is not null && after.EngineeringOwner is null))
        {
            HandoffStore.End(work, handoff.Id);
            if (handoff.State == HandoffState.Accepted)
            {
                people.Tell(work, after, handoff.AnsweredById, RatingCard.First(after, handoff, HandoffSide.Receiver), lasting: true);
                people.Tell(work, after, handoff.SentById ?? after.Owner?.Id, RatingCard.First(after, handoff, HandoffSide.Sender), lasting: true);
            }

            mail.Redraw(work, handoff);
        }
        else if (handoff.State == HandoffState.Sent && change.Has(CaseEventKind.OnIt) && change.Actor.Id == after.EngineeringOwner?.Id)
        {
            // Saying "I'm on it" to the escalation takes the brief that went along with it.
            HandoffStore.Answered(work, handoff.Id, HandoffState.Accepted, change.Actor);
            mail.Redraw(work, handoff);
        }
        else if (before.Details != after.Details || change.Has(CaseEventKind.Detailed) || change.Has(CaseEventKind.UnderstandingCorrected) || change.Has(CaseEventKind.CustomerWrote))
        {
            mail.Redraw(work, handoff);
        }
    }
}
