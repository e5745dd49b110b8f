using ChatLiaison.Chat;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Promises;

/// <summary>Whom a due promise is told to, and when that person may be told.</summary>
internal sealed record NudgeRecipient(Person Person, ToPerson To, Instant NotBefore);

/// <summary>Finds the recipients of one sweep. Pure over the snapshot; answers are kept for the sweep, which asks the same many times.</summary>
internal sealed class NudgeRecipients(Playbook.Playbook playbook, DirectorySnapshot directory, IReadOnlySet<string> platforms, Instant now)
{
    private readonly Dictionary<(int Customer, int Level, bool Critical, bool Restricted), Person?> next = [];

    /// <summary>Who owes it, else who would have the case next; null when the level reaches nobody.</summary>
    public NudgeRecipient? For(DuePromise due)
    {
        var critical = due.Promise.Priority == Priority.P1;
        var person = Reached(due.Promise.OwnerId) ?? Reached(due.OwnerId) ?? Reached(due.EngineeringOwnerId)
            ?? (due.Restricted ? Reached(due.LiaisonId) : null) ?? Next(due, critical);
        return person is null ? null : Address(person, due.Platform, critical);
    }

    /// <summary>On the case's own platform when the person can be reached there, else on another.</summary>
    public NudgeRecipient? Address(Person person, string preferred, bool critical)
    {
        var reached = person.ReachableOn(platforms);
        if (reached.Count == 0)
        {
            return null;
        }

        var platform = reached.Contains(preferred) ? preferred : reached[0];
        var at = critical || person.IsAwake(now) ? now : person.Quiet.EndsAt(now, person.Zone);
        return new NudgeRecipient(person, new ToPerson(platform, person.Identities[platform]), at);
    }

    private Person? Reached(Guid? id) =>
        id is { } known && directory.PersonById(known) is { Active: true } person && person.ReachableOn(platforms).Count > 0 ? person : null;

    private Person? Next(DuePromise due, bool critical)
    {
        var key = (due.Promise.CustomerId, due.Level, critical, due.Restricted);
        if (!next.TryGetValue(key, out var person) && directory.CustomerById(due.Promise.CustomerId) is { } customer)
        {
            // A restricted case that nobody holds is for the roles that see all of them.
            var level = due.Restricted && playbook.Levels.FirstOrDefault(l => Cases.RestrictRules.Roles.Contains(l.Role)) is { } trusted
                ? trusted
                : playbook.Levels[Math.Min(due.Level, playbook.Levels.Count - 1)];
            person = NextOwner.Choose(level, directory, customer, critical, now, new HashSet<Guid>(), platforms).Person;
            next[key] = person;
        }

        return person;
    }
}
