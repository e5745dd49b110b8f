using ChatLiaison.Cases;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Reviews;

/// <summary>Asks for a review when a case of weight is resolved.</summary>
internal sealed class ReviewReactor(ReviewActions actions, PlaybookSource playbooks) : ICaseReactor
{
    public async ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        if (change.Has(CaseEventKind.Resolved) && ReviewRules.IsAskedFor(change.After, playbooks.Current)
            && await ReviewStore.AskAsync(work, change.After.Id, cancellationToken))
        {
            actions.Ask(work, change.After);
        }
    }
}
