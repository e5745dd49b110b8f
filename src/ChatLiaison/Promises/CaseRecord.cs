using ChatLiaison.Cases;
using ChatLiaison.People;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Promises;

/// <summary>What is on record beside a case for the choice of who has it next. It only reads.</summary>
/// <param name="Facts">By person.</param>
/// <param name="Topics">The words of the case, in which an area of expertise may be found.</param>
internal sealed record CaseRecord(IReadOnlyDictionary<Guid, OwnerFacts> Facts, IReadOnlySet<string> Topics)
{
    /// <summary>Of more cases at once nothing is read, and the choice goes by what is in memory.</summary>
    private const int AtOnce = 50;

    private static readonly Duration Remembered = Duration.FromDays(365);

    /// <summary>Without what would have to be read.</summary>
    public static CaseRecord InMemory(SupportCase c) => new(new Dictionary<Guid, OwnerFacts>(), People.Topics.Of(TextsOf(c)));

    /// <summary>One query, whatever the number of people: all who could be asked at any level.</summary>
    public static async Task<CaseRecord> OfAsync(UnitOfWork work, SupportCase c, Playbook.Playbook playbook, DirectorySnapshot known, CancellationToken cancellationToken)
    {
        var people = playbook.Levels.SelectMany(l => known.WithRole(l.Role)).Select(p => p.Id).ToHashSet();
        people.UnionWith(known.Absences.All.Select(a => a.Cover).Append(known.CustomerById(c.CustomerId)?.LiaisonId).OfType<Guid>());
        var facts = await work.ReadAsync(
            """
            select p.id,
                (select count(*)::int from cases o where (o.owner_id = p.id or o.engineering_owner_id = p.id) and o.closed_at is null and o.status <> 'Resolved' and o.id <> $4),
                (select count(*)::int from (select 1 from case_hands h where h.person_id = p.id and h.customer_id = $2 and h.last_at > $5 and h.case_id <> $4 limit 50) x),
                (select count(*)::int from (select 1 from case_hands h where h.person_id = p.id and h.type = $3 and h.last_at > $5 and h.case_id <> $4 limit 50) x),
                exists (select 1 from case_hands h where h.case_id = $4 and h.person_id = p.id)
            from unnest($1::uuid[]) p (id)
            """,
            [people.ToArray(), c.CustomerId, c.Type, c.Id, work.Now - Remembered],
            row => (Person: row.Id(0), Facts: new OwnerFacts(row.Int(1), row.Int(2), row.Int(3), row.Flag(4))),
            cancellationToken);
        return new CaseRecord(facts.ToDictionary(f => f.Person, f => f.Facts), People.Topics.Of(TextsOf(c)));
    }

    /// <summary>Of those of some cases that nobody holds.</summary>
    public static async Task<IReadOnlyDictionary<Guid, CaseRecord>> OfUnheldAsync(
        UnitOfWork work, IReadOnlyCollection<Guid> caseIds, Playbook.Playbook playbook, DirectorySnapshot known, CancellationToken cancellationToken)
    {
        var records = new Dictionary<Guid, CaseRecord>();
        if (caseIds.Count is > 0 and <= AtOnce)
        {
            foreach (var c in await CaseStore.UnheldAsync(work, caseIds, cancellationToken))
            {
                records[c.Id] = await OfAsync(work, c, playbook, known, cancellationToken);
            }
        }

        return records;
    }

    private static IEnumerable<string> TextsOf(SupportCase c) =>
        [c.Type, c.Title, c.Details.Issue, c.Details.Errors, c.Details.OperatingSystem, c.Details.Browser, c.Details.ProductVersion, .. c.Details.Surfaces];
}
