using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Promises;

/// <summary>Writes to our own people about one case: to one of them, or into its working thread, which a restricted case has not.</summary>
internal sealed class CaseMail(OutboxStore outbox, People.Directory directory, PlaybookSource playbooks, Platforms platforms)
{
    /// <summary>Where and when a person is told about a case; null when nothing reaches them.</summary>
    public NudgeRecipient? AddressOf(Guid personId, SupportCase c, Instant now) => directory.Current.PersonById(personId) is { } person
        ? Recipients(now).Address(person, c.Platform, c.IsCritical)
        : null;

    /// <summary>Tells somebody who is on a case, or whoever looks after it in their absence; nobody when they can't be reached.</summary>
    /// <param name="onlyWhile">Who holds it as the card says, without which it is not sent; null for whoever does.</param>
    /// <param name="lasting">Worth reading when the case has ended, too.</param>
    public void Tell(UnitOfWork work, SupportCase c, Guid? personId, StaffCard card, HeldBy? onlyWhile = null, bool lasting = false)
    {
        if (personId is { } id && Recipients(work.Now).Reach(id, c) is { } recipient)
        {
            Post(work, c, recipient, recipient.Explain(card), onlyWhile, lasting);
        }
    }

    /// <summary>Tells a person and nobody in their place.</summary>
    public void TellThem(UnitOfWork work, SupportCase c, Guid personId, StaffCard card, HeldBy? onlyWhile = null, bool lasting = false)
    {
        if (AddressOf(personId, c, work.Now) is { } recipient)
        {
            Post(work, c, recipient, card, onlyWhile, lasting);
        }
    }

    /// <summary>Says something in the case's working thread; of a restricted case to those who hold it, or would.</summary>
    /// <param name="calls">Its owner is named in the thread, since it is theirs to answer.</param>
    /// <param name="anchor">Our lasting name of the message; null when nobody asks for it later.</param>
    /// <param name="lasting">Worth reading when the case has ended, too; in its thread everything is.</param>
    public void SayInThread(UnitOfWork work, SupportCase c, StaffCard card, bool calls = false, string? anchor = null, bool lasting = false)
    {
        if (c.Restricted)
        {
            foreach (var id in new[] { c.Owner?.Id ?? c.LiaisonId, c.EngineeringOwner?.Id }.OfType<Guid>().Distinct())
            {
                Tell(work, c, id, card, lasting: lasting);
            }
        }
        else if (directory.Current.Channel(ChannelUse.Triage, c.Platform) is { } room)
        {
            outbox.Post(work, Letter.ForStaff(new ToChannel(room.Platform, room.ChannelId), card) with
            {
                Anchor = anchor,
                ThreadAnchor = c.TriageAnchor,
                CaseId = c.Id,
                Mentions = calls && c.Owner is { } owner && Recipients(work.Now).Reach(owner.Id, c) is { } called ? called.Person.MentionOn(room.Platform) : [],
            });
        }
    }

    private void Post(UnitOfWork work, SupportCase c, NudgeRecipient recipient, StaffCard card, HeldBy? onlyWhile, bool lasting) => outbox.Post(
        work, Letter.ForStaff(recipient.To, card) with { CaseId = c.Id, Droppable = !lasting, NotBefore = recipient.NotBefore, While = onlyWhile });

    private NudgeRecipients Recipients(Instant now) => new(playbooks.Current, directory.Current, platforms.Keys, now);
}
