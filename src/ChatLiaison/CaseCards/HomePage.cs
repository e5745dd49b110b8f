using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.CaseCards;

/// <summary>A person's first page: what is theirs now, and the one thing they most likely want to do next.</summary>
internal sealed class HomePage(CaseStore cases, CustomerCaseList ofCustomer) : IHomePage
{
    private const int Shown = 10;

    public async Task<Card> DrawAsync(Caller caller, bool discreetly, CancellationToken cancellationToken)
    {
        if (caller.IsCustomer)
        {
            // Beside what runs, the way to begin something new.
            return (await ofCustomer.DrawAsync(caller, cancellationToken, discreetly))
                .Say(CustomerText.Of($"Tell us what is wrong and a person takes it from there. You can always write in this channel."))
                .With(Button.Open("escalate.open", "Report a problem", "", ButtonStyle.Primary));
        }

        var mine = caller.PersonId is { } id ? await cases.ListOpenAsync(id, null, Shown, cancellationToken) : [];
        mine.InsertRange(0, (await cases.ListRestrictedAsync(cancellationToken)).Where(c => c.Owner?.Id == caller.PersonId || c.EngineeringOwner?.Id == caller.PersonId));
        var card = StaffCard.Titled(mine.Count == 0 ? "Nothing waits for you" : StaffText.Of($"With you now: {mine.Count}"));
        foreach (var c in mine)
        {
            card = card.Row(
                StaffText.Of($"{c.Reference:b} {c.Priority.ToString()} · {c.Title}\n{c.Status.ForStaff()}"),
                Button.Act("case.show", c.Reference, c.Id.ToString()));
        }

        return card.With(
            Button.Open("escalate.open", "Report a problem", "", ButtonStyle.Primary),
            Button.Open("call.open", "Take down a call", ""),
            Button.Act("cases.show", "All open cases", "all"),
            Button.Act("liaison.help", "What I can do", ""));
    }
}
