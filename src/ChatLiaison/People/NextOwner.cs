using ChatLiaison.Commands;

namespace ChatLiaison.People;

/// <summary>
/// Chooses who of a level takes a case. Pure, and the same for the same question: those who can act before those who
/// have a day off, and both before those who are asleep; while somebody is on call, whoever is only awake comes after them; then the
/// most points (<see cref="OwnerScore"/>), then fewer open cases, then the name. Whoever can't be reached is never chosen.
/// </summary>
internal static class NextOwner
{
    public static OwnerChoice Choose(OwnerQuestion question)
    {
        var candidates = Candidates(question);
        var onCall = candidates.Exists(c => c is { Hindrance: Hindrance.None, Standing: Standing.OnCall });
        candidates.Sort((a, b) => Order(a, b, onCall));
        return new OwnerChoice(question, candidates);
    }

    private static int Order(OwnerCandidate a, OwnerCandidate b, bool onCall)
    {
        var order = (a.Hindrance != Hindrance.None).CompareTo(b.Hindrance != Hindrance.None);
        order = order != 0 ? order : Tier(a, onCall).CompareTo(Tier(b, onCall));
        order = order != 0 ? order : b.Score.CompareTo(a.Score);
        order = order != 0 ? order : a.Facts.Open.CompareTo(b.Facts.Open);
        order = order != 0 ? order : string.CompareOrdinal(a.Person.Name, b.Person.Name);
        return order != 0 ? order : a.Person.Id.CompareTo(b.Person.Id);
    }

    /// <param name="onCall">Somebody is, and can be asked: nobody else's evening or weekend is taken.</param>
    private static int Tier(OwnerCandidate candidate, bool onCall) => candidate.Standing switch
    {
        Standing.OnCall or Standing.AtWork => 0,
        Standing.Awake => onCall ? 1 : 0,
        Standing.Off => 2,
        _ => 3,
    };

    /// <summary>The people of the role, the customer's liaison at the liaisons' level whatever their role, and who covers for those who are away.</summary>
    private static List<OwnerCandidate> Candidates(OwnerQuestion question)
    {
        var (level, at) = (question.Level, question.At);
        var withRole = at.Directory.WithRole(level.Role);
        var liaison = level.Role == Role.Liaison && question.Customer.LiaisonId is { } id && at.Directory.PersonById(id) is { Active: true } known ? known : null;
        var own = liaison is null || withRole.Contains(liaison) ? withRole : [liaison, .. withRole];
        var liaisonOrCover = liaison is null ? null : at.CoverOf(liaison) ?? liaison;
        var candidates = new List<OwnerCandidate>(own.Count + 1);
        foreach (var person in own)
        {
            candidates.Add(Judge(person, null, person.Id == liaisonOrCover?.Id, question));
        }

        foreach (var absent in own.Where(p => at.CoverOf(p) is not null))
        {
            var cover = at.CoverOf(absent)!;
            var seen = candidates.FindIndex(c => c.Person.Id == cover.Id);
            var judged = Judge(cover, absent, cover.Id == liaisonOrCover?.Id, question);
            if (seen < 0)
            {
                candidates.Add(judged);
            }
            else if (candidates[seen].CoversFor is null || absent.Id == liaison?.Id)
            {
                candidates[seen] = judged;
            }
        }

        return candidates;
    }

    private static OwnerCandidate Judge(Person person, Person? coversFor, bool isLiaison, OwnerQuestion question)
    {
        var standing = question.At.Of(person, question.Level.Role, question.Critical);
        return new OwnerCandidate(
            person, standing, HindranceOf(person, standing, question), question.Facts.TryGetValue(person.Id, out var facts) ? facts : default,
            coversFor, isLiaison, question.Topics.Count == 0 ? [] : [.. person.Expertise.Where(tag => Topics.Touch(question.Topics, tag))]);
    }

    private static Hindrance HindranceOf(Person person, Standing standing, OwnerQuestion question) =>
        question.PassOver.ContainsKey(person.Id) ? Hindrance.PassedOver
        : standing == Standing.Away ? Hindrance.Away
        : !person.IsReachableOn(question.Platforms) ? person.Identities.Keys.Any(question.Platforms.Contains) ? Hindrance.Unreachable : Hindrance.OnNoPlatform
        : standing != Standing.Asleep ? Hindrance.None
        : question.Critical ? Hindrance.AsleepAndCritical
        : question.DueAt is { } due && person.Quiet.EndsAt(question.At.Now, person.Zone) >= due ? Hindrance.AsleepPastDue
        : Hindrance.None;
}
