using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Escalation;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;

namespace ChatLiaison.Resolution;

/// <summary>
/// What engineering did does not work for the customer: whoever holds the case and the engineer hear of it, management is one button away, and
/// gets the case by itself when it happened as often as the playbook bears (S49).
/// </summary>
internal sealed class NotFixedReactor(ResolutionMail mail, CaseMail people, PlaybookSource playbooks) : ICaseReactor
{
    public ValueTask ReactAsync(CaseChange change, UnitOfWork work, CancellationToken cancellationToken)
    {
        var (c, playbook) = (change.After, playbooks.Current);
        if (change.Before is not { } before || c.Course.NotFixed <= before.Course.NotFixed)
        {
            return ValueTask.CompletedTask;
        }

        if (NotFixed.Climbs(c, playbook))
        {
            WatchStore.WriteActs(work, [(c.Id, $"climb:{LadderRules.TargetOf(c, EscalationEvents.NotFixed, playbook)}", NotFixed.Reason(c))]);
        }

        // Whoever of ours found it has the answer before them.
        mail.ToOwner(work, c, NotFixedCards.Offer(c, playbook), but: change.Actor.Id);
        if (c.EngineeringOwner is { } engineer && engineer.Id != change.Actor.Id && engineer.Id != c.Owner?.Id)
        {
            people.Tell(work, c, engineer.Id, NotFixedCards.ForEngineer(c));
        }

        return ValueTask.CompletedTask;
    }
}

/// <summary>What our people read when a fix turns out not to work.</summary>
internal static class NotFixedCards
{
    public static StaffCard Offer(SupportCase c, Playbook.Playbook playbook)
    {
        var card = StaffCard.Titled(StaffText.Of($"{c.Reference}: not fixed for them")).Say(StaffText.Of($"{c.Course.NotFixedWhy} It goes on with {(c.EngineeringOwner is { } e ? $"{e.Name} of engineering" : "you")}."));
        var show = Button.Act("case.show", "Show the case", c.Id.ToString());
        return NotFixed.Climbs(c, playbook)
            ? card.Say(StaffText.Of($"That is the case {NotFixed.Times(c.Course.NotFixed)} now, so it goes up to management by itself and is expedited.")).With(show)
            : NotFixed.IsOffered(c) ? card.With(NotFixed.Button(c), show)
            : card.With(show);
    }

    public static StaffCard ForEngineer(SupportCase c) => StaffCard.Titled(StaffText.Of($"{c.Reference}: not fixed for them"))
        .Say(StaffText.Of($"{c.Course.NotFixedWhy} It is with you again."))
        .With(Button.Act("case.show", "Show the case", c.Id.ToString(), ButtonStyle.Primary));
}

/// <summary>On the case's card: how often it was not fixed, what a fix was checked with, and the way to management.</summary>
internal sealed class NotFixedPart : ICasePart
{
    public int Order => 12;

    public ValueTask<CasePart?> ReadAsync(SupportCase c, CancellationToken cancellationToken) => ValueTask.FromResult(
        c.Course is { NotFixed: 0, Checked: "" } ? null : new CasePart
        {
            Facts =
            [
                ("Not fixed", c.Course.NotFixed == 0 ? "" : StaffText.Of($"{NotFixed.Times(c.Course.NotFixed)}. {c.Course.NotFixedWhy}")),
                ("Fix checked", c.Course.Checked),
            ],
            Buttons = NotFixed.IsOffered(c) ? [NotFixed.Button(c)] : [],
        });
}
