using ChatLiaison.Cases;
using ChatLiaison.Commands;
using ChatLiaison.People;
using ChatLiaison.Playbook;

namespace ChatLiaison.Escalation;

/// <summary>Where a case goes next.</summary>
/// <param name="Level">Null when no level reaches anybody: the last resort's turn.</param>
/// <param name="Skipped">Levels that reach nobody now, each with why.</param>
internal sealed record LadderStep(EscalationLevel? Level, OwnerChoice? Choice, IReadOnlyList<string> Skipped);

/// <summary>How a case climbs, and how it comes back. Pure over the snapshot.</summary>
internal static class LadderRules
{
    /// <summary>The first level from <paramref name="target"/> up that reaches somebody now; those that don't are skipped at once (C13).</summary>
    /// <param name="wake">Take somebody who is asleep rather than nobody.</param>
    public static LadderStep Next(ClimbQuestion question, int target, bool wake = false)
    {
        var skipped = new List<string>();
        foreach (var level in question.Playbook.Levels.Where(l => l.Number >= target).OrderBy(l => l.Number))
        {
            var choice = NextOwner.Choose(question.Of(level, wake));
            if (choice.Person is not null)
            {
                return new(level, choice, skipped);
            }

            skipped.Add($"{level.Name}: {string.Join(" ", choice.Reasons)}");
        }

        return new(null, null, skipped);
    }

    /// <summary>Which level a trigger leads to: the first above that names it, for what is not fixed else that of management, else the next one.</summary>
    public static int TargetOf(SupportCase c, string trigger, Playbook.Playbook playbook)
    {
        var above = playbook.Levels.Where(l => l.Number > c.Level).OrderBy(l => l.Number).ToList();
        return (above.Find(l => l.EnterAt.Events.Contains(trigger)) ?? (trigger == EscalationEvents.NotFixed ? above.Find(IsManagement) : null))?.Number ?? c.Level + 1;
    }

    /// <summary>A case that comes up to it is expedited.</summary>
    public static bool IsManagement(EscalationLevel level) => level.Role is Role.Management or Role.Executive;

    /// <summary>The case at its new level. Engineering is named beside the owner; any other level takes the case over (S96).</summary>
    /// <param name="support">Who looks after the customer beside engineering when nobody holds the case; null for nobody.</param>
    public static CaseDecision Climb(SupportCase c, LadderStep step, string reason, Person? support)
    {
        var (level, person) = (step.Level!, step.Choice!.Person!);
        var party = new Party(person.Id, person.Name);
        var engineering = level.Role == Role.Engineering;
        var after = c with
        {
            Level = level.Number,
            Expedited = c.Expedited || IsManagement(level),
            Owner = !engineering ? party : c.Owner ?? (support is null ? null : new Party(support.Id, support.Name)),
            EngineeringOwner = engineering ? party : c.EngineeringOwner,
            Status = engineering && c.Status.IsInvestigated() ? CaseStatus.WithEngineering : c.Status,
        };
        return CaseDecision.To(
            after,
            [
                .. step.Skipped.Select(s => new CaseEvent(CaseEventKind.Skipped, $"Skipped {s}")),
                new CaseEvent(CaseEventKind.Climbed, $"Moved to {level.Name}: {person.Name}. {reason} {Chosen(step.Choice)}"),
            ]);
    }

    /// <summary>Somebody else of the same level has it instead; null when nobody of it can be asked.</summary>
    public static CaseDecision PassOn(SupportCase c, EscalationLevel level, OwnerChoice choice, string why)
    {
        var next = choice.Person is { } person ? new Party(person.Id, person.Name) : null;
        var after = level.Role == Role.Engineering ? c with { EngineeringOwner = next } : c with { Owner = next };
        var then = next is null ? $"Nobody else of {level.Name} can be asked: {string.Join(" ", choice.Reasons)}" : $"Asked next: {next.Name}. {Chosen(choice)}";
        return CaseDecision.To(after, new CaseEvent(CaseEventKind.Declined, $"{why} {then}"));
    }

    /// <summary>Engineering gives the case back to whoever looks after the customer, with what was found.</summary>
    public static CaseDecision ComeBack(SupportCase c, Actor by, string found, Playbook.Playbook playbook, IReadOnlySet<Role> ownersRoles)
    {
        if (CaseRules.Ended(c) is { } ended)
        {
            return ended;
        }

        if (c.EngineeringOwner is not { } engineer)
        {
            return CaseDecision.Refuse(Chat.CustomerText.Of($"Engineering does not have {c.ReferenceText}, so there is nothing to give back."));
        }

        var engineering = playbook.Levels.FirstOrDefault(l => l.Role == Role.Engineering)?.Number ?? c.Level;
        var below = playbook.Levels.Where(l => l.Number < engineering).ToList();
        var level = c.Level > engineering ? c.Level : (below.FindLast(l => ownersRoles.Contains(l.Role)) ?? below.LastOrDefault())?.Number ?? c.Level;
        var to = c.Owner is { } owner ? $" to {owner.Name}" : "";
        return CaseDecision.To(
            c with { EngineeringOwner = null, Level = level, Status = c.Status == CaseStatus.WithEngineering ? CaseStatus.Investigating : c.Status },
            new CaseEvent(CaseEventKind.Returned, $"{by.Name} gave the case back{to} from engineering ({engineer.Name}): {found}"));
    }

    private static string Chosen(OwnerChoice choice) => $"Why {choice.Person!.Name}: {string.Join(", ", choice.Reasons)}.";
}
