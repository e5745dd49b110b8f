using ChatLiaison.Cases;
using ChatLiaison.Customers;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>Where a case goes next.</summary>
/// <param name="Level">Null when no level reaches anybody: the last resort's turn.</param>
/// <param name="Skipped">Levels that reach nobody now, each with why.</param>
internal sealed record LadderStep(EscalationLevel? Level, Person? Person, IReadOnlyList<string> Reasons, IReadOnlyList<string> Skipped);

/// <summary>How a case climbs. Pure over the snapshot.</summary>
internal static class LadderRules
{
    /// <summary>The first level from <paramref name="target"/> up that reaches somebody now; those that don't are skipped at once (C13).</summary>
    /// <param name="wake">Take somebody who is asleep rather than nobody.</param>
    public static LadderStep Next(
        SupportCase c, int target, Playbook.Playbook playbook, DirectorySnapshot directory, Customer customer,
        IReadOnlySet<string> platforms, IReadOnlySet<Guid> exclude, Instant now, bool wake = false)
    {
        var skipped = new List<string>();
        foreach (var level in playbook.Levels.Where(l => l.Number >= target).OrderBy(l => l.Number))
        {
            var choice = NextOwner.Choose(level, directory, customer, c.IsCritical && !wake, now, exclude, platforms);
            if (choice.Person is { } person)
            {
                return new(level, person, choice.Reasons, skipped);
            }

            skipped.Add($"{level.Name}: {string.Join(" ", choice.Reasons)}");
        }

        return new(null, null, [], skipped);
    }

    /// <summary>Which level a trigger leads to: the first above that names it, else the next one.</summary>
    public static int TargetOf(SupportCase c, string trigger, Playbook.Playbook playbook) =>
        playbook.Levels.Where(l => l.Number > c.Level && l.EnterAt.Events.Contains(trigger)).Select(l => (int?)l.Number).Min() ?? c.Level + 1;

    /// <summary>The case at its new level. Engineering is named beside the owner; any other level takes the case over (S96).</summary>
    public static CaseDecision Climb(SupportCase c, LadderStep step, string reason)
    {
        var (level, person) = (step.Level!, step.Person!);
        var party = new Party(person.Id, person.Name);
        var engineering = level.Role == Commands.Role.Engineering;
        var after = c with
        {
            Level = level.Number,
            Expedited = c.Expedited || level.Role is Commands.Role.Management or Commands.Role.Executive,
            Owner = engineering ? c.Owner : party,
            EngineeringOwner = engineering ? party : c.EngineeringOwner,
            Status = engineering && c.Status.IsInvestigated() ? CaseStatus.WithEngineering : c.Status,
        };
        var chosen = step.Reasons.Count == 0 ? "" : $" {string.Join(" ", step.Reasons)}";
        return CaseDecision.To(
            after,
            [
                .. step.Skipped.Select(s => new CaseEvent(CaseEventKind.Skipped, $"Skipped {s}")),
                new CaseEvent(CaseEventKind.Climbed, $"Moved to {level.Name}: {person.Name}. {reason}{chosen}"),
            ]);
    }
}
