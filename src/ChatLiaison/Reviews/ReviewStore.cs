using ChatLiaison.Cases;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Reviews;

/// <summary>The only writer of the tables <c>reviews</c> and <c>review_actions</c>.</summary>
internal sealed class ReviewStore(Database database)
{
    public Task<Review?> FindAsync(Guid caseId, CancellationToken cancellationToken) => database.Ask(
        """
        select case_id, root_cause, cause_owner, detection_gap, cause_words, gap_words, recurring, suggested, streamlining, lessons, knowledge,
            session_at, asked_at, done_at, coalesce(by_name, '')
        from reviews where case_id = $1
        """,
        caseId).FirstAsync(Read, cancellationToken);

    /// <summary>Asks for a review; false when it was asked for before or is done.</summary>
    public static async Task<bool> AskAsync(UnitOfWork work, Guid caseId, CancellationToken cancellationToken) => (await work.ReadAsync(
        "insert into reviews (case_id, asked_at) values ($1, $2) on conflict do nothing returning 1", [caseId, work.Now], row => row.Int(0), cancellationToken)).Count == 1;

    public static void Save(UnitOfWork work, Review r) => work.Write(
        """
        insert into reviews (case_id, by_name, done_at, root_cause, cause_words, cause_owner, recurring, suggested, detection_gap, gap_words,
            streamlining, lessons, knowledge, session_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        on conflict (case_id) do update set by_name = excluded.by_name, done_at = coalesce(reviews.done_at, excluded.done_at), root_cause = excluded.root_cause,
            cause_words = excluded.cause_words, cause_owner = excluded.cause_owner, recurring = excluded.recurring, suggested = excluded.suggested,
            detection_gap = excluded.detection_gap, gap_words = excluded.gap_words, streamlining = excluded.streamlining, lessons = excluded.lessons,
            knowledge = reviews.knowledge or excluded.knowledge, session_at = coalesce(excluded.session_at, reviews.session_at)
        """,
        r.CaseId, r.By, work.Now, r.RootCause, r.CauseWords, r.CauseOwner, r.Recurring, r.Suggested, r.DetectionGap, r.GapWords, r.Streamlining,
        r.Lessons, r.Knowledge, r.SessionAt);

    /// <summary>When the team sits together over a case, as it stands before this unit of work; null when it was not called.</summary>
    public static async Task<Instant?> SessionAsync(UnitOfWork work, Guid caseId, CancellationToken cancellationToken) =>
        (await work.ReadAsync("select session_at from reviews where case_id = $1 for update", [caseId], row => row.AtOrNull(0), cancellationToken)).FirstOrDefault();

    /// <summary>Takes away the sessions that are still to come; gives their promises.</summary>
    public static Task<List<Guid>> DropSessionsAsync(UnitOfWork work, Guid caseId, CancellationToken cancellationToken) => work.ReadAsync(
        "delete from review_actions where case_id = $1 and kind = 'Session' and done_at is null returning promise_id", [caseId], row => row.Id(0), cancellationToken);

    /// <summary>An action with the promise that carries it.</summary>
    public static void Insert(UnitOfWork work, Promise promise, ReviewActionKind kind, Party owner)
    {
        PromiseStore.Insert(work, promise);
        work.Write(
            "insert into review_actions (promise_id, case_id, kind, what, owner_id, owner_name, due_at) values ($1, $2, $3, $4, $5, $6, $7)",
            promise.Id, promise.CaseId, kind, promise.Reason, owner.Id, owner.Name, promise.DueAt);
    }

    /// <summary>Notes an action as done; null when it is none of ours, or done already.</summary>
    public static async Task<string?> DoneAsync(UnitOfWork work, Guid promiseId, Guid caseId, string by, CancellationToken cancellationToken) => (await work.ReadAsync(
        "update review_actions set done_at = $3, done_by = $4 where promise_id = $1 and case_id = $2 and done_at is null returning what",
        [promiseId, caseId, work.Now, by], row => row.Text(0), cancellationToken)).FirstOrDefault();

    public Task<List<ReviewAction>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken) =>
        database.Ask($"{Actions} where case_id = $1 order by due_at", caseId).ListAsync(ReadAction, cancellationToken);

    /// <summary>What is still to be done, of one person or of all, the nearest first.</summary>
    public Task<List<ReviewAction>> OpenAsync(Guid? owner, int limit, CancellationToken cancellationToken) =>
        database.Ask($"{Actions} where done_at is null and ($1::uuid is null or owner_id = $1) order by due_at limit $2", owner, limit).ListAsync(ReadAction, cancellationToken);

    /// <summary>What is done, the newest first.</summary>
    public Task<List<ReviewAction>> DoneAsync(int limit, CancellationToken cancellationToken) =>
        database.Ask($"{Actions} where done_at is not null and kind <> 'Session' order by done_at desc limit $1", limit).ListAsync(ReadAction, cancellationToken);

    /// <summary>What reviews said could be simpler in how we work, the newest first (S214).</summary>
    public Task<List<(Guid CaseId, string Idea)>> IdeasAsync(Instant since, int limit, CancellationToken cancellationToken) => database.Ask(
        "select case_id, streamlining from reviews where done_at >= $1 and streamlining <> '' order by done_at desc limit $2", since, limit)
        .ListAsync(row => (row.Id(0), row.Text(1)), cancellationToken);

    /// <summary>Cases of the same customer that share something with this one; restricted ones are left out.</summary>
    public Task<List<LikeCase>> LikeAsync(SupportCase c, string rootCause, Instant since, CancellationToken cancellationToken) => database.Ask(
        """
        select o.reference, o.opened_at, o.type <> '' and o.type = $3, coalesce(r.reason = (select reason from case_reasons where case_id = $1), false),
            coalesce(v.root_cause <> '' and v.root_cause = $4, false)
        from cases o left join case_reasons r on r.case_id = o.id left join reviews v on v.case_id = o.id
        where o.customer_id = $2 and o.id <> $1 and o.opened_at >= $5 and not o.restricted and o.status <> 'Cancelled'
            and ((o.type <> '' and o.type = $3) or r.reason = (select reason from case_reasons where case_id = $1) or (v.root_cause <> '' and v.root_cause = $4))
        order by o.opened_at desc limit 10
        """,
        c.Id, c.CustomerId, c.Type, rootCause, since).ListAsync(
            row => new LikeCase(row.Text(0), row.At(1), row.Flag(2), row.Flag(3), row.Flag(4)), cancellationToken);

    private const string Actions = "select promise_id, case_id, kind, what, owner_id, owner_name, due_at, done_at from review_actions";

    private static ReviewAction ReadAction(Row row) => new(
        row.Id(0), row.Id(1), row.Named<ReviewActionKind>(2), row.Text(3), new Party(row.Id(4), row.Text(5)), row.At(6), row.AtOrNull(7));

    private static Review Read(Row row) => new(row.Id(0), row.Text(1), row.Text(2), row.Text(3))
    {
        CauseWords = row.Text(4),
        GapWords = row.Text(5),
        Recurring = row.IsNull(6) ? null : row.Flag(6),
        Suggested = row.IsNull(7) ? null : row.Flag(7),
        Streamlining = row.Text(8),
        Lessons = row.Text(9),
        Knowledge = row.Flag(10),
        SessionAt = row.AtOrNull(11),
        AskedAt = row.AtOrNull(12),
        DoneAt = row.AtOrNull(13),
        By = row.Text(14),
    };
}
