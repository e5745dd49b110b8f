using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Wording;

/// <summary>The playbook's phrases that went to customers in a span of time.</summary>
/// <param name="AsTheyStand">How many of them had no word about the case.</param>
/// <param name="Most">The key of the one that went as it stands most often; empty for none.</param>
internal sealed record PhraseSums(int Sent, int AsTheyStand, string Most);

/// <summary>Keeps which of the playbook's phrases went to customers, and whether they went as they stand (K12).</summary>
internal sealed class PhraseStore(Database database)
{
    public static void Keep(UnitOfWork work, Guid caseId, Script phrase, bool asItStands) => work.Write(
        "insert into phrases_sent (case_id, at, phrase, as_it_stands) values ($1, $2, $3, $4)", caseId, work.Now, phrase.Key, asItStands);

    public async Task<PhraseSums> OfAsync(Interval span, CancellationToken cancellationToken) => await database.Ask(
        """
        select count(*)::int, (count(*) filter (where as_it_stands))::int, coalesce(mode() within group (order by phrase) filter (where as_it_stands), '')
        from phrases_sent where at >= $1 and at < $2
        """,
        span.Start, span.End).FirstAsync(row => new PhraseSums(row.Int(0), row.Int(1), row.Text(2)), cancellationToken) ?? new PhraseSums(0, 0, "");
}
