using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Storage;

namespace ChatLiaison.Promises;

/// <summary>The only writer of the tables <c>commitments</c> and <c>communication_plans</c>: what there is to a promise beside its clock.</summary>
internal sealed class CommitmentStore(Database database)
{
    /// <param name="saidAs">Our name of the message that says it to the customer; empty for none.</param>
    public static void Insert(UnitOfWork work, Guid caseId, Commitment made, string by, string saidAs) => work.Write(
        """
        insert into commitments (promise_id, case_id, made_by, told, draft, anchor, platform, channel_id, message_id, thread_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        made.Id, caseId, by, made.Told, made.Draft, saidAs.Length == 0 ? null : saidAs,
        made.Source?.Platform, made.Source?.ChannelId, made.Source?.MessageId, made.Source?.ThreadId);

    /// <summary>The customer reads of promises that were made before.</summary>
    /// <param name="saidAs">As in <see cref="Insert"/>; where they were said before stays.</param>
    public static void Told(UnitOfWork work, Guid caseId, IReadOnlyList<Guid> promises, string saidAs) => work.Write(
        "update commitments set told = true, anchor = coalesce(anchor, $3) where case_id = $1 and promise_id = any($2)",
        caseId, promises.ToArray(), saidAs.Length == 0 ? null : saidAs);

    public static void Agree(UnitOfWork work, Guid caseId, CommunicationPlan plan, string by) => work.Write(
        """
        insert into communication_plans (case_id, every, on_change, reach_by, details, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (case_id) do update set every = excluded.every, on_change = excluded.on_change, reach_by = excluded.reach_by,
            details = excluded.details, changed_by = excluded.changed_by, changed_at = excluded.changed_at
        """,
        caseId, plan.Every, plan.OnChange, plan.By, plan.Details, by, work.Now);

    public static async Task<CommunicationPlan?> PlanAsync(UnitOfWork work, Guid caseId, CancellationToken cancellationToken) =>
        (await work.ReadAsync(PlanOf, [caseId], ReadPlan, cancellationToken)).FirstOrDefault();

    public Task<CommunicationPlan?> PlanAsync(Guid caseId, CancellationToken cancellationToken) =>
        database.Ask(PlanOf, caseId).FirstAsync(ReadPlan, cancellationToken);

    /// <summary>What is known of the promises of a case that were made in words, by the promise.</summary>
    public async Task<IReadOnlyDictionary<Guid, Promised>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken) => (await database.Ask(
        $"""
        select w.promise_id, w.made_by, w.told, w.draft, coalesce(w.platform, m.platform), coalesce(w.channel_id, m.channel_id),
            coalesce(w.message_id, m.message_id), case when w.message_id is null then m.thread_id else w.thread_id end, {OwnWay.Column("w.promise_id", "w.case_id")}
        from commitments w left join messages m on m.anchor = w.anchor where w.case_id = $1
        """,
        caseId).ListAsync(row => (Id: row.Id(0), Promised: new Promised(row.Text(1), row.Flag(2), row.Text(3), SourceAt(row, 4)) { Way = new(row.Text(8)) }), cancellationToken))
        .ToDictionary(p => p.Id, p => p.Promised);

    /// <summary>What is owed in words on a case, the nearest first.</summary>
    public Task<List<OwedInWords>> OwedAsync(Guid caseId, CancellationToken cancellationToken) => database.Ask(
        $"""
        select p.id, p.kind, p.reason, p.due_at, p.owner_id, w.told, w.draft, {OwnWay.Column("p.id", "p.case_id")}, p.started_at from commitments w join promises p on p.id = w.promise_id
        where w.case_id = $1 and p.fulfilled_at is null and p.kind in ('Inform', 'Personal', 'ActionItem', 'CheckBack') order by p.due_at, p.id
        """,
        caseId).ListAsync(
            row => new OwedInWords(row.Id(0), row.Named<PromiseKind>(1), row.Text(2), row.AtOrNull(3), row.IdOrNull(4), row.Flag(5), row.Text(6)) { Way = new(row.Text(7)), At = row.At(8) }, cancellationToken);

    /// <summary>What the customer was promised in words and was done since an instant, the oldest first.</summary>
    /// <param name="since">Null for ever since the case was opened.</param>
    public Task<List<string>> KeptAsync(Guid caseId, NodaTime.Instant? since, CancellationToken cancellationToken) => database.Ask(
        """
        select p.reason from commitments w join promises p on p.id = w.promise_id
        where w.case_id = $1 and w.told and p.kind in ('Personal', 'ActionItem') and p.state in ('Kept', 'Broken') and p.fulfilled_at is not null and not p.dropped
            and ($2::timestamptz is null or p.fulfilled_at > $2) order by p.fulfilled_at
        """,
        caseId, since).ListAsync(row => row.Text(0), cancellationToken);

    internal static MessageRef? SourceAt(Row row, int column) => row.IsNull(column + 2)
        ? null
        : new MessageRef(row.Text(column), row.Text(column + 1), row.Text(column + 2), row.TextOrNull(column + 3));

    private const string PlanOf = "select every, on_change, reach_by, details from communication_plans where case_id = $1";

    private static CommunicationPlan ReadPlan(Row row) => new(row.SpanOrNull(0), row.Flag(1), row.Text(2), row.Text(3));
}

/// <summary>A promise that was made in words and is not fulfilled yet.</summary>
/// <param name="Told">The customer has read these words.</param>
/// <param name="Draft">Words drafted for the customer, for our own eyes.</param>
internal sealed record OwedInWords(Guid Id, PromiseKind Kind, string What, NodaTime.Instant? DueAt, Guid? OwnerId, bool Told, string Draft)
{
    /// <summary>What keeps it.</summary>
    public OwnWay Way { get; init; }

    /// <summary>When it was promised.</summary>
    public NodaTime.Instant At { get; init; }

    /// <summary>It goes on when its case is resolved or ends.</summary>
    public bool Outlives => Kind is PromiseKind.Personal or PromiseKind.ActionItem;
}

/// <summary>How a promise came about.</summary>
/// <param name="By">Who made it.</param>
/// <param name="Told">The customer has read these words.</param>
/// <param name="Draft">Words drafted for the customer, for our own eyes.</param>
/// <param name="Source">The message that said it; null when it was said in none, or the message is still on its way.</param>
internal sealed record Promised(string By, bool Told, string Draft, MessageRef? Source)
{
    /// <summary>What keeps it.</summary>
    public OwnWay Way { get; init; }
}
