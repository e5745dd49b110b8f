using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;

namespace ChatLiaison.WorkingThread;

/// <summary>What somebody else learned on a case is told to whoever holds it at once, since the customer is to hear of it from them (S126).</summary>
internal sealed class InformReactor(CaseMail mail, People.Directory directory, PlaybookSource playbooks) : ICaseReactor
{
    public ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        var c = change.After;
        if (c.Owner is not { } owner || owner.Id == change.Actor.Id)
        {
            return ValueTask.CompletedTask;
        }

        foreach (var learned in change.Events.Where(e => e.Kind is CaseEventKind.CauseFound or CaseEventKind.EstimateKnown or CaseEventKind.RoadblockHit))
        {
            mail.Tell(work, c, owner.Id, CardOf(change, learned));
        }

        return ValueTask.CompletedTask;
    }

    private StaffCard CardOf(CaseChange change, CaseEvent learned)
    {
        var c = change.After;
        var what = learned.Kind switch
        {
            CaseEventKind.CauseFound => "the cause is known",
            CaseEventKind.EstimateKnown => "there is an estimate",
            _ => "there is a roadblock",
        };
        var plan = new PromisePlan(playbooks.Current, directory.Current.CustomerById(c.CustomerId)?.Calendar);
        var due = learned.Commits.Select(m => plan.Commit(c, m, change.Now).DueAt).FirstOrDefault();
        return StaffCard.Titled(StaffText.Of($"{c.Reference}: {what}"))
            .Say(StaffText.Of($"{change.Actor.Name:b}: {learned.Text}"))
            .Say(due is { } by ? StaffText.Of($"{c.ContactName} is to hear of it by {by}. A draft is in the update.") : StaffText.Of($"{c.ContactName} is to hear of it. A draft is in the update."))
            .With(Button.Open("update.open", "Write the update", c.Id.ToString(), ButtonStyle.Primary), Button.Act("case.show", "Show the case", c.Id.ToString()));
    }
}
