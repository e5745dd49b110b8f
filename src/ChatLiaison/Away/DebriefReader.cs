using ChatLiaison.Cases;
using ChatLiaison.People;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Away;

/// <summary>One case as somebody finds it who comes back.</summary>
/// <param name="Wrote">What the customer wrote meanwhile, the newest last.</param>
/// <param name="Done">What our side did meanwhile, in words, the newest last.</param>
internal sealed record DebriefCase(SupportCase Case, IReadOnlyList<TimelineLine> Wrote, IReadOnlyList<TimelineLine> Done, IReadOnlyList<Promise> Owed)
{
    public CoveredCase? Covered { get; init; }

    /// <summary>
    /// It may be taken back with the others: whoever got it has it still, or somebody looks after it at the first level for a customer whose
    /// usual contact is back. What has climbed stays where it is worked on.
    /// </summary>
    public bool ComesBack(Guid me) => Case.Status.IsOpen() && (IsStillWithHolder(me) || (Case is { Level: 0, Owner: { } owner } && owner.Id != me && Case.LiaisonId == me));

    private bool IsStillWithHolder(Guid me) => Covered is { Returned: false } covered && covered.HolderId != me
        && (covered.Engineering ? Case.EngineeringOwner : Case.Owner)?.Id == covered.HolderId;
}

/// <summary>Reads what happened while somebody was away, with the cases that are or were theirs and those of their customers.</summary>
internal sealed class DebriefReader(Database database, CaseStore cases, PromiseStore promises, CoverStore covers)
{
    private const int CasesAtMost = 30;
    private const int LinesAtMost = 400;

    /// <summary>What says that something happened; a bot's own moves count for nothing but a change of hands.</summary>
    private const string News =
        """
        select distinct c.id, c.customer_id, c.priority, c.opened_at from cases c
        where (exists (select 1 from covered_cases v where v.absence_id = $1 and v.case_id = c.id)
            or ((c.owner_id = $2 or c.engineering_owner_id = $2 or c.liaison_id = $2)
                and exists (select 1 from timeline t where t.case_id = c.id and t.at >= $3 and t.at < $4 and t.kind not in ('Detailed'))))
        order by c.customer_id, c.priority, c.opened_at limit $5
        """;

    public async Task<bool> HasNewsAsync(Absence absence, CancellationToken cancellationToken) => (await IdsAsync(absence, 1, cancellationToken)).Count > 0;

    /// <param name="all">Every case; else as many as a message can tell of.</param>
    public async Task<List<DebriefCase>> ReadAsync(Absence absence, bool all, CancellationToken cancellationToken)
    {
        var covered = (await covers.OfAsync(absence.Id, cancellationToken)).ToLookup(c => c.CaseId);
        var found = new List<DebriefCase>();
        foreach (var id in await IdsAsync(absence, all ? int.MaxValue : CasesAtMost, cancellationToken))
        {
            if (await cases.FindAsync(id, cancellationToken) is not { } c)
            {
                continue;
            }

            var lines = (await cases.TimelineAsync(id, LinesAtMost, cancellationToken)).Where(l => absence.Covers(l.At)).ToList();
            found.Add(new DebriefCase(
                c,
                [.. lines.Where(l => l.Side == Side.Customer)],
                [.. lines.Where(l => l.Side != Side.Customer && l.Kind is not (CaseEventKind.Detailed or CaseEventKind.Skipped))],
                [.. (await promises.ListAsync(id, cancellationToken)).Where(p => p.IsOwed && !p.IsTimer).OrderBy(p => p.DueAt ?? Instant.MaxValue)])
            {
                Covered = covered[id].FirstOrDefault(),
            });
        }

        return found;
    }

    private Task<List<Guid>> IdsAsync(Absence absence, int limit, CancellationToken cancellationToken) => database
        .Ask(News, absence.Id, absence.PersonId, absence.From, absence.Until, limit).ListAsync(row => row.Id(0), cancellationToken);
}
