using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Meetings;

/// <summary>Arranges a meeting: with the form for it, or as a step of something else. Whoever asks changes the case and commits.</summary>
internal sealed class MeetingPlanner(OutboxStore outbox, CaseMail mail, PlaybookSource playbooks)
{
    /// <summary>Writes the meeting.</summary>
    /// <returns>The meeting, and what happened to the case, with the promise to hold it.</returns>
    public (Meeting Meeting, CaseEvent Met) Arrange(UnitOfWork work, Actor by, Meeting wanted)
    {
        var hold = new Commitment(Commitment.NewId(work.Now), CommitmentKind.Personal, $"Hold the {wanted.Name} and write its minutes")
        {
            OwnerId = by.Id,
            Due = wanted.At + playbooks.Current.Handover.MinutesWithin,
        };
        var m = wanted with { ScheduledBy = by.Name, ScheduledById = by.Id, HoldPromise = hold.Id };
        MeetingStore.Insert(work, m);
        return (m, new CaseEvent(CaseEventKind.Met, $"{by.Name} arranged a {m.Name}, {ChatText.InUtc(m.At, MomentStyle.DateAndTime)}. {m.Purpose}".TrimEnd())
        {
            Commits = [hold],
            SaidAs = m.ArrangedAnchor,
        });
    }

    /// <summary>Tells whoever has a part in it now, and hands them its pack shortly before it begins.</summary>
    public void Announce(UnitOfWork work, SupportCase c, Actor by, Meeting m)
    {
        mail.SayInThread(work, c, MeetingCards.Arranged(c, m), anchor: m.ArrangedAnchor, lasting: true);
        foreach (var person in new[] { c.Owner?.Id, c.EngineeringOwner?.Id }.OfType<Guid>().Distinct().Where(id => id != by.Id && !c.Restricted))
        {
            mail.Tell(work, c, person, MeetingCards.Arranged(c, m), lasting: true);
        }

        foreach (var person in new[] { by.Id, c.Owner?.Id, c.EngineeringOwner?.Id }.OfType<Guid>().Distinct())
        {
            TellSoon(work, c, person, m, m.At - playbooks.Current.Handover.SoonBefore);
        }
    }

    /// <summary>Hands somebody the pack of a meeting at an instant, even in their quiet hours: they meet then. Nothing when it has passed.</summary>
    private void TellSoon(UnitOfWork work, SupportCase c, Guid personId, Meeting m, Instant when)
    {
        if (when > work.Now && mail.AddressOf(personId, c, work.Now) is { } recipient)
        {
            outbox.Post(work, Letter.LiveForStaff(recipient.To, MeetingSoonCard.CardName, m.Id.ToString()) with { CaseId = c.Id, Droppable = true, NotBefore = when });
        }
    }
}
