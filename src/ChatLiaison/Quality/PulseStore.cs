using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Quality;

/// <summary>The only writer of the tables <c>pulses</c> and <c>unasked</c>.</summary>
internal sealed class PulseStore(Database database)
{
    /// <summary>Whether somebody may be asked: when they were last, and whether they want to be at all.</summary>
    public static async Task<(Instant? Last, bool Unasked)> StandingAsync(UnitOfWork work, Guid person, CancellationToken cancellationToken) => (await work.ReadAsync(
        "select (select max(asked_at) from pulses where person_id = $1), exists (select from unasked where person_id = $1)", [person],
        row => (row.AtOrNull(0), row.Flag(1)), cancellationToken))[0];

    public static void Insert(UnitOfWork work, Pulse p) =>
        work.Write("insert into pulses (id, case_id, person_id, side, asked_at) values ($1, $2, $3, $4, $5)", p.Id, p.CaseId, p.PersonId, p.Side, work.Now);

    public Task<Pulse?> FindAsync(Guid id, CancellationToken cancellationToken) => database.Ask(
        "select id, case_id, person_id, side, answer from pulses where id = $1", id).FirstAsync(
            row => new Pulse(row.Id(0), row.Id(1), row.Id(2), row.Named<PulseSide>(3)) { Answer = row.IsNull(4) ? null : row.Int(4) }, cancellationToken);

    public static void Answer(UnitOfWork work, Guid id, int answer) =>
        work.Write("update pulses set answer = $2, answered_at = $3 where id = $1", id, answer, work.Now);

    public static void SetAsked(UnitOfWork work, Guid person, bool asked)
    {
        if (asked)
        {
            work.Write("delete from unasked where person_id = $1", person);
        }
        else
        {
            work.Write("insert into unasked (person_id, since) values ($1, $2) on conflict do nothing", person, work.Now);
        }
    }

    public Task<bool> IsUnaskedAsync(Guid person, CancellationToken cancellationToken) =>
        database.Ask("select exists (select from unasked where person_id = $1)", person).FirstAsync(row => row.Flag(0), cancellationToken);

    /// <summary>By side; a side without an answer is left out.</summary>
    public async Task<IReadOnlyDictionary<PulseSide, PulseMean>> MeansAsync(Interval span, CancellationToken cancellationToken) => (await database.Ask(
        "select side, count(distinct person_id)::int, avg(answer)::float8 from pulses where answered_at >= $1 and answered_at < $2 group by side", span.Start, span.End)
        .ListAsync(row => (Side: row.Named<PulseSide>(0), Mean: new PulseMean(row.Int(1), row.Number(2))), cancellationToken)).ToDictionary(m => m.Side, m => m.Mean);
}
