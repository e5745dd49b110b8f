using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Handover;

/// <summary>Arranges a meeting: with the form for it, or as a step of something else. Whoever asks changes the case and commits.</summary>
internal sealed class MeetingPlanner(BriefMail mail, PlaybookSource playbooks)
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
        mail.SayInThread(work, c, MeetingCards.Arranged(c, m), m.ArrangedAnchor);
        foreach (var person in new[] { c.Owner?.Id, c.EngineeringOwner?.Id }.OfType<Guid>().Distinct().Where(id => id != by.Id && !c.Restricted))
        {
            mail.Tell(work, c, person, MeetingCards.Arranged(c, m));
        }

        foreach (var person in new[] { by.Id, c.Owner?.Id, c.EngineeringOwner?.Id }.OfType<Guid>().Distinct())
        {
            mail.TellSoon(work, c, person, m, m.At - playbooks.Current.Handover.SoonBefore);
        }
    }
}
