using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Knowledge;

/// <summary>How many cases of a span of time were resolved, and how many of them left an entry behind or were helped by one.</summary>
internal sealed record KnowledgeSums(int Resolved, int Covered);

/// <summary>Sums up for reports (S191). Restricted cases can't be kept, and are not counted.</summary>
internal sealed class KnowledgeTally(Database database)
{
    public async Task<KnowledgeSums> OfAsync(Interval span, CancellationToken cancellationToken) => await database.Ask(
        """
        select count(*)::int, (count(*) filter (where exists (select from knowledge_entries k where k.case_id = c.id)
            or exists (select from knowledge_uses u where u.case_id = c.id)))::int
        from cases c where not c.restricted and exists (select from resolutions r where r.case_id = c.id and r.at >= $1 and r.at < $2)
        """,
        span.Start, span.End).FirstAsync(row => new KnowledgeSums(row.Int(0), row.Int(1)), cancellationToken) ?? new KnowledgeSums(0, 0);
}
