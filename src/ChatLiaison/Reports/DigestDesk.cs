using ChatLiaison.Chat;
using ChatLiaison.Handover;
using ChatLiaison.Knowledge;
using ChatLiaison.Outbox;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Reports;

/// <summary>Puts a digest together: asks for the figures, ranks, and draws the card.</summary>
internal sealed class DigestDesk(DigestStores stores, PlaybookSource playbooks, Directory directory, Platforms platforms)
{
    private const int MostLate = 10;
    private const int MostTallied = 5;
    private const int MostLeftOut = 5;
    private const int MostFound = 3;

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
        var late = await stores.Weeks.LateByCustomerAsync(cancellationToken);
        var restricted = await stores.Weeks.RestrictedLateAsync(cancellationToken);
        var open = await stores.Weeks.OpenAsync(cancellationToken);
        var (causes, gaps) = await stores.Endings.FoundAsync(week.This, MostFound, cancellationToken);
        var review = playbooks.Current.Resolution.Review;
        var signs = Signs(await stores.Weeks.BrokenByCustomerAsync(week.This, cancellationToken), late, open);
        return new DigestReport(
            week,
            figures[0],
            figures[1],
            DigestRules.MostAtRiskOf(signs, playbooks.Current.Levels, NameOf),
            await stores.Weeks.LateAsync(MostLate, cancellationToken),
            late.Values.Sum() - restricted,
            restricted)
        {
            ByCustomer = [.. (await stores.Tallies.ByCustomerAsync(week.This, MostTallied, cancellationToken)).Select(t => (NameOf(t.Customer), t.Tally))],
            ByPerson =
            [
                .. (await stores.Tallies.ByPersonAsync(week.This, cancellationToken)).OrderByDescending(t => t.Tally.Broken).ThenByDescending(t => t.Tally.Kept).Take(MostTallied)
                    .Select(t => (TallyCard.NameOf(directory.Current, t.Person), t.Tally)),
            ],
            Endings = (await stores.Endings.ReadAsync(week.This, cancellationToken), await stores.Endings.ReadAsync(week.Before, cancellationToken)),
            Handoffs = (await stores.Handoffs.OfAsync(week.This, cancellationToken), await stores.Handoffs.OfAsync(week.Before, cancellationToken)),
            Knowledge = (await stores.Knowledge.OfAsync(week.This, cancellationToken), await stores.Knowledge.OfAsync(week.Before, cancellationToken), playbooks.Current.Knowledge.Target),
            Causes = [.. causes.Select(c => Named(c, review.RootCauses))],
            Gaps = [.. gaps.Select(g => Named(g, review.DetectionGaps))],
            CameBack = await stores.Endings.CameBackAsync(week.This, cancellationToken),
            Team = await stores.Team.ReadAsync(week, cancellationToken),
            LeftOut = await stores.Endings.LeftOutAsync(week.This, MostLeftOut, cancellationToken),
        };
    }

    private async Task<DigestFigures> FiguresAsync(Interval week, CancellationToken cancellationToken)
    {
        var times = new TimesTaken(playbooks.Current, customer => directory.Current.CustomerById(customer)?.Calendar);
        var resolved = await stores.Weeks.ResolvedAsync(week, cancellationToken);
        var escalations = await stores.Weeks.EscalationsAsync(week, cancellationToken);
        return new DigestFigures(
            await stores.Weeks.OpenedAsync(week, cancellationToken),
            resolved.ToDictionary(r => r.Priority, r => r.To.Length),
            await stores.Weeks.PromisesAsync(week, cancellationToken),
            times.Sum(await stores.Weeks.AnsweredAsync(week, cancellationToken)),
            times.Sum(resolved),
            new EscalationCount(escalations.CountBy(e => e.Level).ToDictionary(), escalations.DistinctBy(e => e.CaseId).Count()))
        {
            Triage = times.Sum(await stores.Weeks.TriagedAsync(week, cancellationToken)),
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

    private static FoundOften Named(FoundOften found, IReadOnlyList<Named> from) =>
        found with { What = from.FirstOrDefault(n => n.Key == found.What)?.Name ?? found.What };

    private string NameOf(int customer) => directory.Current.CustomerById(customer)?.Name ?? $"Customer {customer}";

    private string? Link(MessageRef message) => platforms.Find(message.Platform)?.LinkTo(message);
}

/// <summary>Where a digest's figures come from.</summary>
internal sealed record DigestStores(DigestStore Weeks, TallyStore Tallies, EndingsStore Endings, HandoffTally Handoffs, TeamWeeks Team, KnowledgeTally Knowledge);
