using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Outbox;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Resolution;

/// <summary>The messages that the end of a case gives rise to.</summary>
internal sealed class ResolutionMail(OutboxStore outbox, CaseMail mail, PlaybookSource playbooks)
{
    /// <summary>A card in the case's thread in the customer's channel, drawn when it is sent and again when they answer.</summary>
    public void ToCustomer(UnitOfWork work, SupportCase c, string card, string anchor, int number)
    {
        if (CaseRooms.OfCustomer(c) is { } there)
        {
            outbox.Post(work, Letter.LiveForCustomer(there, card, $"{c.Id}/{number}") with
            {
                Anchor = anchor,
                ThreadAnchor = c.CustomerAnchor,
                CaseId = c.Id,
            });
        }
    }

    public void Redraw(UnitOfWork work, SupportCase c, string card, string anchor, int number)
    {
        if (CaseRooms.OfCustomer(c) is { } there)
        {
            outbox.Redraw(work, there, Audience.Customer, anchor, card, $"{c.Id}/{number}", c.Id);
        }
    }

    /// <summary>The customer wrote after the resolution: what do they mean?</summary>
    public void AskWhatTheyMean(UnitOfWork work, SupportCase c, Button somethingNew)
    {
        if (CaseRooms.OfCustomer(c) is { } there)
        {
            var card = CustomerCard.Plain(CustomerText.Of($"Thank you. {c.ReferenceText} is resolved, so please tell us with one press which it is:"))
                .With(
                    Button.Act("verify.thanks", "It still works, just thanks", c.Id.ToString()),
                    Button.Open("verify.broken", "Not fixed", c.Id.ToString()),
                    somethingNew);
            outbox.Post(work, Letter.ForCustomer(there, card) with { ThreadAnchor = c.CustomerAnchor, CaseId = c.Id, Droppable = true });
        }
    }

    public void LastChance(UnitOfWork work, SupportCase c, IReadOnlyList<ClosingStep> missing, Instant closes) => ToOwner(
        work, c,
        StaffCard.Titled(StaffText.Of($"{c.Reference} closes by itself on {closes}"))
            .Say(StaffText.Of($"{c.Title}. So far {ClosingRules.InWords(missing)}. If it closes like this, it is reported."))
            .With(NextStep(c, missing), Button.Act("case.show", "Show the case", c.Id.ToString())));

    /// <summary>It would have closed by now, but we owe the customer something.</summary>
    public void StaysOpen(UnitOfWork work, SupportCase c, IReadOnlyList<ClosingStep> missing) => ToOwner(
        work, c,
        StaffCard.Titled(StaffText.Of($"{c.Reference} does not close by itself yet"))
            .Say(StaffText.Of($"{c.Title}. So far {ClosingRules.InWords(missing)}."))
            .With(NextStep(c, missing), Button.Act("case.show", "Show the case", c.Id.ToString())));

    private static Button NextStep(SupportCase c, IReadOnlyList<ClosingStep> missing) => missing switch
    {
        _ when missing.Contains(ClosingStep.FollowedUp) || missing.Contains(ClosingStep.Answered) => Button.Open("followup.open", "Follow up", c.Id.ToString(), ButtonStyle.Primary),
        _ when missing.Contains(ClosingStep.Verified) => Button.Open("verify.open", "Record that it works", c.Id.ToString(), ButtonStyle.Primary),
        _ => Button.Act("case.promises", "What is promised", c.Id.ToString(), ButtonStyle.Primary),
    };

    /// <summary>A fix is in: whoever is the customer's contact checks it for them and tells them.</summary>
    public void FixReported(UnitOfWork work, SupportCase c, string words, Actor by) => ToOwner(
        work, c,
        StaffCard.Titled(StaffText.Of($"{c.Reference}: a fix is in"))
            .Say(StaffText.Of($"{by.Name}: {words}"))
            .Say(StaffText.Of($"Check it for this customer: {Words.All(FixCheck.Items(c, playbooks.Current).Select(i => FixCheck.InSentence(i.Label)))}. The customer has not been told yet."))
            .With(Button.Open("resolve.open", "Resolve", c.Id.ToString(), ButtonStyle.Primary), Button.Act("fixed.reject", "Not fixed for them", c.Id.ToString())));

    public void Rated(UnitOfWork work, SupportCase c, Rating rating)
    {
        var comment = rating.Comment.Length == 0 ? "" : $" \"{rating.Comment}\"";
        mail.SayInThread(work, c, StaffCard.Plain(StaffText.Of($"{rating.By} rated {c.Reference} {RatingWords.InWords(rating)}.{comment}")), calls: rating.IsLow, lasting: true);
    }

    /// <summary>To whoever holds the case, and is not the one who did it.</summary>
    public void ToOwner(UnitOfWork work, SupportCase c, StaffCard card, Guid? but = null)
    {
        if (c.Owner is null)
        {
            mail.SayInThread(work, c, card, lasting: true);
        }
        else if (c.Owner.Id != but)
        {
            mail.Tell(work, c, c.Owner.Id, card);
        }
    }
}
