using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>
/// Counts what happened in a stretch of time and in the one before it (S230). It only reads; each statement is answered by an index.
/// Restricted cases are left out: a single one would stand here by its cause.
/// </summary>
internal sealed class PatternStore(Database database)
{
    private const string Counts = "count(*) filter (where at >= $2)::int, count(*) filter (where at < $2)::int";

    private const string Open = "not exists (select from cases c where c.id = case_id and c.restricted)";

    private static readonly (PatternTopic Topic, string Sql)[] Questions =
    [
        (PatternTopic.Reason, $"select reason, {Counts} from resolutions where at >= $1 and at < $3 and reason <> '' and {Open} group by 1"),
        (PatternTopic.RootCause,
            $"""
            select what, {Counts} from (
                select root_cause as what, done_at as at, case_id from reviews where done_at >= $1 and done_at < $3 and root_cause <> '') r
            where {Open} group by 1
            """),
        (PatternTopic.DetectionGap,
            $"""
            select what, {Counts} from (
                select detection_gap as what, done_at as at, case_id from reviews where done_at >= $1 and done_at < $3 and detection_gap not in ('', 'none')) r
            where {Open} group by 1
            """),
        (PatternTopic.KeepsComing,
            $"""
            select what, {Counts} from (
                select c.customer_id || '/' || r.root_cause as what, r.done_at as at from reviews r join cases c on c.id = r.case_id
                where r.done_at >= $1 and r.done_at < $3 and r.recurring and not c.restricted) r group by 1
            """),
        (PatternTopic.MissingInBriefs, $"select m, {Counts} from handoff_questions, unnest(missing) m where at >= $1 and at < $3 and kind = 'Bounce' and {Open} group by 1"),
        (PatternTopic.BrokenPromise,
            $"""
            select kind, {Counts} from (
                select kind, broken_at as at, case_id from promises where broken_at >= $1 and broken_at < $3 and kind not in ('ClimbTimer', 'CloseTimer')) p
            where {Open} group by 1
            """),
        (PatternTopic.CameBack,
            $"""
            select reason, {Counts} from (
                select reason, reopened_at as at, case_id from resolutions where reopened_at >= $1 and reopened_at < $3 and reason <> '') r
            where {Open} group by 1
            """),
    ];

    public async Task<IReadOnlyList<Pattern>> ReadAsync(Interval before, Interval now, CancellationToken cancellationToken)
    {
        var found = new List<Pattern>();
        foreach (var (topic, sql) in Questions)
        {
            found.AddRange(await database.Ask(sql, before.Start, now.Start, now.End)
                .ListAsync(row => new Pattern(topic, row.Text(0), row.Int(1), row.Int(2)), cancellationToken));
        }

        return found;
    }
}
