using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Outbox;
using NodaTime;

namespace ChatLiaison.CaseCards;

/// <summary>The card in the customer's channel: what we understood, how it stands, what happens next and when (S24–S27).</summary>
internal sealed class CustomerCaseCard(CaseViews views) : ILiveCard
{
    public const string CardName = "customer";

    public string Name => CardName;

    public async Task<Card?> DrawAsync(string subject, Instant now, CancellationToken cancellationToken) =>
        await views.ReadAsync(subject, cancellationToken) is not { } view ? null : view.Case.Restricted ? DrawWithoutContent(view.Case) : Draw(view);

    public bool IsDiscreet => true;

    /// <summary>In the customer's channel nothing is said of a restricted case; whoever reported it is told directly.</summary>
    internal static CustomerCard DrawWithoutContent(SupportCase c) => CustomerCard.Plain(c.Status.IsEnded()
        ? CustomerText.Of($"A matter that was handled in confidence is closed.")
        : CustomerText.Of($"We are handling a matter in confidence. Whoever reported it hears from us directly, and finds it with /cases."));

    /// <param name="now">When it is asked for, to say how long it is until the next word; null for a card that stays, where that would not stay true.</param>
    public static CustomerCard Draw(CaseView view, Instant? now = null)
    {
        var c = view.Case;
        var card = CustomerCard.Titled(CustomerText.Of($"{c.ReferenceText}: {CustomerText.Said(c.Title)}"));
        card = Opening(card, c).Quoting(CustomerText.Said(c.Details.Issue)).Facts([.. Understood(c.Details), .. Facts(view)]);
        card = card.Say(Next(view, now));
        return c.Status.IsOpen()
            ? card.With([.. Buttons(c), .. view.Parts.SelectMany(p => p.CustomerButtons)]).Small(CustomerText.Of($"Anything you write in this thread reaches the people working on it."))
            : card;
    }

    private static CustomerCard Opening(CustomerCard card, SupportCase c) => card.Say(c.Understanding switch
    {
        Understanding.Confirmed => CustomerText.Of($"Thank you, {Contact(c)}. You confirmed that this is what you need solved:"),
        Understanding.Corrected => CustomerText.Of($"Thank you, {Contact(c)}. With your correction, this is what we understood:"),
        _ => CustomerText.Of($"Thank you, {Contact(c)}. We have this on record. This is what we understood:"),
    });

    /// <summary>What else they told us, as far as it is known, so that they can put it right too (S24).</summary>
    private static IEnumerable<(string, CustomerText)> Understood(CaseDetails d)
    {
        if (d.StartedAt is { } started)
        {
            yield return ("Since", CustomerText.Of($"{started}"));
        }

        if (CaseWords.Impacts.FirstOrDefault(i => i.Value == d.Impact) is { } impact)
        {
            yield return ("Affected", CustomerText.Name(impact.Label));
        }

        if (d.Outcome.Length > 0)
        {
            yield return ("What you hope for", CustomerText.Said(CommandWords.Cut(d.Outcome, 200)));
        }

        if (d.Deadline is { } deadline)
        {
            yield return ("Needed by", CustomerText.Of($"{deadline}"));
        }
    }

    private static CustomerText Contact(SupportCase c) => CaseViews.ContactText(c, c.Platform);

    private static IEnumerable<(string, CustomerText)> Facts(CaseView view)
    {
        var c = view.Case;
        yield return ("Status", CaseWords.PublicStatus(c));
        yield return ("Priority", CustomerText.Name(c.Priority.ToString()));
        if (c.Owner is { } owner)
        {
            yield return ("With", CustomerText.Name(owner.Name));
        }

        foreach (var fact in view.Parts.SelectMany(p => p.CustomerFacts))
        {
            yield return fact;
        }
    }

    private static CustomerText Next(CaseView view, Instant? now) => view.Case.Status switch
    {
        CaseStatus.Cancelled => CustomerText.Of($"We have stopped work on this. Tell us in this channel if it is needed after all."),
        CaseStatus.Closed => CustomerText.Of($"This is closed. If anything comes back, tell us in this channel."),
        CaseStatus.Resolved => CustomerText.Of($"What was done: {CustomerText.Approved(view.Case.Resolution, view.Case.Owner?.Name ?? "the team")}"),
        CaseStatus.WaitingOnCustomer => CustomerText.Of($"To go on we need something from you. Please see our question in this thread."),
        CaseStatus.WaitingOnThirdParty when view.NextWord is { } due => CustomerText.Of($"We are waiting for a supplier. You will hear from us next by {due}{PlanWords.Until(due, now)}."),
        CaseStatus.WaitingOnThirdParty => CustomerText.Of($"We are waiting for a supplier and will write as soon as we hear from them."),
        _ when view.NextWord is { } due => view.Case.FirstResponseAt is null
            ? CustomerText.Of($"What happens next: a person from our team will answer you by {due}{PlanWords.Until(due, now)}.")
            : CustomerText.Of($"You will hear from us next by {due}{PlanWords.Until(due, now)}."),
        _ when view.LateWord is { } late => CustomerText.Of($"We owe you a word since {late}. It is late, and not forgotten."),
        _ => CustomerText.Of($"We will write as soon as there is something new."),
    };

    private static IReadOnlyList<Button> Buttons(SupportCase c) => c.Understanding == Understanding.Confirmed
        ? [Button.Open("understanding.correct", "Correct it", c.Id.ToString())]
        : [
            Button.Act("understanding.confirm", "That's right", c.Id.ToString(), ButtonStyle.Primary),
            Button.Open("understanding.correct", "Correct it", c.Id.ToString()),
        ];
}
