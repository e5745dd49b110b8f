using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.People;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;

namespace ChatLiaison.Escalation;

/// <summary>The messages that a climb gives rise to.</summary>
internal sealed class EscalationMail(OutboxStore outbox, CaseMail mail, People.Directory directory, PlaybookSource playbooks)
{
    /// <summary>Asks a person to take a case: one message for all that they are asked at about the same time.</summary>
    public void Ask(UnitOfWork work, SupportCase c, Person person)
    {
        if (mail.AddressOf(person.Id, c, work.Now) is not { } recipient)
        {
            return;
        }

        if (c.Restricted)
        {
            // By itself and by its case's name, so that the last look before sending knows what it is about.
            outbox.Post(work, Letter.LiveForStaff(recipient.To, AsksCard.CardName, $"{person.Id}/{c.Id}") with { CaseId = c.Id, Droppable = true, NotBefore = recipient.NotBefore });
        }
        else
        {
            OutboxStore.PostBundle(work, person.Id, recipient.To, AsksCard.CardName, c.IsCritical, recipient.NotBefore, playbooks.Current.Organisation.BundleWindow);
        }
    }

    /// <summary>Tells whoever looks after the customer who of engineering is on the case beside them (S96).</summary>
    public void Beside(UnitOfWork work, SupportCase before, SupportCase after)
    {
        if (after is { Owner: { } owner, EngineeringOwner: { } engineer } && before.EngineeringOwner != engineer && owner.Id != engineer.Id)
        {
            var card = StaffCard.Titled(StaffText.Of($"{after.Reference}: {engineer.Name} of engineering is on it with you"))
                .Say(StaffText.Of($"You keep {after.ContactName} posted; {engineer.Name} {SharedWork.OfEngineering}. It comes back to you when they are done."))
                .With(Button.Open("update.open", "Update customer", after.Id.ToString(), ButtonStyle.Primary), Button.Act("case.show", "Show the case", after.Id.ToString()));
            mail.Tell(work, after, owner.Id, card, new HeldBy(owner.Id, engineer.Id));
        }
    }

    /// <summary>Tells whoever held the case that a level they count on reaches nobody now, and where the case went instead.</summary>
    /// <param name="skipped">The levels that reach nobody, each with why.</param>
    /// <param name="next">Who has it now; null when the last resort was told.</param>
    public void Skipped(UnitOfWork work, SupportCase before, IReadOnlyList<string> skipped, Party? next)
    {
        if (skipped.Count > 0 && before.Owner is { } holder && holder.Id != next?.Id)
        {
            var then = next is null
                ? StaffText.Of($"No level above reaches anybody either. The last-resort channel is told; until somebody answers it stays with you, so keep {before.ContactName} posted.")
                : StaffText.Of($"{next.Name:b} is asked instead.");
            mail.Tell(work, before, holder.Id, StaffCard.Titled(StaffText.Of($"{before.Reference}: those it was meant for can't be reached now"))
                .List(skipped.Select(StaffText.FromString))
                .Say(then)
                .With(Button.Open("update.open", "Update customer", before.Id.ToString(), ButtonStyle.Primary), Button.Act("case.show", "Show the case", before.Id.ToString())));
        }
    }

    public void LastResort(UnitOfWork work, SupportCase c, string reason)
    {
        if (directory.Current.Channel(ChannelUse.LastResort, c.Platform) is { } room)
        {
            if (c.Restricted)
            {
                var without = StaffCard.Titled("A restricted case: nobody who is awake can be reached")
                    .Say(StaffText.Of($"{c.Priority.ToString()}. Who may see it: please take it."))
                    .With(Button.Act("case.show", "Show it", c.Id.ToString(), ButtonStyle.Primary));
                outbox.Post(work, Letter.ForStaff(new ToChannel(room.Platform, room.ChannelId), without));
                return;
            }

            var card = StaffCard.Titled(StaffText.Of($"{c.Reference}: nobody who is awake can be reached"))
                .Say(StaffText.Of($"{reason} Nobody on the levels above can be reached now. {c.Priority.ToString()}: {c.Title}"))
                .With(Button.Act("take.now", "Take it", c.Id.ToString(), ButtonStyle.Primary));
            outbox.Post(work, Letter.ForStaff(new ToChannel(room.Platform, room.ChannelId), card) with { CaseId = c.Id, Droppable = true });
        }
    }
}
