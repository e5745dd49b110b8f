using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Questions;
using NodaTime;

namespace ChatLiaison.Updates;

/// <summary>What an update is filled from: the case's record and what is owed on it.</summary>
/// <param name="Record">What was found, tried, done and told, oldest first.</param>
/// <param name="Owed">What was promised in words and is still to be done.</param>
/// <param name="Draft">What this person began and did not send; null for nothing.</param>
internal sealed record UpdateSheet(
    SupportCase Case, IReadOnlyList<TimelineLine> Record, IReadOnlyList<OwedInWords> Owed, CommunicationPlan Plan, UpdateDraft? Draft)
{
    public required PromisePlan Promises { get; init; }

    public required Playbook.Playbook Playbook { get; init; }

    public required Customer? Customer { get; init; }

    /// <summary>Who may take a next step, the likeliest first.</summary>
    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>What we can't do, as it was told last; null for nothing.</summary>
    public required CaseLimits? Limits { get; init; }

    /// <summary>What is to be asked of the customer, or was and is not answered.</summary>
    public required IReadOnlyList<OpenQuestion> Questions { get; init; }

    /// <summary>The clock of whoever writes.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>What one of us is to do by a time that lies ahead, to be named as a next step.</summary>
    public IEnumerable<OwedInWords> Planned(Instant now) => Owed.Where(o => o.Outlives && o.DueAt > now);

    /// <summary>What was recorded last as being in the way; null for nothing.</summary>
    public TimelineLine? Roadblock => Record.LastOrDefault(l => l.Kind == CaseEventKind.RoadblockHit);

    /// <summary>They asked to be told another way than in their channel.</summary>
    public bool WantsElsewhere => Plan.By is not ("chat" or "");

    /// <summary>The last word to the customer; null when there was none.</summary>
    public TimelineLine? LastWord => Record.LastOrDefault(l => l.Kind is CaseEventKind.CustomerTold or CaseEventKind.Resolved);

    /// <summary>What may be named as done.</summary>
    public IEnumerable<TimelineLine> Doings => Record.Where(l => l.Kind is CaseEventKind.Found or CaseEventKind.Tried or CaseEventKind.CauseFound or CaseEventKind.PromiseKept);

    public IEnumerable<OwedInWords> Informs => Owed.Where(o => o.Kind == PromiseKind.Inform);

    /// <summary>The longest silence that is left to choose; null when only a change is worth an update.</summary>
    public Duration? Cadence => Case.Status.IsOpen() ? Promises.Cadence(PromisePlan.PaceOf(Case), Plan) : null;

    /// <summary>When the customer hears next at the latest: the stricter of what is promised now and the cadence (K10).</summary>
    public Instant? NextWord(Instant? promised, Instant now) => Promises.NextUpdate(Case, promised, Plan, now)?.DueAt ?? promised;
}

/// <summary>What is kept of a case's words beside the case itself.</summary>
internal sealed class UpdateStores(CommitmentStore commitments, UpdateDraftStore drafts, LimitStore limits, QuestionStore questions)
{
    public CommitmentStore Commitments { get; } = commitments;

    public UpdateDraftStore Drafts { get; } = drafts;

    public LimitStore Limits { get; } = limits;

    public QuestionStore Questions { get; } = questions;
}

/// <summary>Reads <see cref="UpdateSheet"/>s.</summary>
internal sealed class UpdateDesk(CaseStore cases, UpdateStores stores, PlaybookSource playbooks, People.Directory directory)
{
    private const int Remembered = 30;
    private const int MostPeople = 100;

    private static readonly CaseEventKind[] Kinds =
    [
        CaseEventKind.CustomerTold, CaseEventKind.Resolved, CaseEventKind.Found, CaseEventKind.Tried, CaseEventKind.CauseFound, CaseEventKind.PromiseKept,
        CaseEventKind.RoadblockHit,
    ];

    public UpdateDraftStore Drafts => stores.Drafts;

    public async Task<UpdateSheet> ReadAsync(SupportCase c, Caller caller, CancellationToken cancellationToken)
    {
        var known = directory.Current;
        return new UpdateSheet(
            c,
            await cases.TimelineAsync(c.Id, Kinds, Remembered, cancellationToken),
            [.. (await stores.Commitments.OwedAsync(c.Id, cancellationToken)).Where(o => o.Way.IsTicked)],
            await stores.Commitments.PlanAsync(c.Id, cancellationToken) ?? CommunicationPlan.AsUsual,
            caller.PersonId is { } me ? await Drafts.FindAsync(c.Id, me, cancellationToken) : null)
        {
            Playbook = playbooks.Current,
            Customer = known.CustomerById(c.CustomerId),
            Limits = await stores.Limits.FindAsync(c.Id, cancellationToken),
            Questions = await stores.Questions.OpenAsync(c.Id, cancellationToken),
            Zone = caller.PersonId is { } writer && known.PersonById(writer) is { } person ? person.Zone : DateTimeZone.Utc,
            Promises = new PromisePlan(playbooks.Current, known.CustomerById(c.CustomerId)?.Calendar),
            People = [.. known.People.Where(p => p.Active)
                .OrderByDescending(p => p.Id == caller.PersonId).ThenByDescending(p => p.Id == c.Owner?.Id || p.Id == c.EngineeringOwner?.Id).Take(MostPeople)],
        };
    }

    /// <summary>Something may be told that the customer has not read yet, or that is still to come.</summary>
    public async Task<bool> HasNewsAsync(UpdateSheet sheet, CancellationToken cancellationToken) =>
        ProgressDraft.HasNews(sheet) || (await stores.Commitments.KeptAsync(sheet.Case.Id, sheet.Case.LastUpdateAt, cancellationToken)).Count > 0;

    /// <summary>The form with words composed from how the work stands, to be edited.</summary>
    public async Task<FormValues> ComposeAsync(UpdateSheet sheet, CancellationToken cancellationToken)
    {
        var (c, customer) = (sheet.Case, directory.Current.CustomerById(sheet.Case.CustomerId));
        var words = ProgressDraft.Write(sheet, await stores.Commitments.KeptAsync(c.Id, c.LastUpdateAt, cancellationToken), at => CaseContact.Time(customer, c, at));
        return new FormValues(new Dictionary<string, IReadOnlyList<string>>
        {
            [UpdateForm.Words] = [words],
            [UpdateForm.Covers] = [.. sheet.Informs.Where(i => i.Draft.Length > 0).Select(i => i.Id.ToString())],
        });
    }
}
