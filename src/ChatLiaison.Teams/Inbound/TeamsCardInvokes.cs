using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>
/// Presses of buttons that act (adaptiveCard/action). The answer changes the card only for whoever pressed; for everyone else the
/// message itself is changed.
/// </summary>
internal sealed class TeamsCardInvokes(TeamsDesk desk, TeamsPeople people, TeamsReplies replies)
{
    public async Task<ReadOnlyMemory<byte>> ActAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        var person = await people.SenderAsync(activity, cancellationToken);
        var action = activity.Value.Child("action");
        if (TeamsActs.PressOf(activity, person, action.Child("data"), action.Text("verb")) is not { } press)
        {
            return TeamsAnswers.CardError(400, "BadRequest", "This button is no longer known here. Please ask for the card again.");
        }

        var reply = await desk.AskAsync((to, token) => to.PressAsync(press, token), cancellationToken);
        switch (reply)
        {
            case ReplaceReply replace:
                if (press.Card is { } card)
                {
                    await replies.ReplaceAsync(card, replace.Card, cancellationToken);
                }

                return TeamsAnswers.CardBecomes(TeamsCardRenderer.Render(replace.Card));
            case RefusedReply refused:
                return TeamsAnswers.CardSays(refused.Reason.ToPlain());
            case ErrorsReply errors:
                return TeamsAnswers.CardError(400, "BadRequest", TeamsReplies.Sentences(errors).ToPlain());
            case CardReply { Visibility: Visibility.Private } shown:
                return TeamsAnswers.CardSays(await PrivatelyAsync(activity, person, shown.Card, cancellationToken));
            case CardReply shown:
                return TeamsAnswers.CardSays(await replies.HereAsync(activity, shown.Card, cancellationToken) ? "Done." : "It is done, but it could not be shown here.");
            case FormReply form:
                // This kind of press can't open a dialog; a card with the button that can is put below.
                await replies.HereAsync(activity, TeamsReplies.Opener(form.Form), cancellationToken);
                return TeamsAnswers.CardSays("Please go on with the button below.");
            default:
                return TeamsAnswers.CardSays(reply is DoneReply { Text: { IsEmpty: false } text } ? text.ToPlain() : "Done.");
        }
    }

    private async Task<string> PrivatelyAsync(TeamsActivity activity, ChatPerson person, Card card, CancellationToken cancellationToken) =>
        await replies.PrivatelyAsync(activity, person, card, cancellationToken)
            ? activity.Kind == PlaceKind.Direct ? "Done." : "I sent it to you in our chat."
            : "I couldn't write to you privately. Please add this app in Teams, then try again.";
}
