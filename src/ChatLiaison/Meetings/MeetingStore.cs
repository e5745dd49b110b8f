using ChatLiaison.Storage;

namespace ChatLiaison.Meetings;

/// <summary>The only writer of the tables <c>meetings</c> and <c>meeting_items</c>.</summary>
internal sealed class MeetingStore(Database database)
{
    private const string Columns =
        """
        id, case_id, customer_id, kind, at, link, purpose, questions, recording, scheduled_by, scheduled_by_id, hold_promise, state,
        attendees, perspective, constraints, outcome, held_by, inform_promise, follow_up_at,
        told_at, told_by, document
        """;

    public static void Insert(UnitOfWork work, Meeting m) => work.Write(
        """
        insert into meetings (id, case_id, customer_id, kind, at, link, purpose, questions, recording, scheduled_by, scheduled_by_id, scheduled_at, hold_promise, state,
            document)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        """,
        m.Id, m.CaseId, m.CustomerId, m.Kind, m.At, m.Link, m.Purpose, m.Questions, m.Recording, m.ScheduledBy, m.ScheduledById, work.Now, m.HoldPromise, m.State,
        m.Document);

    public static void Held(UnitOfWork work, Meeting m) => work.Write(
        """
        update meetings set state = 'Held', attendees = $2, perspective = $3, constraints = $4, outcome = $5, held_by = $6, held_at = $7,
            inform_promise = $8, follow_up_at = $9, document = $10
        where id = $1
        """,
        m.Id, m.Attendees, m.Perspective, m.Constraints, m.Outcome, m.HeldBy, work.Now, m.InformPromise, m.FollowUpAt, m.Document);

    public static void AddItem(UnitOfWork work, MeetingItem item) => work.Write(
        "insert into meeting_items (promise_id, meeting_id, what, owner, due_at) values ($1, $2, $3, $4, $5)",
        item.PromiseId, item.MeetingId, item.What, item.Owner, item.DueAt);

    /// <summary>The customer was told what came out of these meetings, and nothing is left to wait for: they are ticked off.</summary>
    /// <param name="informs">The promises to tell them that were kept.</param>
    /// <returns>Those that were.</returns>
    public static Task<List<Meeting>> ToldAsync(UnitOfWork work, Guid caseId, IReadOnlyList<Guid> informs, string by, CancellationToken cancellationToken) => work.ReadAsync(
        $"""
        update meetings set told_at = coalesce(told_at, $3), told_by = case when told_at is null then $4 else told_by end, state = 'Done', done_at = $3, done_by = $4
        where case_id = $1 and inform_promise = any($2) and state = 'Held' returning {Columns}
        """,
        [caseId, informs.ToArray(), work.Now, by], Read, cancellationToken);

    public static void End(UnitOfWork work, Guid id, MeetingState state, string by) =>
        work.Write("update meetings set state = $2, done_at = $3, done_by = $4 where id = $1", id, state, work.Now, by);

    public Task<Meeting?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.Ask($"select {Columns} from meetings where id = $1", id).FirstAsync(Read, cancellationToken);

    /// <summary>Held until the unit of work ends.</summary>
    public static async Task<Meeting?> HoldAsync(UnitOfWork work, Guid id, CancellationToken cancellationToken) =>
        (await work.ReadAsync($"select {Columns} from meetings where id = $1 for update", [id], Read, cancellationToken)).FirstOrDefault();

    /// <summary>A case's meetings, the latest first; cancelled ones are left out.</summary>
    public Task<List<Meeting>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken) => database.Ask(
        $"select {Columns} from meetings where case_id = $1 and state <> 'Cancelled' order by at desc, id desc", caseId).ListAsync(Read, cancellationToken);

    /// <summary>What is to be done after the meetings of a case, the nearest first; what was taken back is left out.</summary>
    public Task<List<MeetingItem>> ItemsAsync(Guid caseId, CancellationToken cancellationToken) => database.Ask(
        """
        select i.promise_id, i.meeting_id, i.what, i.owner, i.due_at, p.fulfilled_at
        from meetings m join meeting_items i on i.meeting_id = m.id left join promises p on p.id = i.promise_id
        where m.case_id = $1 and not coalesce(p.dropped or p.state = 'Cancelled', false) order by i.due_at, i.promise_id
        """,
        caseId).ListAsync(
            row => new MeetingItem(row.Id(0), row.Id(1), row.Text(2), row.Text(3), row.At(4)) { DoneAt = row.AtOrNull(5) }, cancellationToken);

    private static Meeting Read(Row row) => new()
    {
        Id = row.Id(0),
        CaseId = row.Id(1),
        CustomerId = row.Int(2),
        Kind = row.Named<MeetingKind>(3),
        At = row.At(4),
        Link = row.Text(5),
        Purpose = row.Text(6),
        Questions = row.Text(7),
        Recording = row.Text(8),
        ScheduledBy = row.Text(9),
        ScheduledById = row.IdOrNull(10),
        HoldPromise = row.Id(11),
        State = row.Named<MeetingState>(12),
        Attendees = row.Text(13),
        Perspective = row.Text(14),
        Constraints = row.Text(15),
        Outcome = row.Text(16),
        HeldBy = row.Text(17),
        InformPromise = row.IdOrNull(18),
        FollowUpAt = row.AtOrNull(19),
        ToldAt = row.AtOrNull(20),
        ToldBy = row.Text(21),
        Document = row.Text(22),
    };
}
