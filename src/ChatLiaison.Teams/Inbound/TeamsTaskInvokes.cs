namespace ChatLiaison.Teams;

/// <summary>Dialogs: a button asks for one (task/fetch), and one comes back filled in (task/submit).</summary>
internal sealed class TeamsTaskInvokes(TeamsDesk desk, TeamsPeople people, TeamsDialogs dialogs)
{
    private const string Unknown = "This button is no longer known here. Please ask for the card again.";

    public async Task<ReadOnlyMemory<byte>> FetchAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        var person = await people.SenderAsync(activity, cancellationToken);
        if (TeamsActs.PressOf(activity, person, activity.Value.Child("data")) is not { } press)
        {
            return TeamsAnswers.DialogSays(Unknown);
        }

        var reply = await desk.AskAsync((to, token) => to.PressAsync(press, token), cancellationToken);
        return await dialogs.AnswerAsync(activity, reply, TeamsSurface.Opening, activity.ReplyToId, null, cancellationToken);
    }

    public Task<ReadOnlyMemory<byte>> SubmitAsync(TeamsActivity activity, CancellationToken cancellationToken) =>
        SubmittedAsync(activity, TeamsSurface.Dialog, cancellationToken);

    /// <summary>What is in a dialog comes back alike from both kinds of dialog: a form, or a button of a card shown there.</summary>
    public async Task<ReadOnlyMemory<byte>> SubmittedAsync(TeamsActivity activity, TeamsSurface surface, CancellationToken cancellationToken)
    {
        var person = await people.SenderAsync(activity, cancellationToken);
        var data = activity.Value.Child("data");
        if (TeamsActs.SubmissionOf(activity, person, data, out var filled) is { } submission)
        {
            if (filled!.Incomplete.Count > 0)
            {
                return dialogs.Again(activity, filled, filled.Incomplete);
            }

            var answer = await desk.AskAsync((to, token) => to.SubmitAsync(submission, token), cancellationToken);
            return await dialogs.AnswerAsync(activity, answer, surface, filled.Envelope.Card, filled, cancellationToken);
        }

        if (TeamsActs.PressOf(activity, person, data) is not { } press)
        {
            return TeamsAnswers.DialogSays(Unknown);
        }

        // A button in a dialog stands on no message.
        var reply = await desk.AskAsync((to, token) => to.PressAsync(press with { Card = null }, token), cancellationToken);
        return await dialogs.AnswerAsync(activity, reply, surface, null, null, cancellationToken);
    }
}
