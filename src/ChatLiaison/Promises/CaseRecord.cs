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

    public static async Task<CaseRecord> OfAsync(UnitOfWork work, SupportCase c, Playbook.Playbook playbook, DirectorySnapshot known, CancellationToken cancellationToken) =>
        (await OfAllAsync(work, [c], playbook, known, cancellationToken))[c.Id];

    /// <summary>Of those of some cases that nobody holds.</summary>
    public static async Task<IReadOnlyDictionary<Guid, CaseRecord>> OfUnheldAsync(
        UnitOfWork work, IReadOnlyCollection<Guid> caseIds, Playbook.Playbook playbook, DirectorySnapshot known, CancellationToken cancellationToken) =>
        caseIds.Count is > 0 and <= AtOnce && await CaseStore.UnheldAsync(work, caseIds, cancellationToken) is { Count: > 0 } unheld
            ? await OfAllAsync(work, unheld, playbook, known, cancellationToken)
            : new Dictionary<Guid, CaseRecord>();

    /// <summary>One query, whatever the number of cases and of people: all who could be asked at any level.</summary>
    private static async Task<IReadOnlyDictionary<Guid, CaseRecord>> OfAllAsync(
        UnitOfWork work, IReadOnlyCollection<SupportCase> cases, Playbook.Playbook playbook, DirectorySnapshot known, CancellationToken cancellationToken)
    {
        var people = playbook.Levels.SelectMany(l => known.WithRole(l.Role)).Select(p => p.Id).ToHashSet();
        people.UnionWith(known.Absences.All.Select(a => a.Cover).OfType<Guid>());
        people.UnionWith(cases.Select(c => known.CustomerById(c.CustomerId)?.LiaisonId).OfType<Guid>());
        var facts = await work.ReadAsync(
            """
            select c.id, p.id,
                (select count(*)::int from cases o where (o.owner_id = p.id or o.engineering_owner_id = p.id) and o.closed_at is null and o.status <> 'Resolved' and o.id <> c.id),
                (select count(*)::int from (select 1 from case_hands h where h.person_id = p.id and h.customer_id = c.customer_id and h.last_at > $5 and h.case_id <> c.id limit 50) x),
                (select count(*)::int from (select 1 from case_hands h where h.person_id = p.id and h.type = c.type and h.last_at > $5 and h.case_id <> c.id limit 50) x),
                exists (select 1 from case_hands h where h.case_id = c.id and h.person_id = p.id)
            from unnest($1::uuid[]) p (id) cross join unnest($2::uuid[], $3::int[], $4::text[]) c (id, customer_id, type)
            """,
            [people.ToArray(), cases.Select(c => c.Id).ToArray(), cases.Select(c => c.CustomerId).ToArray(), cases.Select(c => c.Type).ToArray(), work.Now - Remembered],
            row => (Case: row.Id(0), Person: row.Id(1), Facts: new OwnerFacts(row.Int(2), row.Int(3), row.Int(4), row.Flag(5))),
            cancellationToken);
        var byCase = facts.ToLookup(f => f.Case);
        return cases.ToDictionary(c => c.Id, c => new CaseRecord(byCase[c.Id].ToDictionary(f => f.Person, f => f.Facts), People.Topics.Of(TextsOf(c))));
    }

    private static IEnumerable<string> TextsOf(SupportCase c) =>
        [c.Type, c.Title, c.Details.Issue, c.Details.Errors, c.Details.OperatingSystem, c.Details.Browser, c.Details.ProductVersion, .. c.Details.Surfaces];
}
