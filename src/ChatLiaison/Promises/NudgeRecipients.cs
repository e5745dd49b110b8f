using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Promises;

/// <summary>Whom a due promise is told to, and when that person may be told.</summary>
internal sealed record NudgeRecipient(Person Person, ToPerson To, Instant NotBefore)
{
    /// <summary>Why it is told to them and not to whom it is meant for; empty when it is meant for them.</summary>
    public string Because { get; init; } = "";

    /// <summary>The card with that said.</summary>
    public StaffCard Explain(StaffCard card) => Because.Length == 0 ? card : card.Small(StaffText.Of($"Why you: {Because}."));
}

/// <summary>Finds the recipients of one sweep. Pure over the snapshot; answers are kept for the sweep, which asks the same many times.</summary>
/// <param name="records">What is on record beside cases that nobody holds; null for nothing.</param>
internal sealed class NudgeRecipients(
    Playbook.Playbook playbook, DirectorySnapshot directory, IReadOnlySet<string> platforms, Instant now, IReadOnlyDictionary<Guid, CaseRecord>? records = null)
{
    private readonly Availability at = new(directory, now, playbook.Calendars.Values);
    private readonly Dictionary<(int Customer, int Level, bool Critical, bool Restricted, Guid? Case, Instant? Due), Person?> next = [];

    /// <summary>Who owes it, else who would have the case next; null when the level reaches nobody.</summary>
    public NudgeRecipient? For(DuePromise due)
    {
        var critical = due.Promise.Priority == Priority.P1;
        var person = Reached(due.Promise.OwnerId, due.Restricted) ?? Reached(due.OwnerId, due.Restricted) ?? Reached(due.EngineeringOwnerId, due.Restricted)
            ?? (due.Restricted ? Reached(due.LiaisonId, due.Restricted) : null)
            ?? Next(due.Promise.CustomerId, due.Level, critical, due.Restricted, due.IsUnheld ? due.Promise.CaseId : null, due.IsUnacknowledged ? due.Promise.DueAt : null);

        // Rather somebody who is away than nobody; a critical one goes up instead.
        person ??= critical ? null : Writable(due.Promise.OwnerId) ?? Writable(due.OwnerId);
        return person is null ? null : Address(person, due.Platform, critical);
    }

    /// <summary>The second person, of two who hold a case, to whom the same promise is told; null for none.</summary>
    public NudgeRecipient? Beside(DuePromise due, NudgeRecipient first) =>
        due.EngineeringOwnerId is { } engineer && engineer != first.Person.Id && SharedWork.IsBoth(due.Promise) && Reached(engineer, due.Restricted) is { } person
            ? Address(person, due.Platform, due.Promise.Priority == Priority.P1)
            : null;

    /// <summary>
    /// Who is told what concerns somebody on a case: they themselves while they can be reached and are there, else whoever covers for them,
    /// else whoever would have the case next. Rather somebody who is away than nobody.
    /// </summary>
    public NudgeRecipient? Reach(Guid id, SupportCase c)
    {
        var level = c.EngineeringOwner?.Id == id && c.Owner?.Id != id ? playbook.Levels.FirstOrDefault(l => l.Role == Commands.Role.Engineering)?.Number ?? c.Level : c.Level;
        return (Reached(id, c.Restricted) ?? Next(c.CustomerId, level, c.IsCritical, c.Restricted, null, null) ?? Writable(id)) is { } person
            && Address(person, c.Platform, c.IsCritical) is { } recipient
                ? recipient with { Because = person.Id == id ? "" : Why(id, person.Id) }
                : null;
    }

    /// <summary>Why somebody stands in for somebody else, in a few words; empty when nothing keeps the other from it.</summary>
    public string Why(Guid absent, Guid standIn) => directory.PersonById(absent) switch
    {
        null => "",
        { Active: false } gone => $"{gone.Name} has left",
        var away when directory.Absences.IsAway(absent, now) => at.CoverOf(away)?.Id == standIn ? $"{away.Name} is away, and you cover for them" : $"{away.Name} is away",
        var mute when !mute.IsReachableOn(platforms) => $"{mute.Name} can't be reached",
        _ => "",
    };

    /// <summary>On the platform that they chose, else on the case's own, when the person can be reached there; else on another.</summary>
    public NudgeRecipient? Address(Person person, string preferred, bool critical)
    {
        var reached = person.ReachableOn(platforms);
        if (reached.Count == 0)
        {
            return null;
        }

        var platform = person.WriteTo != reached[0] && reached.Contains(preferred) ? preferred : reached[0];
        var when = critical || person.IsAwake(now) ? now : person.Quiet.EndsAt(now, person.Zone);
        return new NudgeRecipient(person, new ToPerson(platform, person.Identities[platform]), when);
    }

    /// <summary>Who of a level would be asked.</summary>
    /// <param name="restricted">A restricted case that nobody holds is for the roles that see all of them.</param>
    /// <param name="record">Null goes by what is in memory.</param>
    public static OwnerQuestion Question(
        Playbook.Playbook playbook, int level, Customers.Customer customer, bool critical, bool restricted, Availability at, IReadOnlySet<string> platforms, CaseRecord? record)
    {
        var question = new OwnerQuestion(restricted ? Trusted(playbook) : playbook.Levels[Math.Min(level, playbook.Levels.Count - 1)], customer, critical, at, platforms);
        return record is null ? question : question with { Facts = record.Facts, Topics = record.Topics };
    }

    private static EscalationLevel Trusted(Playbook.Playbook playbook)
    {
        var sees = playbook.Organisation.RestrictedSeenBy;
        return playbook.Levels.FirstOrDefault(l => sees.Contains(l.Role)) ?? playbook.Levels[^1] with { Role = sees[0] };
    }

    /// <summary>Somebody who is there and can be written to; in their absence, who covers for them, if they may see the case.</summary>
    private Person? Reached(Guid? id, bool restricted)
    {
        if (id is not { } known || !directory.Absences.IsAway(known, now))
        {
            return Writable(id);
        }

        return directory.PersonById(known) is { } absent && at.CoverOf(absent) is { } cover && cover.IsReachableOn(platforms)
            && (!restricted || playbook.Organisation.SeesRestricted(cover.Roles)) ? cover : null;
    }

    private Person? Writable(Guid? id) =>
        id is { } known && directory.PersonById(known) is { Active: true } person && person.IsReachableOn(platforms) ? person : null;

    private Person? Next(int customerId, int level, bool critical, bool restricted, Guid? caseId, Instant? dueAt)
    {
        var record = caseId is { } id ? records?.GetValueOrDefault(id) : null;
        var key = (customerId, level, critical, restricted, record is null ? null : caseId, dueAt);
        if (!next.TryGetValue(key, out var person) && directory.CustomerById(customerId) is { } customer)
        {
            person = NextOwner.Choose(Question(playbook, level, customer, critical, restricted, at, platforms, record) with { DueAt = dueAt }).Person;
            next[key] = person;
        }

        return person;
    }
}
