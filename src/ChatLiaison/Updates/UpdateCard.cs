using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;

namespace ChatLiaison.Updates;

/// <summary>A status update as the customer reads it. Its words are those that a named person has previewed and sends.</summary>
internal static class UpdateCard
{
    public static CustomerCard Draw(SupportCase c, UpdateContent content, Actor by)
    {
        CustomerText Sent(string words) => CustomerText.Approved(words, by.Name);

        if (content.IsPlain)
        {
            return CustomerWords.Told(c, content.Words, content.Next, by);
        }

        var card = CustomerCard.Titled(CustomerText.Of($"Update on {c.ReferenceText}: {CaseWords.PublicStatus(c)}"))
            .Say(CustomerText.Of($"{CustomerText.Name(by.Name):b}: {Sent(content.Words)}"));
        if (content.Done.Count > 0)
        {
            card = card.Say(CustomerText.Of($"Done so far").Bold())
                .List(content.Done.Select(d => d.At is { } at ? CustomerText.Of($"{Sent(d.What)} ({at})") : Sent(d.What)));
        }

        if (content.Steps.Count > 0)
        {
            card = card.Say(CustomerText.Of($"What happens next").Bold())
                .List(content.Steps.Select(s => s.Owner.Length == 0 ? CustomerText.Of($"{Sent(s.What)} (by {s.Due})") : CustomerText.Of($"{Sent(s.What)} ({CustomerText.Name(s.Owner)}, by {s.Due})")));
        }

        if (content.Blocker.Length > 0)
        {
            card = card.Say(CustomerText.Of($"{CustomerText.Of($"In the way:"):b} {Sent(content.Blocker)}\n{CustomerText.Of($"How we get round it:"):b} {Sent(content.WayRound)}"));
        }

        if (content.Limits.Length > 0)
        {
            card = card.Say(CustomerText.Of($"{CustomerText.Of($"What we can't do:"):b} {Sent(content.Limits)}"));
        }

        var before = c.LastUpdateAt is { } last ? CustomerText.Of($" Our last word to you before this was on {last}.") : CustomerText.Empty;
        return card.Small((content.Next is { } next ? CustomerText.Of($"You will hear from us next by {next}.") : CustomerText.Of($"We write again when there is something new.")).Then(before));
    }
}
