using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.People;

/// <summary>The only writer of the table <c>absences</c>. Each write moves the directory's mark, so that every server reads again.</summary>
internal sealed class AbsenceStore(Database database)
{
    private const string Columns = "id, person_id, starts_at, ends_at, reason, cover_id, consent, answer_by, begun_at";

    /// <summary>Those that are not over.</summary>
    public Task<List<Absence>> OpenAsync(CancellationToken cancellationToken) =>
        database.Ask($"select {Columns} from absences where ended_at is null order by starts_at, id").ListAsync(Read, cancellationToken);

    public Task<Absence?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.Ask($"select {Columns} from absences where id = $1", id).FirstAsync(Read, cancellationToken);

    /// <summary>Those on which something is to be done by now: one to begin, a question that stayed unanswered, one that is over.</summary>
    public Task<List<Guid>> DueAsync(Instant now, int limit, CancellationToken cancellationToken) => database.Ask(
        """
        select id from absences
        where ended_at is null and ((starts_at <= $1 and begun_at is null) or ends_at <= $1 or (consent = 'Asked' and answer_by <= $1))
        order by starts_at, id limit $2
        """,
        now, limit).ListAsync(row => row.Id(0), cancellationToken);

    /// <summary>Loads one that is not over and holds it until the unit of work ends.</summary>
    public static async Task<Absence?> HoldAsync(UnitOfWork work, Guid id, CancellationToken cancellationToken) =>
        (await work.ReadAsync($"select {Columns} from absences where id = $1 and ended_at is null for update", [id], Read, cancellationToken)).FirstOrDefault();

    /// <summary>A person's that are not over, held; and whoever writes one of theirs comes after.</summary>
    public static async Task<List<Absence>> HoldOfAsync(UnitOfWork work, Guid personId, CancellationToken cancellationToken)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        return await work.ReadAsync(
            $"select {Columns} from absences where person_id = $1 and ended_at is null order by starts_at, id for update", [personId], Read, cancellationToken);
    }

    public static void Write(UnitOfWork work, Absence a)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        work.Write(
            """
            insert into absences (id, person_id, starts_at, ends_at, reason, cover_id, consent, answer_by, begun_at, made_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (id) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at, reason = excluded.reason,
                cover_id = excluded.cover_id, consent = excluded.consent, answer_by = excluded.answer_by, begun_at = excluded.begun_at
            """,
            a.Id, a.PersonId, a.From, a.Until, a.Reason, a.CoverId, a.Consent, a.AnswerBy, a.BegunAt, work.Now);
    }

    /// <summary>It is over, or was taken back before it began.</summary>
    public static void End(UnitOfWork work, Absence a)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        work.Write("update absences set ended_at = $2, ends_at = greatest(least(ends_at, $2), starts_at + interval '1 microsecond') where id = $1", a.Id, work.Now);
    }

    private static Absence Read(Row row) => new(row.Id(0), row.Id(1), row.At(2), row.At(3), row.Text(4), row.IdOrNull(5))
    {
        Consent = row.Named<Consent>(6),
        AnswerBy = row.AtOrNull(7),
        BegunAt = row.AtOrNull(8),
    };
}
