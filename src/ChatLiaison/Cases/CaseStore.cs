using ChatLiaison.Storage;

namespace ChatLiaison.Cases;

/// <summary>The only writer of the tables <c>cases</c>, <c>case_viewers</c> and <c>timeline</c>.</summary>
internal sealed class CaseStore(Database database)
{
    private static readonly RowForm Line = new("timeline", "(case_id, at, kind, actor, side, for_customer, text)", "($1, $2, $3, $4, $5, $6, $7)");

    /// <summary>
    /// Collects the insert of a new case. Its number comes from its customer's own sequence inside the statement, so a submission stays
    /// one round trip and no two wait for each other; <paramref name="stored"/> is handed the reference when it goes out.
    /// </summary>
    public static void Insert(UnitOfWork work, SupportCase c, string customerKey, Action<string> stored) => work.Write(
        """
        insert into cases (id, customer_id, reference, title, status, priority, proposed_priority, type, understanding, owner_id, owner_name,
            liaison_id, contact_name, contact_platform, contact_user, platform, channel_id, sentiment, opened_at, opened_by, details, policy_version, restricted)
        values ($1, $2, $3 || '-' || nextval('case_number_' || $2::text), $4, $5, $6, $7, $8, $9, $10, $11,
            $12, $13, $14, $15, $16, $17, $18, $19, $20, $21::jsonb, $22, $23)
        returning reference
        """,
        [
            c.Id, c.CustomerId, customerKey, c.Title, c.Status, c.Priority, c.ProposedPriority, c.Type, c.Understanding, c.Owner?.Id, c.Owner?.Name,
            c.LiaisonId, c.ContactName, c.ContactPlatform, c.ContactUser, c.Platform, c.ChannelId, c.Sentiment, c.OpenedAt, c.OpenedBy,
            c.Details.ToJson(), c.PolicyVersion, c.Restricted,
        ],
        row => stored(row.Text(0)));

    public static void Update(UnitOfWork work, SupportCase c) => work.Write(
        """
        update cases set title = $2, status = $3, priority = $4, type = $5, understanding = $6, level = $7, restricted = $8, expedited = $9,
            owner_id = $10, owner_name = $11, engineering_owner_id = $12, engineering_owner_name = $13, acknowledged_at = $14,
            acknowledged_by = $15, first_response_at = $16, last_update_at = $17, next_update_at = $18, resolved_at = $19, closed_at = $20,
            resolution = $21, reopened = $22, new_for_owner = $23, details = $24::jsonb, course = $25::jsonb, version = version + 1
        where id = $1
        """,
        c.Id, c.Title, c.Status, c.Priority, c.Type, c.Understanding, c.Level, c.Restricted, c.Expedited, c.Owner?.Id, c.Owner?.Name,
        c.EngineeringOwner?.Id, c.EngineeringOwner?.Name, c.AcknowledgedAt, c.AcknowledgedBy, c.FirstResponseAt, c.LastUpdateAt,
        c.NextUpdateAt, c.ResolvedAt, c.ClosedAt, c.Resolution.Length == 0 ? null : c.Resolution, c.Reopened, c.NewForOwner, c.Details.ToJson(), c.Course.ToJson());

    /// <summary>
    /// Files that waited elsewhere for the case to be opened become its own; one that it has already is not added again. In SQL, so that
    /// a submission stays one round trip.
    /// </summary>
    /// <param name="waiting">A query of one column, <c>files</c>, a JSON list as in the details.</param>
    /// <param name="caseId">The parameter of the case's id, such as <c>$1</c>.</param>
    public static string FilesTaken(string waiting, string caseId) =>
        $"""
        update cases c set details = jsonb_set(c.details, array['files'], coalesce(c.details -> 'files', '[]') || more.files)
        from (
            select jsonb_agg(f.file) as files from (
                select distinct on (file ->> 'url') file from ({waiting}) w cross join jsonb_array_elements(w.files) file
                where not exists (
                    select from cases k cross join jsonb_array_elements(coalesce(k.details -> 'files', '[]')) had
                    where k.id = {caseId} and had ->> 'url' = file ->> 'url')
                limit {CaseDetails.MostFiles}) f) more
        where c.id = {caseId} and more.files is not null
        """;

