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
    private readonly Availability at = new(directory, now, playbook.Calendars.Values);
    private readonly Dictionary<(int Customer, int Level, bool Critical, bool Restricted), Person?> next = [];

    /// <summary>Who owes it, else who would have the case next; null when the level reaches nobody.</summary>
    public NudgeRecipient? For(DuePromise due)
    {
        var critical = due.Promise.Priority == Priority.P1;
        var person = Reached(due.Promise.OwnerId, due) ?? Reached(due.OwnerId, due) ?? Reached(due.EngineeringOwnerId, due)
            ?? (due.Restricted ? Reached(due.LiaisonId, due) : null) ?? Next(due, critical);

        // Rather somebody who is away than nobody; a critical one goes up instead.
        person ??= critical ? null : Writable(due.Promise.OwnerId) ?? Writable(due.OwnerId);
        return person is null ? null : Address(person, due.Platform, critical);
    }

    /// <summary>The second person, of two who hold a case, to whom the same promise is told; null for none.</summary>
    public NudgeRecipient? Beside(DuePromise due, NudgeRecipient first) =>
        due.EngineeringOwnerId is { } engineer && engineer != first.Person.Id && SharedWork.IsBoth(due.Promise) && Reached(engineer, due) is { } person
            ? Address(person, due.Platform, due.Promise.Priority == Priority.P1)
            : null;

    /// <summary>On the case's own platform when the person can be reached there, else on another.</summary>
    public NudgeRecipient? Address(Person person, string preferred, bool critical)
    {
        var reached = person.ReachableOn(platforms);
        if (reached.Count == 0)
        {
            return null;
        }

        var platform = reached.Contains(preferred) ? preferred : reached[0];
        var when = critical || person.IsAwake(now) ? now : person.Quiet.EndsAt(now, person.Zone);
        return new NudgeRecipient(person, new ToPerson(platform, person.Identities[platform]), when);
    }

    /// <summary>Who of a level would be asked, by what is in memory.</summary>
    /// <param name="restricted">A restricted case that nobody holds is for the roles that see all of them.</param>
    public static OwnerQuestion Question(
        Playbook.Playbook playbook, int level, Customers.Customer customer, bool critical, bool restricted, Availability at, IReadOnlySet<string> platforms) => new(
        restricted ? Trusted(playbook) : playbook.Levels[Math.Min(level, playbook.Levels.Count - 1)], customer, critical, at, platforms);

    private static EscalationLevel Trusted(Playbook.Playbook playbook)
    {
        var sees = playbook.Organisation.RestrictedSeenBy;
        return playbook.Levels.FirstOrDefault(l => sees.Contains(l.Role)) ?? playbook.Levels[^1] with { Role = sees[0] };
    }

    /// <summary>Somebody who is there and can be written to; in their absence, who covers for them, if they may see the case.</summary>
    private Person? Reached(Guid? id, DuePromise due)
    {
        if (id is not { } known || !directory.Absences.IsAway(known, now))
        {
            return Writable(id);
        }

        return directory.PersonById(known) is { } absent && at.CoverOf(absent) is { } cover && cover.IsReachableOn(platforms)
            && (!due.Restricted || playbook.Organisation.SeesRestricted(cover.Roles)) ? cover : null;
    }

    private Person? Writable(Guid? id) =>
        id is { } known && directory.PersonById(known) is { Active: true } person && person.IsReachableOn(platforms) ? person : null;

    private Person? Next(DuePromise due, bool critical)
    {
        var key = (due.Promise.CustomerId, due.Level, critical, due.Restricted);
        if (!next.TryGetValue(key, out var person) && directory.CustomerById(due.Promise.CustomerId) is { } customer)
        {
            person = NextOwner.Choose(Question(playbook, due.Level, customer, critical, due.Restricted, at, platforms)).Person;
            next[key] = person;
        }

        return person;
    }
}
