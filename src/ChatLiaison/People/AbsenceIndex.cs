using NodaTime;

namespace ChatLiaison.People;

/// <summary>Who is away when, as it stood at one moment: those away now and those who will be. Immutable; a look-up is in memory.</summary>
internal sealed class AbsenceIndex(IReadOnlyList<Absence> absences)
{
    public static readonly AbsenceIndex Empty = new([]);

    private readonly Dictionary<Guid, Absence[]> byPerson = absences
        .GroupBy(a => a.PersonId).ToDictionary(g => g.Key, g => g.OrderBy(a => a.From).ThenBy(a => a.Id).ToArray());

    /// <summary>The nearest first.</summary>
    public IReadOnlyList<Absence> All { get; } = [.. absences.OrderBy(a => a.From).ThenBy(a => a.Id)];

    /// <summary>A person's absences that are not over, the nearest first.</summary>
    public IReadOnlyList<Absence> Of(Guid personId) => byPerson.GetValueOrDefault(personId, []);

    /// <summary>The absence that a person is in at an instant; null when they are there.</summary>
    public Absence? At(Guid personId, Instant at) => byPerson.TryGetValue(personId, out var theirs) ? Array.Find(theirs, a => a.Covers(at)) : null;

    public bool IsAway(Guid personId, Instant at) => At(personId, at) is not null;

    /// <summary>
    /// Who looks after a person's matters at an instant: themselves when they are there, else their cover, else their cover's cover. Null
    /// when none of them is there. The chain is followed no further.
    /// </summary>
    public Guid? StandIn(Guid personId, Instant at)
    {
        var person = personId;
        for (var step = 0; step <= 2; step++)
        {
            if (At(person, at) is not { } away)
            {
                return person;
            }

            if (away.Cover is not { } cover || cover == personId)
            {
                return null;
            }

            person = cover;
        }

        return null;
    }
}