    public static void Record(UnitOfWork work, Guid caseId, CaseEvent happened, Actor by) => work.Insert(
        Line, caseId, work.Now, happened.Kind, by.Name, by.Side, happened.ForCustomer, happened.Text);

    /// <summary>Loads a case and holds it until the unit of work ends, so that of two people who press at once one comes second.</summary>
    public static async Task<SupportCase?> HoldAsync(UnitOfWork work, Guid id, CancellationToken cancellationToken) =>
        (await work.ReadAsync($"select {CaseRow.ColumnsOfOne} from cases where id = $1 for update", [id], CaseRow.ReadOne, cancellationToken)).FirstOrDefault();

    public static async Task<SupportCase?> HoldAsync(UnitOfWork work, string reference, CancellationToken cancellationToken) =>
        (await work.ReadAsync($"select {CaseRow.ColumnsOfOne} from cases where reference = $1 for update", [reference], CaseRow.ReadOne, cancellationToken))
            .FirstOrDefault();

    public Task<SupportCase?> FindAsync(string reference, CancellationToken cancellationToken) =>
        database.Ask($"select {CaseRow.ColumnsOfOne} from cases where reference = $1", reference).FirstAsync(CaseRow.ReadOne, cancellationToken);

    public Task<SupportCase?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.Ask($"select {CaseRow.ColumnsOfOne} from cases where id = $1", id).FirstAsync(CaseRow.ReadOne, cancellationToken);

