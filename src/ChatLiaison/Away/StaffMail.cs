using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Storage;

namespace ChatLiaison.Away;

/// <summary>Writes to one of our people about somebody's being away, when they are awake.</summary>
internal sealed class StaffMail(OutboxStore outbox, People.Directory directory, Platforms platforms)
{
    public IReadOnlySet<string> Platforms => platforms.Keys;

    public Person? Find(Guid id) => directory.Current.PersonById(id);

    public string NameOf(Guid id) => Find(id)?.Name ?? "Somebody who has left";

    public bool Reaches(Guid id) => Find(id) is { Active: true } person && person.ReachableOn(platforms.Keys).Count > 0;

    public void Tell(UnitOfWork work, Guid personId, StaffCard card)
    {
        if (Address(personId) is { } to)
        {
            Post(work, personId, Letter.ForStaff(to, card));
        }
    }

    /// <summary>A card that is drawn when it goes out, and can be drawn anew by its anchor.</summary>
    /// <param name="urgent">Even when they are asleep.</param>
    public void TellLive(UnitOfWork work, Guid personId, string live, string subject, string anchor, bool urgent = false)
    {
        if (Address(personId) is { } to)
        {
            Post(work, personId, Letter.LiveForStaff(to, live, subject) with { Anchor = anchor }, urgent);
        }
    }

    public void Redraw(UnitOfWork work, Guid personId, string live, string subject, string anchor)
    {
        if (Address(personId) is { } to)
        {
            outbox.Redraw(work, to, Audience.Staff, anchor, live, subject, null);
        }
    }

    private void Post(UnitOfWork work, Guid personId, Letter letter, bool urgent = false)
    {
        var person = Find(personId)!;
        outbox.Post(work, letter with { NotBefore = urgent || person.IsAwake(work.Now) ? work.Now : person.Quiet.EndsAt(work.Now, person.Zone) });
    }

    private ToPerson? Address(Guid personId) =>
        Find(personId) is { Active: true } person && person.ReachableOn(platforms.Keys) is [var platform, ..] ? new ToPerson(platform, person.Identities[platform]) : null;
}
