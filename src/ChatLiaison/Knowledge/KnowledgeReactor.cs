using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Resolution;
using ChatLiaison.Storage;

namespace ChatLiaison.Knowledge;

/// <summary>
/// Offers whoever holds a case that was resolved to keep what they learned, where nothing of ours speaks of it (S187); and withholds what was kept
/// from a case while that is restricted (S278).
/// </summary>
internal sealed class KnowledgeReactor(KnowledgeBook book, ResolutionMail mail) : ICaseReactor
{
    public async ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        var c = change.After;
        if (change.Before is { } before && before.Restricted != c.Restricted)
        {
            ChangeMarks.Move(work, ChangeMarks.Knowledge);
            KnowledgeStore.Withhold(work, c.Id, c.Restricted);
            work.AfterCommit(book.Forget);
        }

        if (change.Has(CaseEventKind.Resolved) && KnowledgeRules.RefusalToKeep(c) is null && c.Owner is not null)
        {
            var entries = await book.ReadAsync(cancellationToken);
            if (!KnowledgeRules.IsCovered(entries, c) && !entries.Any(e => e.Kept?.CaseId == c.Id))
            {
                mail.ToOwner(work, c, Offer(c));
            }
        }
    }

    private static StaffCard Offer(SupportCase c) => StaffCard.Titled(StaffText.Of($"{c.Reference}: worth keeping?"))
        .Say(StaffText.Of($"{c.Title}. Nothing of ours speaks of this yet. If it can happen again, keep what helped for whoever meets it next."))
        .With(Button.Open("knowledge.keep", "Keep as knowledge", c.Id.ToString(), ButtonStyle.Primary));
}
