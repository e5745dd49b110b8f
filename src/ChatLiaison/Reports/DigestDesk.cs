using ChatLiaison.Chat;
using ChatLiaison.Digests;
using ChatLiaison.Outbox;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>Puts a digest together: asks for the figures, ranks, and draws the card.</summary>
internal sealed class DigestDesk(DigestStore store, TallyStore tallies, IEnumerable<IDigestPart> parts, PlaybookSource playbooks, Directory directory, Platforms platforms)
{
    private const int MostLate = 10;
    private const int MostTallied = 5;

    private readonly IReadOnlyList<IDigestPart> parts = [.. parts.OrderBy(p => p.Order)];

    public OrganisationSettings Organisation => playbooks.Current.Organisation;

    /// <param name="lateSince">When the digest was due, if that is long ago; null when it comes in time.</param>
    public async Task<StaffCard> DrawAsync(DigestWeek week, Instant? lateSince, CancellationToken cancellationToken) =>
        Draw(await ReadAsync(week, cancellationToken), lateSince);

    public StaffCard Draw(DigestReport report, Instant? lateSince)
    {
        var playbook = playbooks.Current;
        return new DigestCard(playbook.Organisation.Zone, playbook.Levels, NameOf, Link).Draw(report, lateSince);
    }

    public async Task<DigestReport> ReadAsync(DigestWeek week, CancellationToken cancellationToken)
    {
        // The two weeks side by side: each keeps one core of the database busy.
        var figures = await Task.WhenAll(FiguresAsync(week.This, cancellationToken), FiguresAsync(week.Before, cancellationToken));
        var late = await store.LateByCustomerAsync(cancellationToken);
        var restricted = await store.RestrictedLateAsync(cancellationToken);
        var open = await store.OpenAsync(cancellationToken);
        var signs = Signs(await store.BrokenByCustomerAsync(week.This, cancellationToken), late, open);
        return new DigestReport(
            week,
            figures[0],
            figures[1],
            DigestRules.MostAtRiskOf(signs, playbooks.Current.Levels, NameOf),
            await store.LateAsync(MostLate, cancellationToken),
            late.Values.Sum() - restricted,
            restricted)
        {
            ByCustomer = [.. (await tallies.ByCustomerAsync(week.This, MostTallied, cancellationToken)).Select(t => (NameOf(t.Customer), t.Tally))],
            ByPerson =
            [
                .. (await tallies.ByPersonAsync(week.This, cancellationToken)).OrderByDescending(t => t.Tally.Broken).ThenByDescending(t => t.Tally.Kept).Take(MostTallied)
                    .Select(t => (TallyCard.NameOf(directory.Current, t.Person), t.Tally)),
            ],
            Parts = await PartsAsync(week, cancellationToken),
        };
    }

    private async Task<DigestFigures> FiguresAsync(Interval week, CancellationToken cancellationToken)
    {
        var times = new TimesTaken(playbooks.Current, customer => directory.Current.CustomerById(customer)?.Calendar);
        var resolved = await store.ResolvedAsync(week, cancellationToken);
        var escalations = await store.EscalationsAsync(week, cancellationToken);
        return new DigestFigures(
            await store.OpenedAsync(week, cancellationToken),
            resolved.ToDictionary(r => r.Priority, r => r.To.Length),
            await store.PromisesAsync(week, cancellationToken),
            times.Sum(await store.AnsweredAsync(week, cancellationToken)),
            times.Sum(resolved),
            new EscalationCount(escalations.CountBy(e => e.Level).ToDictionary(), escalations.DistinctBy(e => e.CaseId).Count()))
        {
            Triage = times.Sum(await store.TriagedAsync(week, cancellationToken)),
        };
    }

    private static IEnumerable<CustomerSigns> Signs(
        IReadOnlyDictionary<int, int> broken, IReadOnlyDictionary<int, int> late, IReadOnlyList<OpenCases> open)
    {
        var byCustomer = open.ToLookup(o => o.CustomerId);
        return broken.Keys.Union(late.Keys).Union(byCustomer.Select(c => c.Key)).Select(id => new CustomerSigns(
            id,
            broken.GetValueOrDefault(id),
            late.GetValueOrDefault(id),
            byCustomer[id].ToDictionary(o => o.Level, o => o.Count),
            byCustomer[id].Sum(o => o.Critical),
            [.. byCustomer[id].SelectMany(o => o.Moods)]));
    }

    private async Task<IReadOnlyList<DigestLines>> PartsAsync(DigestWeek week, CancellationToken cancellationToken)
    {
        var read = new List<DigestLines>();
        foreach (var part in parts)
        {
            read.Add(await part.ReadAsync(week, cancellationToken));
        }

        return read;
    }

    private string NameOf(int customer) => directory.Current.CustomerById(customer)?.Name ?? $"Customer {customer}";

    private string? Link(MessageRef message) => platforms.Find(message.Platform)?.LinkTo(message);
}
