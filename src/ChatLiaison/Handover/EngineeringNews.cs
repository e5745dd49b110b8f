using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Storage;

namespace ChatLiaison.Handover;

/// <summary>
/// Brings engineering, who may never look into the working thread, what is new on a case that they have: what the customer writes (S72), and
/// what others of us write about it. Under the brief where it stands in a room of theirs, else to the engineer alone.
/// </summary>
internal sealed class EngineeringNews(BriefMail mail)
{
    /// <param name="handoff">The newest; null when no brief was sent.</param>
    public void Bring(UnitOfWork work, CaseChange change, Handoff? handoff)
    {
        var c = change.After;
        if (c.EngineeringOwner is not { } engineer || engineer.Id == change.Actor.Id || change.Before?.EngineeringOwner is null)
        {
            return;
        }

        // On a restricted case whoever holds it is told what the customer writes already.
        foreach (var happened in change.Events.Where(e => e.Written is not null || (IsFromCustomer(change, e) && !c.Restricted)))
        {
            if (happened.Written is not { } line)
            {
                mail.Pass(work, c, handoff, NewsCards.FromCustomer(c, happened, change.Actor), calls: true);
            }
            else if (handoff is { IsOpen: true } && handoff.Anchor != line.Under)
            {
                mail.Pass(work, c, handoff, NewsCards.Worked(c, happened, change.Actor), calls: false);
            }
        }
    }

    private static bool IsFromCustomer(CaseChange change, CaseEvent happened) => change.Actor.Side == Side.Customer
        && happened.Kind is CaseEventKind.CustomerWrote or CaseEventKind.UnderstandingCorrected or CaseEventKind.Reopened;
}
