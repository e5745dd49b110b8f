using System.Collections.Frozen;
using ChatLiaison.Customers;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.People;

/// <summary>Who of a level should have a case now? All that the answer depends on.</summary>
/// <param name="Critical">Then nobody asleep is asked, but whoever is on call is.</param>
/// <param name="Platforms">The keys of the platforms that are on.</param>
internal sealed record OwnerQuestion(EscalationLevel Level, Customer Customer, bool Critical, Availability At, IReadOnlySet<string> Platforms)
{
    /// <summary>People who are not asked, each with why in a few words: <c>holds it already</c>.</summary>
    public IReadOnlyDictionary<Guid, string> PassOver { get; init; } = FrozenDictionary<Guid, string>.Empty;

    /// <summary>What is on record about each; absent counts as nothing.</summary>
    public IReadOnlyDictionary<Guid, OwnerFacts> Facts { get; init; } = FrozenDictionary<Guid, OwnerFacts>.Empty;

    /// <summary>The words of the case that an area of expertise may be found in, in lower case.</summary>
    public IReadOnlySet<string> Topics { get; init; } = FrozenSet<string>.Empty;

    /// <summary>When the answer is due; somebody who sleeps past it is not asked. Null when nothing is due.</summary>
    public Instant? DueAt { get; init; }
}

/// <summary>What is on record about somebody beside a case.</summary>
/// <param name="Open">Cases that they hold now.</param>
/// <param name="OfCustomer">Other cases of the customer that they worked on in the last year.</param>
/// <param name="OfType">Other cases of the same type that they worked on in the last year.</param>
/// <param name="OnThis">They have worked on this case or written on it.</param>
internal readonly record struct OwnerFacts(int Open, int OfCustomer, int OfType, bool OnThis);

/// <summary>Why somebody can't be asked.</summary>
internal enum Hindrance
{
    None,
    PassedOver,
    Away,
    OnNoPlatform,
    Unreachable,
    AsleepAndCritical,
    AsleepPastDue,
}

/// <summary>One person that a level could ask.</summary>
/// <param name="CoversFor">Whom they stand in for; null when they are asked for themselves.</param>
/// <param name="IsLiaison">The customer's own, or who covers for them.</param>
/// <param name="Knows">How many of their areas of expertise the case touches.</param>
internal sealed record OwnerCandidate(
    Person Person, Standing Standing, Hindrance Hindrance, OwnerFacts Facts, Person? CoversFor, bool IsLiaison, IReadOnlyList<string> Knows)
{
    public int Score { get; } = OwnerScore.Of(Standing, Facts, IsLiaison, Knows.Count);
}
