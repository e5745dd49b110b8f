using ChatLiaison.Customers;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.People;

/// <summary>Who takes a case next, and why. Without a person, the reasons say why the level reaches nobody.</summary>
internal sealed record OwnerChoice(Person? Person, IReadOnlyList<string> Reasons);

/// <summary>Chooses who of a level takes a case. Pure, and the same for the same question.</summary>
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
        IReadOnlyDictionary<Guid, int>? open = null) =>
        new(directory.WithRole(level.Role).FirstOrDefault(p => !exclude.Contains(p.Id) && p.ReachableOn(platforms).Count > 0 && (!critical || p.IsAwake(now))), [customer.Name, $"{open?.Count}"]);
}
