using ChatLiaison.Customers;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Intake;

/// <summary>One time that somebody reached us and one of ours took down what they said.</summary>
/// <param name="Source"><c>phone</c>, <c>walk-in</c>, <c>email</c>, <c>chat</c> or <c>video</c>.</param>
internal sealed record Call(Guid Id, int CustomerId, string Caller, string Source, string Mood, string Reach, Guid TakenBy, Instant BeganAt)
{
    /// <summary>When it was said that there is nothing else; null while it is open.</summary>
    public Instant? CompletedAt { get; init; }

    public InteractionKind Kind => Source switch
    {
        "walk-in" => InteractionKind.WalkIn,
        "email" => InteractionKind.Email,
        "chat" => InteractionKind.Chat,
        "video" => InteractionKind.Video,
        _ => InteractionKind.Call,
    };
}

/// <summary>A case that came of a call.</summary>
internal sealed record CallCase(Guid Id, string Reference, string Title, bool Restricted);

/// <summary>The only writer of the tables <c>calls</c> and <c>call_cases</c>.</summary>
internal sealed class CallStore(Database database)
{
    private const string Columns = "c.id, c.customer_id, c.caller, c.source, c.mood, c.reach, c.taken_by, c.began_at, c.completed_at";

    private const string CasesSql =
        "select c.id, c.reference, c.title, c.restricted from call_cases l join cases c on c.id = l.case_id where l.call_id = $1 order by l.position, c.id";

    /// <summary>Begins a call, or notes that more of it was taken down.</summary>
    public static void Write(UnitOfWork work, Call c) => work.Write(
        """
        insert into calls (id, customer_id, caller, source, mood, reach, taken_by, began_at, touched_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (id) do update set touched_at = excluded.touched_at, reminded_at = null
        """,
        c.Id, c.CustomerId, c.Caller, c.Source, c.Mood, c.Reach, c.TakenBy, c.BeganAt, work.Now);

    public static void Link(UnitOfWork work, Guid call, Guid caseId) => work.Write(
        "insert into call_cases (call_id, case_id, position) select $1, $2, count(*) from call_cases where call_id = $1 on conflict do nothing", call, caseId);

    /// <summary>Marks it complete; false when it was already.</summary>
    public static async Task<bool> CompleteAsync(UnitOfWork work, Guid call, CancellationToken cancellationToken) => (await work.ReadAsync(
        "update calls set completed_at = $2 where id = $1 and completed_at is null returning 1", [call, work.Now], row => row.Int(0), cancellationToken)).Count == 1;

    public static Task<List<CallCase>> CasesAsync(UnitOfWork work, Guid call, CancellationToken cancellationToken) =>
        work.ReadAsync(CasesSql, [call], ReadCase, cancellationToken);

    /// <summary>Calls that nobody completed and nothing was added to since an instant; each is given once.</summary>
    public static Task<List<Call>> TakeForgottenAsync(UnitOfWork work, Instant since, CancellationToken cancellationToken) => work.ReadAsync(
        $"""
        update calls c set reminded_at = $2 where c.id in (
            select id from calls where completed_at is null and reminded_at is null and touched_at <= $1 order by touched_at limit 50 for update skip locked)
        returning {Columns}
        """,
        [since, work.Now], Read, cancellationToken);

    public Task<Call?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.Ask($"select {Columns} from calls c where c.id = $1", id).FirstAsync(Read, cancellationToken);

    /// <summary>The call that a case came of; null when it came of none.</summary>
    public Task<Call?> OfCaseAsync(Guid caseId, CancellationToken cancellationToken) => database.Ask(
        $"select {Columns} from calls c join call_cases l on l.call_id = c.id where l.case_id = $1 limit 1", caseId).FirstAsync(Read, cancellationToken);

    public Task<List<CallCase>> CasesAsync(Guid call, CancellationToken cancellationToken) => database.Ask(CasesSql, call).ListAsync(ReadCase, cancellationToken);

    private static CallCase ReadCase(Row row) => new(row.Id(0), row.Text(1), row.Text(2), row.Flag(3));

    private static Call Read(Row row) => new(row.Id(0), row.Int(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5), row.Id(6), row.At(7))
    {
        CompletedAt = row.AtOrNull(8),
    };
}
