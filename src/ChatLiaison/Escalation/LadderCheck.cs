using ChatLiaison.People;
using NodaTime;

namespace ChatLiaison.Escalation;

/// <summary>Walks the ladder hour by hour through the days ahead and finds where it would reach nobody. Pure.</summary>
internal static class LadderCheck
{
    private const int Days = 14;

    /// <summary>One line for each level and stretch of hours in which a critical case would reach nobody there; empty when all is well.</summary>
    /// <param name="platforms">The keys of the platforms that are on.</param>
    public static IReadOnlyList<string> Run(Playbook.Playbook playbook, DirectorySnapshot directory, IReadOnlySet<string> platforms, Instant now)
    {
        var lines = new List<string>();
        foreach (var customer in directory.Customers.DefaultIfEmpty())
        {
            if (customer is null)
            {
                return ["There are no customers yet, so no ladder can be walked. Import a directory first."];
            }

            lines.AddRange(WholeGaps(playbook, directory, customer, platforms, now));
        }

        foreach (var level in playbook.Levels.Where(l => directory.WithRole(l.Role).All(p => p.ReachableOn(platforms).Count == 0)))
        {
            lines.Insert(0, $"Level {level.Number} ({level.Name}) has nobody who can be reached at any hour. Give somebody the role, or link them to a platform that is on.");
        }

        return lines;
    }

    private static IEnumerable<string> WholeGaps(
        Playbook.Playbook playbook, DirectorySnapshot directory, Customers.Customer customer, IReadOnlySet<string> platforms, Instant now)
    {
        var none = new HashSet<Guid>();
        Instant? from = null;
        for (var hour = 0; hour <= Days * 24; hour++)
        {
            var at = now + Duration.FromHours(hour);
            var empty = hour < Days * 24 && playbook.Levels.All(l => NextOwner.Choose(l, directory, customer, critical: true, at, none, platforms).Person is null);
            if (empty)
            {
                from ??= at;
            }
            else if (from is { } start)
            {
                yield return $"{customer.Key}: from {start} to {at} a critical case reaches nobody on any level, only the last-resort channel.";
                from = null;
            }
        }
    }
}
