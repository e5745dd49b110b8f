using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>How cases ended in a week: ratings, steps left out, and what reviews found.</summary>
/// <param name="Good">Ratings of 4 or 5, or good.</param>
/// <param name="GapsSeen">Reviews that found that the customer saw it before we did.</param>
/// <param name="ReviewsWaiting">Reviews that were asked for and are not done, whatever their week.</param>
internal sealed record EndingFigures(int Rated, int Good, int Exceptions, int Reviewed, int Recurring, int GapsSeen, int ReviewsWaiting);

/// <summary>A case that ended past a missing step, with the reason.</summary>
internal sealed record LeftOut(string Reference, string By, string Reason, bool Cancelled);

/// <summary>Reads how cases ended.</summary>
internal sealed class EndingsStore(Database database)
{
    public async Task<EndingFigures> ReadAsync(Interval week, CancellationToken cancellationToken) => await database.Ask(
        """
        select
            (select count(*)::int from resolutions where rated_at >= $1 and rated_at < $2),
            (select count(*)::int from resolutions where rated_at >= $1 and rated_at < $2 and rating >= case when rating_of = 2 then 2 else 4 end),
            (select count(*)::int from exceptions where at >= $1 and at < $2),
            (select count(*)::int from reviews where done_at >= $1 and done_at < $2),
            (select count(*)::int from reviews where done_at >= $1 and done_at < $2 and recurring),
            (select count(*)::int from reviews where done_at >= $1 and done_at < $2 and detection_gap not in ('', 'none')),
            (select count(*)::int from reviews where done_at is null and asked_at is not null)
        """,
        week.Start, week.End).FirstAsync(row => new EndingFigures(row.Int(0), row.Int(1), row.Int(2), row.Int(3), row.Int(4), row.Int(5), row.Int(6)), cancellationToken)
        ?? new EndingFigures(0, 0, 0, 0, 0, 0, 0);

    /// <summary>The newest exceptions of a week; those of restricted cases are only counted.</summary>
    public Task<List<LeftOut>> LeftOutAsync(Interval week, int limit, CancellationToken cancellationToken) => database.Ask(
        """
        select c.reference, e.by_name, e.reason, c.status = 'Cancelled' from exceptions e join cases c on c.id = e.case_id
        where e.at >= $1 and e.at < $2 and not c.restricted order by e.at desc limit $3
        """,
        week.Start, week.End, limit).ListAsync(row => new LeftOut(row.Text(0), row.Text(1), row.Text(2), row.Flag(3)), cancellationToken);
}
