using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Storage;

namespace ChatLiaison.Handover;

/// <summary>The only writer of the tables <c>handoffs</c>, <c>handoff_questions</c> and <c>handoff_ratings</c>.</summary>
internal sealed class HandoffStore(Database database)
{
    private const string Columns =
        "id, case_id, state, sent_at, sent_by, sent_by_id, to_id, to_name, score, again, platform, channel_id, user_id, answered_at, answered_by, answered_by_id";

    private const string QuestionColumns =
        "id, handoff_id, case_id, kind, at, by, by_id, missing, question, promise_id, answered_at, answered_by, answer";

    public static void Insert(UnitOfWork work, Handoff h)
    {
        var channel = h.Where as ToChannel;
        var person = h.Where as ToPerson;
        work.Write(
            """
            insert into handoffs (id, case_id, state, sent_at, sent_by, sent_by_id, to_id, to_name, score, again, platform, channel_id, user_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            h.Id, h.CaseId, h.State, h.SentAt, h.SentBy, h.SentById, h.To?.Id, h.To?.Name ?? "", h.Score, h.Again, h.Where.Platform,
            channel?.ChannelId ?? "", person?.UserId ?? "");
    }

    public static void Answered(UnitOfWork work, Guid id, HandoffState state, Actor by) => work.Write(
        "update handoffs set state = $2, answered_at = $3, answered_by = $4, answered_by_id = $5 where id = $1", id, state, work.Now, by.Name, by.Id);

    public static void End(UnitOfWork work, Guid id) => work.Write("update handoffs set state = 'Ended' where id = $1", id);

    /// <summary>The newest hand-off of a case, held until the unit of work ends; null when it was never handed over.</summary>
    public static async Task<Handoff?> HoldAsync(UnitOfWork work, Guid caseId, CancellationToken cancellationToken) =>
        (await work.ReadAsync($"select {Columns} from handoffs where case_id = $1 order by sent_at desc, id desc limit 1 for update", [caseId], Read, cancellationToken))
            .FirstOrDefault();

    public static Task<List<Handoff>> AllAsync(UnitOfWork work, Guid caseId, CancellationToken cancellationToken) =>
        work.ReadAsync($"select {Columns} from handoffs where case_id = $1", [caseId], Read, cancellationToken);

    public Task<Handoff?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.Ask($"select {Columns} from handoffs where id = $1", id).FirstAsync(Read, cancellationToken);

    public Task<Handoff?> NewestAsync(Guid caseId, CancellationToken cancellationToken) =>
        database.Ask($"select {Columns} from handoffs where case_id = $1 order by sent_at desc, id desc limit 1", caseId).FirstAsync(Read, cancellationToken);

    public static void Ask(UnitOfWork work, HandoffQuestion q) => work.Write(
        """
        insert into handoff_questions (id, handoff_id, case_id, kind, at, by, by_id, missing, question, promise_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        q.Id, q.HandoffId, q.CaseId, q.Kind, q.At, q.By, q.ById, q.Missing.ToArray(), q.Question, q.PromiseId);

    public static void Answer(UnitOfWork work, Guid questionId, string by, string answer) => work.Write(
        "update handoff_questions set answered_at = $2, answered_by = $3, answer = $4 where id = $1 and answered_at is null", questionId, work.Now, by, answer);

    /// <summary>What was asked about a case, the oldest first.</summary>
    public Task<List<HandoffQuestion>> QuestionsAsync(Guid caseId, CancellationToken cancellationToken) => database.Ask(
        $"select {QuestionColumns} from handoff_questions where case_id = $1 order by at, id", caseId).ListAsync(ReadQuestion, cancellationToken);

    /// <summary>The question that waits for an answer; null when none does.</summary>
    public async Task<HandoffQuestion?> OpenQuestionAsync(Guid caseId, CancellationToken cancellationToken) =>
        (await QuestionsAsync(caseId, cancellationToken)).FindLast(q => q.AnsweredAt is null);

    /// <summary>The promises to answer that are still open.</summary>
    public static Task<List<Guid>> OpenPromisesAsync(UnitOfWork work, Guid caseId, CancellationToken cancellationToken) =>
        work.ReadAsync("select promise_id from handoff_questions where case_id = $1 and answered_at is null", [caseId], row => row.Id(0), cancellationToken);

    public async Task<HandoffCounts> CountAsync(Guid caseId, CancellationToken cancellationToken) => await database.Ask(
        "select count(*) filter (where kind = 'Bounce')::int, count(*) filter (where kind = 'Ask')::int from handoff_questions where case_id = $1", caseId)
        .FirstAsync(row => new HandoffCounts(row.Int(0), row.Int(1)), cancellationToken) ?? HandoffCounts.None;

    /// <summary>The first tap; a second time it replaces the first.</summary>
    public static void RateComplete(UnitOfWork work, Guid handoffId, HandoffSide side, Guid personId, string person, int complete) => work.Write(
        """
        insert into handoff_ratings (handoff_id, side, person_id, person, complete, at) values ($1, $2, $3, $4, $5, $6)
        on conflict (handoff_id, side) do update set complete = excluded.complete, person_id = excluded.person_id, person = excluded.person, at = excluded.at
        """,
        handoffId, side, personId, person, complete, work.Now);

    /// <summary>The second tap.</summary>
    public static void RateTogether(UnitOfWork work, Guid handoffId, HandoffSide side, int together) => work.Write(
        "update handoff_ratings set together = $3, at = $4 where handoff_id = $1 and side = $2", handoffId, side, together, work.Now);

    private static Handoff Read(Row row) => new()
    {
        Id = row.Id(0),
        CaseId = row.Id(1),
        State = row.Named<HandoffState>(2),
        SentAt = row.At(3),
        SentBy = row.Text(4),
        SentById = row.IdOrNull(5),
        To = row.IdOrNull(6) is { } to ? new Party(to, row.Text(7)) : null,
        Score = row.Int(8),
        Again = row.Flag(9),
        Where = row.Text(12).Length > 0 ? new ToPerson(row.Text(10), row.Text(12)) : new ToChannel(row.Text(10), row.Text(11)),
        AnsweredAt = row.AtOrNull(13),
        AnsweredBy = row.TextOrNull(14) ?? "",
        AnsweredById = row.IdOrNull(15),
    };

    private static HandoffQuestion ReadQuestion(Row row) => new(
        row.Id(0), row.Id(1), row.Id(2), row.Named<QuestionKind>(3), row.At(4), row.Text(5), row.IdOrNull(6), row.Texts(7), row.Text(8), row.Id(9))
    {
        AnsweredAt = row.AtOrNull(10),
        AnsweredBy = row.TextOrNull(11) ?? "",
        Answer = row.TextOrNull(12) ?? "",
    };
}
