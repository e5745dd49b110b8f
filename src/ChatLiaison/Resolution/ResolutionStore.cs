using ChatLiaison.Storage;

namespace ChatLiaison.Resolution;

/// <summary>The only writer of the tables <c>resolutions</c>, <c>case_reasons</c> and <c>exceptions</c>.</summary>
internal sealed class ResolutionStore(Database database)
{
    private const string Columns =
        """
        case_id, number, at, by_name, done, cause, prevention, reason, told_at, verified_at, verified_by, verified_how, recorded_by,
        followed_up_at, followed_up_by, follow_up_words, asked_at, rating_asked_on, rating, rating_of, rated_by, rated_at, rating_comment,
        last_chance_at, reopened_at,
        (select count(*) from promises p where p.case_id = resolutions.case_id and p.fulfilled_at is null and p.kind in ('Personal', 'ActionItem'))::int,
        (select max(p.due_at) from promises p where p.case_id = resolutions.case_id and p.fulfilled_at is null and p.kind in ('Personal', 'ActionItem')),
        exists (select 1 from promises p where p.case_id = resolutions.case_id and p.fulfilled_at is null and p.kind in ('NextResponse', 'PersonAsked')), try_this, comes_back
        """;

    private const string Newest = $"select {Columns} from resolutions where case_id = $1 order by number desc limit 1";

    public Task<CaseResolution?> FindAsync(Guid caseId, CancellationToken cancellationToken) => database.Ask(Newest, caseId).FirstAsync(Read, cancellationToken);

    public Task<CaseResolution?> FindAsync(Guid caseId, int number, CancellationToken cancellationToken) =>
        database.Ask($"select {Columns} from resolutions where case_id = $1 and number = $2", caseId, number).FirstAsync(Read, cancellationToken);

    /// <summary>The newest resolution, held until the unit of work ends.</summary>
    public static async Task<CaseResolution?> HoldAsync(UnitOfWork work, Guid caseId, CancellationToken cancellationToken) =>
        (await work.ReadAsync(Newest + " for update", [caseId], Read, cancellationToken)).FirstOrDefault();

    public static void Insert(UnitOfWork work, CaseResolution r) => work.Write(
        """
        insert into resolutions (case_id, number, at, by_name, done, cause, prevention, reason, told_at, rating_of, try_this, comes_back)
        values ($1, $9, $2, $3, $4, $5, $6, $7, $8, $10, $11, $12)
        """,
        r.CaseId, r.At, r.By, r.Done, r.Cause, r.Prevention, r.Reason, r.ToldAt, r.Number, r.RatingOf, r.Try, r.ComesBack);

    public static void Verified(UnitOfWork work, CaseResolution r, Verification v, string rateOn) => work.Write(
        """
        update resolutions set verified_at = $3, verified_by = $4, verified_how = $5, recorded_by = $6, told_at = coalesce(told_at, $3), asked_at = null,
            rating_asked_at = coalesce(rating_asked_at, case when $7 = '' then null else $3 end), rating_asked_on = coalesce(rating_asked_on, nullif($7, ''))
        where case_id = $1 and number = $2
        """,
        r.CaseId, r.Number, v.At, v.By, v.How, v.RecordedBy.Length == 0 ? null : v.RecordedBy, rateOn);

    /// <summary>Who was spoken to, and not only written to, has said what their words meant.</summary>
    public static void FollowedUp(UnitOfWork work, CaseResolution r, string by, string words, string rateOn) => work.Write(
        """
        update resolutions set followed_up_at = $3, followed_up_by = $4, follow_up_words = nullif($5, ''), asked_at = case when $5 = '' then null else asked_at end,
            rating_asked_at = coalesce(rating_asked_at, case when $6 = '' then null else $3 end), rating_asked_on = coalesce(rating_asked_on, nullif($6, ''))
        where case_id = $1 and number = $2
        """,
        r.CaseId, r.Number, work.Now, by, words, rateOn);

    public static void AskRating(UnitOfWork work, CaseResolution r, string on) => work.Write(
        "update resolutions set rating_asked_at = $3, rating_asked_on = $4 where case_id = $1 and number = $2 and rating_asked_at is null", r.CaseId, r.Number, work.Now, on);

    public static void Rated(UnitOfWork work, CaseResolution r, Rating rating) => work.Write(
        "update resolutions set rating = $3, rated_by = $4, rated_at = $5, rating_comment = $6 where case_id = $1 and number = $2",
        r.CaseId, r.Number, rating.Score, rating.By, rating.At, rating.Comment);

    /// <summary>The customer is asked what their words mean, or has said so.</summary>
    public static void Asked(UnitOfWork work, CaseResolution r, bool waits) => work.Write(
        "update resolutions set asked_at = $3 where case_id = $1 and number = $2", r.CaseId, r.Number, waits ? work.Now : null);

    public static void LastChance(UnitOfWork work, CaseResolution r) => work.Write(
        "update resolutions set last_chance_at = $3 where case_id = $1 and number = $2", r.CaseId, r.Number, work.Now);

    public static void Reopened(UnitOfWork work, Guid caseId) => work.Write(
        "update resolutions set reopened_at = $2, asked_at = null where case_id = $1 and number = (select max(number) from resolutions where case_id = $1)", caseId, work.Now);

    public Task<string?> ReasonAsync(Guid caseId, CancellationToken cancellationToken) =>
        database.Ask("select reason from case_reasons where case_id = $1", caseId).FirstAsync(row => row.TextOrNull(0), cancellationToken);

    public static void SetReason(UnitOfWork work, Guid caseId, string reason, string by)
    {
        work.Write(
            """
            insert into case_reasons (case_id, reason, by_name, at) values ($1, $2, $3, $4)
            on conflict (case_id) do update set reason = excluded.reason, by_name = excluded.by_name, at = excluded.at
            """,
            caseId, reason, by, work.Now);
        work.Write(
            "update resolutions set reason = $2 where case_id = $1 and number = (select max(number) from resolutions where case_id = $1)", caseId, reason);
    }

    public static void Except(UnitOfWork work, Guid caseId, string by, IReadOnlyList<string> steps, string reason) => work.Write(
        "insert into exceptions (case_id, at, by_name, steps, reason) values ($1, $2, $3, $4, $5)", caseId, work.Now, by, steps.ToArray(), reason);

    private static CaseResolution Read(Row row) => new(row.Id(0), row.Int(1), row.At(2), row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7))
    {
        ToldAt = row.AtOrNull(8),
        Verified = row.AtOrNull(9) is { } verified ? new(verified, row.TextOrNull(10) ?? "", row.TextOrNull(11) ?? "", row.TextOrNull(12) ?? "") : null,
        FollowedUpAt = row.AtOrNull(13),
        FollowedUpBy = row.TextOrNull(14) ?? "",
        FollowUpWords = row.TextOrNull(15) ?? "",
        IsAsked = !row.IsNull(16),
        RatingAskedOn = row.TextOrNull(17) ?? "",
        RatingOf = row.Int(19),
        Rating = row.IsNull(18) ? null : new(row.Int(18), row.Int(19), row.TextOrNull(20) ?? "", row.At(21), row.Text(22)),
        LastChanceAt = row.AtOrNull(23),
        ReopenedAt = row.AtOrNull(24),
        StillPromised = row.Int(25),
        PromisedUntil = row.AtOrNull(26),
        AnswerOwed = row.Flag(27),
        Try = row.Text(28),
        ComesBack = row.Text(29),
    };
}
