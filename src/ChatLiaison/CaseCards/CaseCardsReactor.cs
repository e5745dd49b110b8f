using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;

namespace ChatLiaison.CaseCards;

/// <summary>Keeps what people see of a case in step with it: the two cards, the words in the customer's thread, and the news in ours.</summary>
internal sealed class CaseCardsReactor(OutboxStore outbox, CaseMail mail, People.Directory directory, PlaybookSource playbooks, Platforms platforms) : ICaseReactor
{
    public ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        if (change.Before is null)
        {
            PostCards(change, work);
        }
        else
        {
            Redraw(change, work);
        }

        foreach (var happened in change.Events)
        {
            Tell(change, happened, work);
        }

        if (change.After.Status.IsEnded())
        {
            OutboxStore.DropFor(work, change.After.Id);
        }

        return ValueTask.CompletedTask;
    }

    private void PostCards(CaseChange change, UnitOfWork work)
    {
        var c = change.After;
        if (c.ChannelId.Length > 0)
        {
            outbox.Post(work, Letter.LiveForCustomer(new ToChannel(c.Platform, c.ChannelId), CustomerCaseCard.CardName, c.Id.ToString()) with
            {
                Anchor = c.CustomerAnchor,
                CaseId = c.Id,
            });
        }

        if (Triage(c) is { } triage)
        {
            outbox.Post(work, Letter.LiveForStaff(triage, TriageCard.CardName, c.Id.ToString()) with
            {
                Anchor = c.TriageAnchor,
                CaseId = c.Id,
                Mentions = FirstOwner(change)?.MentionOn(triage.Platform) ?? [],
            });
        }
    }

    private void Redraw(CaseChange change, UnitOfWork work)
    {
        var c = change.After;
        if (c.ChannelId.Length > 0 && IsPublic(change))
        {
            outbox.Redraw(work, new ToChannel(c.Platform, c.ChannelId), Audience.Customer, c.CustomerAnchor, CustomerCaseCard.CardName, c.Id.ToString(), c.Id);
        }

        if (Triage(c) is { } triage)
        {
            outbox.Redraw(work, triage, Audience.Staff, c.TriageAnchor, TriageCard.CardName, c.Id.ToString(), c.Id);
        }
    }

    private void Tell(CaseChange change, CaseEvent happened, UnitOfWork work)
    {
        var c = change.After;
        switch (happened.Kind)
        {
            case CaseEventKind.CustomerTold:
                if (!happened.AlreadySaid)
                {
                    ToCustomer(work, c, CustomerWords.Told(c, happened, change.Actor), happened.SaidAs);
                }

                mail.SayInThread(work, c, NewsCards.Told(c, happened, change.Actor));
                break;
            case CaseEventKind.CustomerWrote or CaseEventKind.UnderstandingCorrected or CaseEventKind.Reopened when change.Actor.Side == Side.Customer:
                mail.SayInThread(work, c, NewsCards.FromCustomer(c, happened, change.Actor), calls: true);
                break;
            case CaseEventKind.PersonAsked:
                mail.SayInThread(work, c, NewsCards.PersonAsked(c, change.Actor), calls: true);
                Call(work, change, NewsCards.PersonAsked(c, change.Actor));
                break;
            case CaseEventKind.PlanChanged when happened.NextUpdate is { } next:
                mail.SayInThread(work, c, NewsCards.WordAsked(c, change.Actor, next), calls: true);
                if (!c.Restricted)
                {
                    Call(work, change, NewsCards.WordAsked(c, change.Actor, next));
                }

                break;
            case CaseEventKind.PlanChanged:
                mail.SayInThread(work, c, NewsCards.Plain(c, happened));
                break;
            case CaseEventKind.Found or CaseEventKind.Tried or CaseEventKind.Noted or CaseEventKind.CauseFound or CaseEventKind.EstimateKnown or CaseEventKind.RoadblockHit or CaseEventKind.QuestionRaised
                when happened.Written is { } line && line.Under != c.TriageAnchor && !c.Restricted:
                mail.SayInThread(work, c, NewsCards.Worked(c, happened, change.Actor));
                break;
            case CaseEventKind.Noted when change.Actor.Side == Side.Customer && happened.ForCustomer:
                mail.SayInThread(work, c, NewsCards.FromCustomer(c, happened, change.Actor));
                break;
        }
    }

    private void ToCustomer(UnitOfWork work, SupportCase c, CustomerCard card, string saidAs)
    {
        if (CaseRooms.OfCustomer(c) is { } there)
        {
            outbox.Post(work, Letter.ForCustomer(there, card) with
            {
                Anchor = saidAs.Length == 0 ? null : saidAs,
                ThreadAnchor = c.CustomerAnchor,
                CaseId = c.Id,
            });
        }
    }

    /// <summary>Tells whoever holds the case, or would have it next, directly.</summary>
    private void Call(UnitOfWork work, CaseChange change, StaffCard card)
    {
        var c = change.After;
        if (c.Owner is { } owner)
        {
            mail.Tell(work, c, owner.Id, card, lasting: true);
        }
        else if (FirstOwner(change) is { } first)
        {
            mail.TellThem(work, c, first.Id, card, lasting: true);
        }
    }

    private ToChannel? Triage(SupportCase c) =>
        directory.Current.Channel(ChannelUse.Triage, c.Platform) is { } room ? new ToChannel(room.Platform, room.ChannelId) : null;

    private Person? FirstOwner(CaseChange change)
    {
        var c = change.After;
        if (c.Restricted)
        {
            return c.LiaisonId is { } liaison ? directory.Current.PersonById(liaison) : null;
        }

        return directory.Current.CustomerById(c.CustomerId) is { } customer
            ? NextOwner.Choose(NudgeRecipients.Question(
                playbooks.Current, 0, customer, c.IsCritical, restricted: false, new Availability(directory.Current, change.Now, playbooks.Current.Calendars.Values), platforms.Keys, CaseRecord.InMemory(c))).Person
            : null;
    }

    /// <summary>Whether the customer's card says anything else than before.</summary>
    private static bool IsPublic(CaseChange change)
    {
        var (before, after) = (change.Before!, change.After);
        return change.Events.Any(e => e.Commits.Count + e.Settles.Count > 0 || e.Kind is CaseEventKind.PlanChanged or CaseEventKind.QuestionSettled or CaseEventKind.PersonAsked or CaseEventKind.CustomerWrote)
            || before.Status != after.Status || before.Owner != after.Owner || before.Understanding != after.Understanding
            || before.Priority != after.Priority || before.Expedited != after.Expedited || before.NextUpdateAt != after.NextUpdateAt || before.FirstResponseAt != after.FirstResponseAt
            || before.LastUpdateAt != after.LastUpdateAt || before.Restricted != after.Restricted || before.Details != after.Details;
    }
}
