using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.Promises;
using ChatLiaison.Storage;

namespace ChatLiaison.Escalation;

/// <summary>Tells a person that a case was given to them or came back, and the one who held it that it was taken.</summary>
internal sealed class AssignmentReactor(CaseMail mail) : ICaseReactor
{
    public ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        var c = change.After;
        if (change.Has(CaseEventKind.Assigned) && c.Owner is { } owner && owner.Id != change.Actor.Id)
        {
            mail.TellThem(
                work, c, owner.Id,
                StaffCard.Titled(StaffText.Of($"{c.Reference} is yours: {c.Title}"))
                    .Say(StaffText.Of($"{change.Actor.Name} gave it to you. {c.Priority.ToString()}, {c.Status.ForStaff()}."))
                    .With(Button.Act("take.now", "Take", c.Id.ToString(), ButtonStyle.Primary), AsksCard.Decline(c), Button.Act("case.show", "Show the case", c.Id.ToString())),
                new HeldBy(owner.Id));
        }

        if (change.Has(CaseEventKind.Taken) && change.Before?.Owner is { } before && before.Id != change.Actor.Id)
        {
            mail.Tell(work, c, before.Id, StaffCard.Plain(StaffText.Of($"{change.Actor.Name:b} took {c.Reference} from you. There is nothing left for you to do on it.")));
        }

        if (change.Has(CaseEventKind.Returned) && c.Owner is { } support && support.Id != change.Actor.Id)
        {
            mail.Tell(work, c, support.Id, StaffCard.Titled(StaffText.Of($"{c.Reference} is back with you alone: {c.Title}"))
                .Say(StaffText.Of($"{change.Events.First(e => e.Kind == CaseEventKind.Returned).Text}"))
                .With(Button.Open("update.open", "Update customer", c.Id.ToString(), ButtonStyle.Primary), Button.Open("resolve.open", "Resolve", c.Id.ToString())), new HeldBy(support.Id, Guid.Empty));
        }

        return ValueTask.CompletedTask;
    }
}
