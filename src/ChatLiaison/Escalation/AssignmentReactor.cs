using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.Storage;

namespace ChatLiaison.Escalation;

/// <summary>Tells a person that a case was given to them, and the one who held it that it was taken.</summary>
internal sealed class AssignmentReactor(EscalationMail mail, OutboxStore outbox) : ICaseReactor
{
    public ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        var c = change.After;
        if (change.Has(CaseEventKind.Assigned) && c.Owner is { } owner && owner.Id != change.Actor.Id)
        {
            Tell(work, c, owner, StaffCard.Titled(StaffText.Of($"{c.Reference} is yours: {c.Title}"))
                .Say(StaffText.Of($"{change.Actor.Name} gave it to you. {c.Priority.ToString()}, {c.Status.ForStaff()}."))
                .With(Button.Act("take.now", "Take", c.Id.ToString(), ButtonStyle.Primary), Button.Act("case.show", "Show the case", c.Id.ToString())));
        }

        if (change.Has(CaseEventKind.Taken) && change.Before?.Owner is { } before && before.Id != change.Actor.Id)
        {
            Tell(work, c, before, StaffCard.Plain(StaffText.Of($"{change.Actor.Name:b} took {c.Reference} from you. There is nothing left for you to do on it.")));
        }

        return ValueTask.CompletedTask;
    }

    private void Tell(UnitOfWork work, SupportCase c, Party party, StaffCard card)
    {
        if (mail.AddressOf(party.Id, c, work.Now) is { } recipient)
        {
            outbox.Post(work, Letter.ForStaff(recipient.To, card) with { CaseId = c.Id, Droppable = true, NotBefore = recipient.NotBefore });
        }
    }
}
