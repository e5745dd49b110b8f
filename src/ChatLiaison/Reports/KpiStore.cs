using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>The shares among the digest's figures, over any stretch of time. It only reads, by the digest's own indexes.</summary>
internal sealed class KpiStore(Database database)
{
    public Task<KpiFigure> PromisesKeptAsync(Interval span, CancellationToken cancellationToken) => ShareAsync(
        """
        select count(*) filter (where kept)::int, count(*)::int, count(distinct case_id)::int from (
            select case_id, true as kept from promises
            where state = 'Kept' and fulfilled_at >= $1 and fulfilled_at < $2 and kind not in ('ClimbTimer', 'CloseTimer')
            union all
            select case_id, false from promises where broken_at >= $1 and broken_at < $2 and kind not in ('ClimbTimer', 'CloseTimer')
        ) counted
        """,
        span, cancellationToken);

    public Task<KpiFigure> ClimbedAsync(Interval span, CancellationToken cancellationToken) => ShareAsync(
        """
        select (select count(distinct case_id)::int from promises where kind = 'LevelResponse' and started_at >= $1 and started_at < $2), count(*)::int, count(*)::int
        from cases where opened_at >= $1 and opened_at < $2
        """,
        span, cancellationToken);

    public Task<KpiFigure> GoodRatingsAsync(Interval span, CancellationToken cancellationToken) => ShareAsync(
        """
        select count(*) filter (where rating >= case when rating_of = 2 then 2 else 4 end)::int, count(*)::int, count(*)::int
        from resolutions where rated_at >= $1 and rated_at < $2
        """,
        span, cancellationToken);

    public Task<KpiFigure> CameBackAsync(Interval span, CancellationToken cancellationToken) => ShareAsync(
        "select count(reopened_at)::int, count(*)::int, count(distinct case_id)::int from resolutions where at >= $1 and at < $2", span, cancellationToken);

    public Task<KpiFigure> SentBackAsync(Interval span, CancellationToken cancellationToken) => ShareAsync(
        """
        select count(*) filter (where exists (select from handoff_questions q where q.handoff_id = h.id and q.case_id = h.case_id and q.kind = 'Bounce'))::int,
            count(*)::int, count(distinct case_id)::int
        from handoffs h where sent_at >= $1 and sent_at < $2
        """,
        span, cancellationToken);

    public Task<KpiFigure> KeepsComingAsync(Interval span, CancellationToken cancellationToken) => ShareAsync(
        "select count(*) filter (where recurring)::int, count(*)::int, count(*)::int from reviews where done_at >= $1 and done_at < $2", span, cancellationToken);

    public Task<KpiFigure> SeenFirstAsync(Interval span, CancellationToken cancellationToken) => ShareAsync(
        "select count(*) filter (where detection_gap not in ('', 'none'))::int, count(*)::int, count(*)::int from reviews where done_at >= $1 and done_at < $2",
        span, cancellationToken);

    private Task<KpiFigure> ShareAsync(string sql, Interval span, CancellationToken cancellationToken) =>
        database.Ask(sql, span.Start, span.End).FirstAsync(row => KpiFigure.Share(row.Int(0), row.Int(1), row.Int(2)), cancellationToken);
}
