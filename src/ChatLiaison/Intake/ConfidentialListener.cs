using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.CustomerWishes;

namespace ChatLiaison.Intake;

/// <summary>
/// Whoever reported a restricted case is written to alone, and answers there: what they write to us directly belongs to that case. Of
/// several, they say which.
/// </summary>
internal sealed class ConfidentialListener(CaseDesk desk) : IChatListener
{
    public int Order => 15;

    public async Task<Reply?> HearAsync(Caller caller, ChatMessage message, CancellationToken cancellationToken)
    {
        var words = CaseThreadListener.Words(message);
        if (!caller.IsCustomer || message.Place.Kind != PlaceKind.Direct || words.Length == 0)
        {
            return null;
        }

        switch (await desk.Store.ListReportedInConfidenceAsync(caller.Chat.Platform, caller.Chat.Id, cancellationToken))
        {
            case []:
                return null;
            case [var only]:
                var outcome = await desk.ChangeAsync(
                    only.Id, CaseActs.ActorOf(caller), message.Key, caller.Now, c => CaseThreadListener.Decide(c, caller, words), cancellationToken);
                return outcome.Refusal is { } refusal ? Reply.Refused(refusal) : Reply.Done(CustomerText.Of($"Those who work on {only.ReferenceText} have this, and nobody else."));
            case var several:
                return Reply.Show(several.Aggregate(
                    CustomerCard.Plain(CustomerText.Of($"Thank you. Which of these is it about? The button takes your words along.")),
                    (card, c) => card.Row(
                        CustomerText.Of($"{c.ReferenceText:b} {CustomerText.Said(c.Title)}"), Button.Open("add.open", c.Reference, AddCommand.With(c, words)))));
        }
    }
}
