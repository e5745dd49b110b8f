using ChatLiaison.Chat;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Outbox;

/// <summary>Writes to one of our own people about what concerns them: at once when they are awake, else when their quiet hours end.</summary>
internal sealed class PersonMail(OutboxStore outbox, People.Directory directory, Platforms platforms, PlaybookSource playbooks)
{
    public DirectorySnapshot Known => directory.Current;

    public string NameOf(Guid id) => Known.PersonById(id)?.Name ?? "somebody who has left";

    /// <summary>Who is there at an instant, holidays counted.</summary>
    public Availability At(NodaTime.Instant now) => new(Known, now, playbooks.Current.Calendars.Values);

    /// <summary>The platform's name as people say it.</summary>
    public string PlatformName(string key) => platforms.Find(key)?.Abilities.DisplayName ?? key;

    /// <summary>The platforms that are on, with their names.</summary>
    public IReadOnlyList<(string Key, string Name)> Platforms => [.. platforms.Keys.Order(StringComparer.Ordinal).Select(key => (key, PlatformName(key)))];

    public bool Reaches(Guid id) => Known.PersonById(id) is { } person && Address(person, null) is not null;

    /// <param name="on">The platform to prefer; null for any.</param>
    /// <returns>False when they can't be reached anywhere.</returns>
    public bool Tell(UnitOfWork work, Guid personId, StaffCard card, string? on = null) => Known.PersonById(personId) is { } person && Tell(work, person, card, on);

    /// <summary>The same to somebody whom this unit of work makes or changes.</summary>
    public bool Tell(UnitOfWork work, Person person, StaffCard card, string? on = null)
    {
        if (Address(person, on) is not { } to)
        {
            return false;
        }

        Post(work, person, Letter.ForStaff(to, card), urgent: false);
        return true;
    }

    /// <summary>A card that is drawn when it goes out, and can be drawn anew by its anchor.</summary>
    /// <param name="urgent">Even in their quiet hours.</param>
    public bool TellLive(UnitOfWork work, Guid personId, LiveLetter letter, bool urgent)
    {
        if (Known.PersonById(personId) is not { } person || Address(person, null) is not { } to)
        {
            return false;
        }

        Post(work, person, Letter.LiveForStaff(to, letter.Card, letter.Subject) with { Anchor = letter.Anchor }, urgent);
        return true;
    }

    public void Redraw(UnitOfWork work, Guid personId, LiveLetter letter)
    {
        if (Known.PersonById(personId) is { } person && Address(person, null) is { } to)
        {
            outbox.Redraw(work, to, Audience.Staff, letter.Anchor, letter.Card, letter.Subject, null);
        }
    }

    private void Post(UnitOfWork work, Person person, Letter letter, bool urgent) =>
        outbox.Post(work, letter with { NotBefore = urgent || person.IsAwake(work.Now) ? work.Now : person.Quiet.EndsAt(work.Now, person.Zone) });

    private ToPerson? Address(Person person, string? on) => person.Active && person.ReachableOn(platforms.Keys) is [var first, ..] there
        ? new ToPerson(on is not null && there.Contains(on) ? on : first, person.Identities[on is not null && there.Contains(on) ? on : first])
        : null;
}

/// <summary>A live card about something, and our lasting name of the message.</summary>
internal sealed record LiveLetter(string Card, string Subject, string Anchor);
