using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Promises;
using ChatLiaison.Storage;

namespace ChatLiaison.Quality;

/// <summary>Tells somebody a good word about them, in their own conversation and never in their quiet hours.</summary>
internal sealed class KudosMail(OutboxStore outbox, PersonMail mail, CaseMail people)
{
    /// <param name="c">The case that it is about; null for none.</param>
    public void Tell(UnitOfWork work, Person person, Kudos kudos, SupportCase? c)
    {
        var title = kudos.Kind == KudosKind.Thanks ? StaffText.Of($"{kudos.By} thanks you")
            : kudos.CustomerId is { } id && mail.Known.CustomerById(id) is { } customer ? StaffText.Of($"{kudos.By} of {customer.Name} praises you")
            : StaffText.Of($"{kudos.By} praises you");
        var card = StaffCard.Titled(title).Quoting(kudos.What);
        if (c is null)
        {
            mail.Tell(work, person.Id, card);
        }
        else if (people.AddressOf(person.Id, c, work.Now) is { } recipient)
        {
            outbox.Post(work, Letter.ForStaff(recipient.To, card.Small(StaffText.Of($"{c.Reference} {c.Title}"))) with
            {
                CaseId = c.Id,
                NotBefore = person.IsAwake(work.Now) ? work.Now : person.Quiet.EndsAt(work.Now, person.Zone),
            });
        }
    }
}
