using ChatLiaison.Commands;
using ChatLiaison.Customers;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.People;

/// <summary>Who takes a case next, and why. Without a person, the reasons say why the level reaches nobody.</summary>
/// <param name="Person">Null when the level reaches nobody and is skipped at once.</param>
/// <param name="Reasons">Plain sentences for our own people.</param>
internal sealed record OwnerChoice(Person? Person, IReadOnlyList<string> Reasons);

/// <summary>
/// Chooses who of a level takes a case. Pure, and the same for the same question. The order: awake before asleep, the customer's own liaison
/// at the liaisons' level, at work now, fewer open cases, name. Somebody asleep never gets a critical case.
/// </summary>
internal static class NextOwner
{
    /// <param name="exclude">People who were asked already, or are away.</param>
    /// <param name="platforms">The keys of the platforms that are on.</param>
    /// <param name="open">How many cases each person holds now; absent counts as none.</param>
    public static OwnerChoice Choose(
        EscalationLevel level,
        DirectorySnapshot directory,
        Customer customer,
        bool critical,
        Instant now,
        IReadOnlySet<Guid> exclude,
        IReadOnlySet<string> platforms,
        IReadOnlyDictionary<Guid, int>? open = null)
    {
        var candidates = Candidates(level, directory, customer);
        if (candidates.Count == 0)
        {
            return new OwnerChoice(null, [$"Nobody active has the role {Roles.Name(level.Role)}."]);
        }

        var hindrances = candidates
            .Select(person => (Person: person, Why: Hindrance(person, critical, now, exclude, platforms)))
            .ToList();
        var best = hindrances
            .Where(h => h.Why is null)
            .Select(h => h.Person)
            .OrderBy(person => !person.IsAwake(now))
            .ThenBy(person => !IsTheirLiaison(person, level, customer))
            .ThenBy(person => !person.IsWorking(now))
            .ThenBy(person => open?.GetValueOrDefault(person.Id) ?? 0)
            .ThenBy(person => person.Name, StringComparer.Ordinal)
            .ThenBy(person => person.Id)
            .FirstOrDefault();
        return best is null
            ? new OwnerChoice(null, [.. hindrances.Select(h => h.Why!)])
            : new OwnerChoice(best, Reasons(best, level, customer, now));
    }

    private static IReadOnlyList<Person> Candidates(EscalationLevel level, DirectorySnapshot directory, Customer customer)
    {
        var withRole = directory.WithRole(level.Role);

        // The customer's liaison counts as one, whatever else the directory says they are.
        return level.Role == Role.Liaison
            && customer.LiaisonId is { } id
            && directory.PersonById(id) is { Active: true } liaison
            && !withRole.Contains(liaison)
            ? [liaison, .. withRole]
            : withRole;
    }

    private static string? Hindrance(Person person, bool critical, Instant now, IReadOnlySet<Guid> exclude, IReadOnlySet<string> platforms)
    {
        if (exclude.Contains(person.Id))
        {
            return $"{person.Name} was asked already or is away.";
        }

        if (person.ReachableOn(platforms).Count == 0)
        {
            return person.Identities.Keys.Any(platforms.Contains)
                ? $"{person.Name} can't be reached: the last message did not arrive."
                : $"{person.Name} is on no platform that is on.";
        }

        return critical && !person.IsAwake(now) ? $"{person.Name} is asleep until {WakesAt(person, now)}, and this is critical." : null;
    }

    private static List<string> Reasons(Person person, EscalationLevel level, Customer customer, Instant now)
    {
        var reasons = new List<string>();
        if (IsTheirLiaison(person, level, customer))
        {
            reasons.Add($"{person.Name} is {customer.Name}'s liaison.");
        }

        reasons.Add(
            person.IsWorking(now) ? $"{person.Name} is at work now."
            : person.IsAwake(now) ? $"{person.Name} is outside working hours but awake."
            : $"{person.Name} is asleep until {WakesAt(person, now)}, like everyone who could take it.");
        return reasons;
    }

    private static bool IsTheirLiaison(Person person, EscalationLevel level, Customer customer) =>
        level.Role == Role.Liaison && customer.LiaisonId == person.Id;

    private static string WakesAt(Person person, Instant now)
    {
        var wakes = person.Quiet.EndsAt(now, person.Zone).InZone(person.Zone);
        return $"{wakes:HH:mm} ({person.Zone.Id})";
    }
}
