using ChatLiaison.Cases;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>The only writer of the tables <c>asks</c> and <c>case_hands</c>.</summary>
internal sealed class AskStore(Database database)
{
    private const string Columns = "case_id, level, person_id, at, reasons, passed_over, outcome, ended_at, words, asked_by";

    /// <param name="told">True when another message tells them.</param>
    public static void Add(UnitOfWork work, Ask ask, bool told = false) => work.Write(
        """
        insert into asks (case_id, level, person_id, at, reasons, passed_over, told_at, asked_by) values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (case_id, level, person_id) do update set at = excluded.at, reasons = excluded.reasons, passed_over = excluded.passed_over,
            told_at = excluded.told_at, asked_by = excluded.asked_by, ended_at = null, outcome = null, words = ''
        """,
        ask.CaseId, ask.Level, ask.PersonId, ask.At, ask.Reasons.ToArray(), ask.PassedOver.ToArray(), told ? ask.At : (Instant?)null, ask.By);

    /// <summary>Whoever was asked and has not answered: they have now, or somebody else has.</summary>
    public static void Settle(UnitOfWork work, Guid caseId, Guid? answeredBy) => work.Write(
        """
        update asks set ended_at = $2, told_at = coalesce(told_at, $2), outcome = case when person_id = $3::uuid then 'Answered' else 'Overtaken' end
        where case_id = $1 and ended_at is null
        """,
        caseId, work.Now, answeredBy);

    /// <summary>Somebody who was asked works on it: that is an answer, and says nothing about the others.</summary>
    public static void Answered(UnitOfWork work, Guid caseId, Guid personId) => work.Write(
        "update asks set ended_at = $2, outcome = 'Answered' where case_id = $1 and person_id = $3 and ended_at is null", caseId, work.Now, personId);

    /// <summary>The ladder goes on without an answer.</summary>
    public static void Unanswered(UnitOfWork work, Guid caseId) => work.Write(
        "update asks set ended_at = $2, outcome = 'Unanswered' where case_id = $1 and ended_at is null", caseId, work.Now);

    /// <summary>A case that comes back starts anew.</summary>
    public static void Forget(UnitOfWork work, Guid caseId) => work.Write(
        "update asks set ended_at = coalesce(ended_at, $2), outcome = 'Past' where case_id = $1", caseId, work.Now);

    /// <summary>Somebody won't or can't take it, whether or not they were asked in so many words.</summary>
    public static void End(UnitOfWork work, Ask ask) => work.Write(
        """
        insert into asks (case_id, level, person_id, at, reasons, passed_over, told_at, ended_at, outcome, words) values ($1, $2, $3, $4, '{}', '{}', $4, $4, $5, $6)
        on conflict (case_id, level, person_id) do update set ended_at = excluded.ended_at, outcome = excluded.outcome, words = excluded.words
        """,
        ask.CaseId, ask.Level, ask.PersonId, work.Now, ask.Outcome, ask.Words);

    public static void Worked(UnitOfWork work, SupportCase c, Guid personId) => work.Write(
        """
        insert into case_hands (case_id, person_id, customer_id, type, last_at) values ($1, $2, $3, $4, $5)
        on conflict (case_id, person_id) do update set last_at = excluded.last_at, type = excluded.type
        """,
        c.Id, personId, c.CustomerId, c.Type, work.Now);

    /// <summary>Everyone who was asked, the first first; read in the transaction, so what it has written is seen.</summary>
    public static Task<List<Ask>> ListAsync(UnitOfWork work, Guid caseId, CancellationToken cancellationToken) =>
        work.ReadAsync($"select {Columns} from asks where case_id = $1 order by at, level", [caseId], Read, cancellationToken);

    /// <summary>What a person was asked and has not been told of yet, and can still answer.</summary>
    public Task<List<Ask>> UntoldAsync(Guid personId, Guid? only, CancellationToken cancellationToken) => database.Ask(
        $"select {Columns} from asks where person_id = $1 and ended_at is null and told_at is null and ($2::uuid is null or case_id = $2::uuid) order by at, case_id",
        personId, only).ListAsync(Read, cancellationToken);

    public Task ToldAsync(Guid personId, Guid? only, Instant now, CancellationToken cancellationToken) => database.Ask(
        """
        update asks a set told_at = $2 where person_id = $1 and ended_at is null and told_at is null and at <= $2
            and case when $3::uuid is null then not exists (select 1 from cases c where c.id = a.case_id and c.restricted) else a.case_id = $3::uuid end
        """,
        personId, now, only).RunAsync(cancellationToken);

    /// <summary>Everything that was asked and is not answered.</summary>
    public Task<List<Ask>> OpenAsync(CancellationToken cancellationToken) => database.Ask(
        $"select {Columns} from asks where ended_at is null order by at").ListAsync(Read, cancellationToken);

    private static Ask Read(Row row) => new(row.Id(0), row.Int(1), row.Id(2), row.At(3), row.Texts(4), row.Texts(5))
    {
        Outcome = row.IsNull(6) ? null : row.Named<AskOutcome>(6),
        EndedAt = row.AtOrNull(7),
        Words = row.Text(8),
        By = row.IdOrNull(9),
    };
}
