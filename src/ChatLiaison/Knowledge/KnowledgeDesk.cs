using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Knowledge;

/// <summary>Carries out what is done with entries; each change is seen by the next card that is drawn.</summary>
internal sealed class KnowledgeDesk(Database database, KnowledgeBook book, KnowledgeDraft draft, Discretion discretion)
{
    public KnowledgeBook Book { get; } = book;

    public Task<KnowledgePage> DraftAsync(SupportCase c, CancellationToken cancellationToken) => draft.OfAsync(c, cancellationToken);

    public async Task<KnowledgeEntry?> KeptFromAsync(SupportCase c, CancellationToken cancellationToken) =>
        (await Book.ReadAsync(cancellationToken)).FirstOrDefault(e => e.Kept?.CaseId == c.Id);

    /// <summary>The entry is read by all of us, so it names no case that only some may see.</summary>
    public async Task<FieldError?> NamesRestrictedAsync(KnowledgePage page, CancellationToken cancellationToken) =>
        await discretion.NamedAsync(StaffCard.Titled(page.Title).Say(page.Text).Say(string.Join(' ', page.Words.Concat(page.Areas).Append(page.Url))), cancellationToken) is [var named, ..]
            ? new FieldError("text", $"{named.Reference} is not for everyone's eyes, and everyone reads this. Leave it out.")
            : null;

    public async Task<Reply> AddAsync(Caller caller, string key, KnowledgePage page, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(caller.Now);
        if (!await InboxStore.TryClaimAsync(work, key, cancellationToken))
        {
            return Reply.Done();
        }

        Begin(work);
        var entry = await KnowledgeStore.InsertAsync(work, page, CaseActs.ActorOf(caller), null, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return Reply.Done(CustomerText.Of($"It is kept: /liaison knowledge {CustomerText.Name(entry)}"));
    }

    public async Task<Reply> ChangeAsync(Caller caller, string key, KnowledgeEntry entry, int version, KnowledgePage page, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(caller.Now);
        if (!await InboxStore.TryClaimAsync(work, key, cancellationToken))
        {
            return Reply.Done();
        }

        Begin(work);
        if (!await KnowledgeStore.ChangeAsync(work, entry.Kept!.Number, version, page, CaseActs.ActorOf(caller), cancellationToken))
        {
            return Reply.Refused(CustomerText.Of($"Somebody changed it meanwhile. Copy what you need, close this and open it again."));
        }

        await work.CommitAsync(cancellationToken);
        return Reply.Done(CustomerText.Of($"It is changed: /liaison knowledge {CustomerText.Name(entry.Key)}"));
    }

    public async Task<Reply> RetireAsync(Caller caller, KnowledgeEntry entry, CancellationToken cancellationToken)
    {
        await using var work = database.Begin(caller.Now);
        Begin(work);
        KnowledgeStore.Retire(work, entry.Kept!.Number, CaseActs.ActorOf(caller));
        await work.CommitAsync(cancellationToken);
        return Reply.Done(CustomerText.Of($"It is retired. Nobody is shown it any more."));
    }

    /// <summary>Keeps what a case taught us; a rule of the case, so that it stands in its record.</summary>
    public async Task<CaseDecision> KeepAsync(UnitOfWork work, SupportCase c, Actor by, KnowledgePage page, CancellationToken cancellationToken)
    {
        if (KnowledgeRules.RefusalToKeep(c) is { } refusal)
        {
            return CaseDecision.Refuse(refusal);
        }

        Begin(work);
        if (await KnowledgeStore.IsKeptAsync(work, c.Id, cancellationToken))
        {
            return CaseDecision.Refuse(CustomerText.Of($"Somebody kept {c.ReferenceText} meanwhile. Copy what you need and look at theirs: /liaison knowledge {c.ReferenceText}"));
        }

        var entry = await KnowledgeStore.InsertAsync(work, page, by, c.Id, cancellationToken);
        return CaseDecision.To(c, new CaseEvent(CaseEventKind.Learned, $"{by.Name} kept it as knowledge, {entry}: {page.Title}"));
    }

    public CaseDecision Helped(UnitOfWork work, SupportCase c, Actor by, KnowledgeEntry entry)
    {
        Begin(work);
        KnowledgeStore.Helped(work, entry.Key, c.Id, by);
        return CaseDecision.To(c, new CaseEvent(CaseEventKind.Learned, $"{by.Name} was helped by: {entry.Page.Title} ({entry.Key})"));
    }

    private void Begin(UnitOfWork work)
    {
        ChangeMarks.Move(work, ChangeMarks.Knowledge);
        work.AfterCommit(Book.Forget);
    }
}
