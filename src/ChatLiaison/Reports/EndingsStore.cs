using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>How cases ended in a week: ratings, steps left out, and what reviews found.</summary>
/// <param name="Good">Ratings of 4 or 5, or good.</param>
/// <param name="GapsSeen">Reviews that found that the customer saw it before we did.</param>
/// <param name="ReviewsWaiting">Reviews that were asked for and are not done, whatever their week.</param>
internal sealed record EndingFigures(int Rated, int Good, int Exceptions, int Reviewed, int Recurring, int GapsSeen, int ReviewsWaiting)
{
    /// <summary>Steps of scenarios that were left out with a reason.</summary>
    public int StepsLeftOut { get; init; }

    /// <summary>Walks whose last step was left out, or whose case ended before they did.</summary>
    public int WalksCutShort { get; init; }

    /// <summary>Those of the ratings that are of escalated cases (S250).</summary>
    public int RatedEscalated { get; init; }

    public int GoodEscalated { get; init; }
}

/// <summary>What reviews found, and how often.</summary>
/// <param name="Key">The playbook's.</param>
internal sealed record FoundOften(string Key, int Count);

/// <summary>Resolutions, and those of them that came back: where the customer had confirmed our understanding, and where they had not.</summary>
internal sealed record CameBack(int Confirmed, int ConfirmedBack, int Others, int OthersBack);

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
            (select count(*)::int from reviews where done_at is null and asked_at is not null),
            rated, good,
            (select count(*)::int from scenario_steps where skipped is not null and at >= $1 and at < $2),
            (select count(*)::int from scenario_steps s join scenario_walks w on w.case_id = s.case_id and w.scenario = s.scenario and w.number = s.number
                where s.skipped is not null and s.at >= $1 and s.at < $2 and w.finished_at = s.at)
                + (select count(*)::int from scenario_walks w join cases c on c.id = w.case_id where w.finished_at is null and c.closed_at >= $1 and c.closed_at < $2)
        from (
            select count(*)::int as rated, (count(*) filter (where rating >= case when rating_of = 2 then 2 else 4 end))::int as good from resolutions r
            where rated_at >= $1 and rated_at < $2 and exists (select from promises p where p.case_id = r.case_id and p.kind = 'LevelResponse')
        ) escalated
        """,
        week.Start, week.End).FirstAsync(
            row => new EndingFigures(row.Int(0), row.Int(1), row.Int(2), row.Int(3), row.Int(4), row.Int(5), row.Int(6))
            {
                RatedEscalated = row.Int(7), GoodEscalated = row.Int(8), StepsLeftOut = row.Int(9), WalksCutShort = row.Int(10),
            },
            cancellationToken)
        ?? new EndingFigures(0, 0, 0, 0, 0, 0, 0);

    /// <summary>What reviews of a week found most often, by the playbook's keys, the most frequent first.</summary>
    public async Task<(List<FoundOften> Causes, List<FoundOften> Gaps)> FoundAsync(Interval week, int limit, CancellationToken cancellationToken) => (
        await database.Ask(
            "select root_cause, count(*)::int from reviews where done_at >= $1 and done_at < $2 and root_cause <> '' group by 1 order by 2 desc, 1 limit $3",
            week.Start, week.End, limit).ListAsync(ReadFound, cancellationToken),
        await database.Ask(
            "select detection_gap, count(*)::int from reviews where done_at >= $1 and done_at < $2 and detection_gap not in ('', 'none') group by 1 order by 2 desc, 1 limit $3",
            week.Start, week.End, limit).ListAsync(ReadFound, cancellationToken));

    /// <summary>How many resolutions of a week came back, of those whose case the customer had said we understood, and of the others.</summary>
    public async Task<CameBack> CameBackAsync(Interval week, CancellationToken cancellationToken) => await database.Ask(
        """
        select (count(*) filter (where c.understanding = 'Confirmed'))::int, (count(r.reopened_at) filter (where c.understanding = 'Confirmed'))::int,
            (count(*) filter (where c.understanding <> 'Confirmed'))::int, (count(r.reopened_at) filter (where c.understanding <> 'Confirmed'))::int
        from resolutions r join cases c on c.id = r.case_id where r.at >= $1 and r.at < $2
        """,
        week.Start, week.End).FirstAsync(row => new CameBack(row.Int(0), row.Int(1), row.Int(2), row.Int(3)), cancellationToken) ?? new CameBack(0, 0, 0, 0);

    private static FoundOften ReadFound(Row row) => new(row.Text(0), row.Int(1));

    /// <summary>The newest exceptions of a week; those of restricted cases are only counted.</summary>
    public Task<List<LeftOut>> LeftOutAsync(Interval week, int limit, CancellationToken cancellationToken) => database.Ask(
        """
        select c.reference, e.by_name, e.reason, c.status = 'Cancelled' from exceptions e join cases c on c.id = e.case_id
        where e.at >= $1 and e.at < $2 and not c.restricted order by e.at desc limit $3
        """,
        week.Start, week.End, limit).ListAsync(row => new LeftOut(row.Text(0), row.Text(1), row.Text(2), row.Flag(3)), cancellationToken);
}