    /// <summary>Those of these cases that nobody holds.</summary>
    public static Task<List<SupportCase>> UnheldAsync(UnitOfWork work, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => work.ReadAsync(
        $"select {CaseRow.Columns} from cases where id = any($1) and owner_id is null and engineering_owner_id is null", [ids.ToArray()], CaseRow.Read, cancellationToken);

    /// <summary>The case that a second delivery of an act opened the first time; null when it opened none.</summary>
    public Task<SupportCase?> FindByActAsync(string key, CancellationToken cancellationToken) => database.Ask(
        $"select {CaseRow.ColumnsOfOne} from cases where id = (select case_id from inbox where key = $1)", key).FirstAsync(CaseRow.ReadOne, cancellationToken);

    /// <summary>The case that the thread belongs to, and our lasting name of the message it hangs from; null when it is no case's thread.</summary>
    public async Task<CaseThread?> FindThreadAsync(string platform, string channelId, string rootId, CancellationToken cancellationToken)
    {
        var found = await database.Ask(
            "select case_id, anchor from messages where platform = $1 and channel_id = $2 and message_id = $3 and case_id is not null limit 1",
            platform, channelId, rootId).ListAsync(row => new CaseThread(row.Id(0), row.Text(1)), cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>
    /// Open cases, the most pressing first, of one holder, one customer, both or all. At most <paramref name="limit"/>. A statement for
    /// each, since one for all would be planned without the index that fits.
    /// </summary>
    public Task<List<SupportCase>> ListOpenAsync(Guid? owner, int? customer, int limit, CancellationToken cancellationToken)
    {
        const string Open = $"select {CaseRow.Columns} from cases where closed_at is null and not restricted";
        const string Held = "(owner_id = $2 or engineering_owner_id = $2)";
        const string Pressing = "order by status = 'Resolved', priority, opened_at limit $1";
        var asked = (owner, customer) switch
        {
            ({ } holder, { } of) => database.Ask($"{Open} and {Held} and customer_id = $3 {Pressing}", limit, holder, of),
            ({ } holder, null) => database.Ask($"{Open} and {Held} {Pressing}", limit, holder),
            (null, { } of) => database.Ask($"{Open} and customer_id = $2 {Pressing}", limit, of),
            _ => database.Ask($"{Open} {Pressing}", limit),
        };
        return asked.ListAsync(CaseRow.Read, cancellationToken);
    }

    /// <summary>The open cases that only some may see; the caller leaves out what is not theirs to see.</summary>
    public Task<List<SupportCase>> ListRestrictedAsync(CancellationToken cancellationToken) => database.Ask(
        $"select {CaseRow.Columns} from cases where closed_at is null and restricted order by status = 'Resolved', priority, opened_at limit 500").ListAsync(CaseRow.Read, cancellationToken);

    /// <summary>The restricted cases that this person of a customer's reported and that are not ended, the most pressing first.</summary>
    public Task<List<SupportCase>> ListReportedInConfidenceAsync(string platform, string user, CancellationToken cancellationToken) => database.Ask(
        $"select {CaseRow.Columns} from cases where closed_at is null and restricted and contact_platform = $1 and contact_user = $2 order by status = 'Resolved', priority, opened_at limit 15",
        platform, user).ListAsync(CaseRow.Read, cancellationToken);

    /// <summary>Those of some references that stand for a case which only some may see, ended ones too.</summary>
    public Task<List<(Guid Id, string Reference, bool Critical)>> RestrictedOfAsync(IReadOnlyCollection<string> references, CancellationToken cancellationToken) => database.Ask(
        "select id, reference, priority = 'P1' from cases where reference = any($1) and restricted", (object)references.ToArray()).ListAsync(row => (row.Id(0), row.Text(1), row.Flag(2)), cancellationToken);

    /// <summary>The reasons for which a case was moved up, by the playbook's names.</summary>
    public Task<List<string>> TriggersAsync(Guid caseId, CancellationToken cancellationToken) =>
        database.Ask("select text from timeline where case_id = $1 and kind = 'Triggered'", caseId).ListAsync(row => row.Text(0), cancellationToken);

    /// <summary>Lets one of our people see a case while it is restricted.</summary>
    public static void LetSee(UnitOfWork work, Guid caseId, Guid person, string by) => work.Write(
        "insert into case_viewers (case_id, person_id, by_name, at) values ($1, $2, $3, $4) on conflict do nothing", caseId, person, by, work.Now);

    public Task<List<TimelineLine>> TimelineAsync(Guid caseId, int limit, CancellationToken cancellationToken) => database.Ask(
        """
        select at, kind, actor, side, for_customer, text, id from (select * from timeline where case_id = $1 order by id desc limit $2) newest order by id
        """,
        caseId, limit).ListAsync(ReadLine, cancellationToken);

    /// <summary>The newest lines of these kinds, oldest first.</summary>
    public Task<List<TimelineLine>> TimelineAsync(Guid caseId, IEnumerable<CaseEventKind> kinds, int limit, CancellationToken cancellationToken) => database.Ask(
        """
        select at, kind, actor, side, for_customer, text, id from (
            select * from timeline where case_id = $1 and kind = any($2) order by id desc limit $3) newest order by id
        """,
        caseId, kinds.Select(k => k.ToString()).ToArray(), limit).ListAsync(ReadLine, cancellationToken);

    private static TimelineLine ReadLine(Row row) =>
        new(row.At(0), row.Named<CaseEventKind>(1), row.Text(2), row.Named<Side>(3), row.Flag(4), row.Text(5)) { Id = row.Long(6) };
}

/// <summary>One line of a case's record.</summary>
internal sealed record TimelineLine(NodaTime.Instant At, CaseEventKind Kind, string Actor, Side Side, bool ForCustomer, string Text)
{
    public long Id { get; init; }
}

/// <param name="Anchor">Our lasting name of the message that it hangs from.</param>
internal sealed record CaseThread(Guid CaseId, string Anchor)
{
    /// <summary>It is the customer's thread.</summary>
    public bool Customers => Anchor.EndsWith(":customer", StringComparison.Ordinal);
}
