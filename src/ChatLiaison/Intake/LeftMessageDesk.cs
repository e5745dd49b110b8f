using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Storage;

namespace ChatLiaison.Intake;

/// <summary>Passes messages on, and tells both ends when they were read.</summary>
internal sealed class LeftMessageDesk(OutboxStore outbox, People.Directory directory, Platforms platforms)
{
    public bool Reaches(Person person) => person.Active && person.ReachableOn(platforms.Keys).Count > 0;

    /// <summary>The message on its way; the writer's own unit of work commits it.</summary>
    public void Pass(UnitOfWork work, LeftMessage m)
    {
        LeftMessageStore.Insert(work, m);
        Post(work, m, m.PersonId, LeftMessageCard.CardName, "person");
        if (CustomersPlace(m) is { } place)
        {
            outbox.Post(work, Letter.LiveForCustomer(place, LeftMessageCustomerCard.CardName, m.Id.ToString()) with { Anchor = m.AnchorFor("customer") });
        }

        if (m.TakenBy is { } taker && taker != m.PersonId)
        {
            Post(work, m, taker, LeftMessageTakerCard.CardName, "taker");
        }
    }

    public void WasRead(UnitOfWork work, LeftMessage m)
    {
        if (CustomersPlace(m) is { } place)
        {
            outbox.Redraw(work, place, Audience.Customer, m.AnchorFor("customer"), LeftMessageCustomerCard.CardName, m.Id.ToString(), null);
        }

        if (m.TakenBy is { } taker && taker != m.PersonId && Address(taker) is { } to)
        {
            outbox.Redraw(work, to, Audience.Staff, m.AnchorFor("taker"), LeftMessageTakerCard.CardName, m.Id.ToString(), null);
        }
    }

    public void Answer(UnitOfWork work, LeftMessage m, string words, string by)
    {
        if (CustomersPlace(m) is { } place)
        {
            outbox.Post(work, Letter.ForCustomer(place, CustomerCard.Plain(Answered(m, words, by))));
        }
    }

    /// <summary>An answer as the customer reads it.</summary>
    public static CustomerText Answered(LeftMessage m, string words, string by) =>
        CustomerText.Of($"{CustomerText.Name(by):b} to {CustomerText.Name(m.Caller)}: {CustomerText.Approved(words, by)}");

    private void Post(UnitOfWork work, LeftMessage m, Guid personId, string live, string whom)
    {
        if (directory.Current.PersonById(personId) is { } person && Address(personId) is { } to)
        {
            outbox.Post(work, Letter.LiveForStaff(to, live, m.Id.ToString()) with
            {
                Anchor = m.AnchorFor(whom),
                NotBefore = person.IsAwake(work.Now) ? work.Now : person.Quiet.EndsAt(work.Now, person.Zone),
            });
        }
    }

    private static ToChannel? CustomersPlace(LeftMessage m) => m.ChannelId.Length > 0 ? new ToChannel(m.Platform, m.ChannelId, m.ThreadId) : null;

    private ToPerson? Address(Guid personId) =>
        directory.Current.PersonById(personId) is { } person && person.ReachableOn(platforms.Keys) is [var platform, ..] ? new ToPerson(platform, person.Identities[platform]) : null;
}
