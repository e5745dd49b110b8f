using ChatLiaison.Playbook;

namespace ChatLiaison.People;

/// <summary>Who takes a case next, why, and who was passed over and why. The words are made only when they are asked for.</summary>
internal sealed class OwnerChoice
{
    private readonly OwnerQuestion question;
    private readonly IReadOnlyList<OwnerCandidate> candidates;

    /// <param name="candidates">The best first.</param>
    internal OwnerChoice(OwnerQuestion question, IReadOnlyList<OwnerCandidate> candidates)
    {
        (this.question, this.candidates) = (question, candidates);
        Best = candidates is [{ Hindrance: Hindrance.None } best, ..] ? best : null;
    }

    public OwnerCandidate? Best { get; }

    /// <summary>Null when the level reaches nobody and is skipped at once.</summary>
    public Person? Person => Best?.Person;

    /// <summary>What speaks for them, in a few words each: <c>at work now</c>. Without a person: why the level reaches nobody, a sentence each.</summary>
    public IReadOnlyList<string> Reasons => Best is { } best
        ? [.. OwnerWords.For(best, question).Select(part => part.Words)]
        : candidates.Count == 0
            ? [$"Nobody active has the role {Roles.Name(question.Level.Role)}. Give it to somebody in the directory."]
            : [.. candidates.Select(c => $"{c.Person.Name} {OwnerWords.Hindrance(c, question)}.")];

    /// <summary>What speaks for one of them; empty for somebody who is not of the level.</summary>
    public IReadOnlyList<string> ReasonsOf(Guid personId) =>
        candidates.FirstOrDefault(c => c.Person.Id == personId) is { } one ? [.. OwnerWords.For(one, question).Select(part => part.Words)] : [];

    /// <summary>Why nobody can be asked, in short: <c>asleep: Jun Tanaka; away: Mateo Silva</c>.</summary>
    public string InShort => candidates.Count == 0 ? "nobody has the role" : string.Join("; ", candidates
        .GroupBy(c => OwnerWords.InShort(c.Hindrance), c => c.Person.Name, StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}: {string.Join(", ", g.Order(StringComparer.Ordinal).Take(3))}{(g.Count() > 3 ? $" and {g.Count() - 3} more" : "")}"));

    /// <summary>The reasons with their points, and the sum.</summary>
    public string Reckoning => Best is { } best ? OwnerWords.Reckoning(best, question) : "";

    /// <summary>Everyone else the level has, each with why they are not asked: <c>Jun Tanaka is asleep until 07:00 (Asia/Tokyo), and this is critical.</c></summary>
    public IReadOnlyList<string> PassedOver => Best is null ? Reasons :
    [
        .. candidates.Skip(1).Select(c => c.Hindrance != People.Hindrance.None
            ? $"{c.Person.Name} {OwnerWords.Hindrance(c, question)}."
            : $"{c.Person.Name}, {OwnerWords.Reckoning(c, question)}."),
    ];
}
