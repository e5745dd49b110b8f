using System.Text.Json;
using ChatLiaison.Chat;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Slack;

/// <summary>
/// Submitted modals. The answer goes out after the commit: when the dialog closes it is on disk, and when it isn't the dialog stays open
/// with what was typed.
/// </summary>
internal sealed class SlackSubmissions(SlackDesk desk, SlackActor actor, SlackWhispers whispers, ILogger<SlackSubmissions> log)
{
    /// <summary>
    /// The same for each press of one form's submit button. One dialog may show several forms one after the other, even of one action (the
    /// steps of a walk), so the form's own token belongs to it; the view's hash would change with every redraw.
    /// </summary>
    public static string Key(SlackViewState state, JsonElement view) => $"view:{view.Text("id")}:{state.Action}:{state.Token}";

    public async ValueTask<SlackAnswer> HandleAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var view = payload.At("view");
        if (SlackViewState.Read(view) is not { } state)
        {
            log.LogWarning("Slack sent a submission of a dialog that is none of our forms ({Callback})", view.Text("callback_id"));
            return SlackSubmissionAnswers.Notice("update", "Not done", CustomerCard.Plain(SlackWords.NoPlace));
        }

        var person = actor.Person(payload);
        var submission = new FormSubmission(person, state.Place, Key(state, view), state.Action, state.State, SlackFormReader.Values(view));
        var reply = await desk.AskAsync(submission, static (inbox, submission, token) => inbox.SubmitAsync(submission, token), cancellationToken);
        return reply switch
        {
            DoneReply { AlsoWritten: true } => SlackSubmissionAnswers.Cleared,
            DoneReply { Text: { IsEmpty: false } text } => Clear(submission, CustomerCard.Plain(text), forAll: false),
            DoneReply => SlackSubmissionAnswers.Cleared,
            CardReply { Visibility: Visibility.Here } card => Clear(submission, card.Card, forAll: true),
            CardReply card => SlackSubmissionAnswers.Notice("update", "ChatLiaison", card.Card),
            ReplaceReply replace => SlackSubmissionAnswers.Notice("update", "ChatLiaison", replace.Card),
            FormReply { Form: var form } => SlackSubmissionAnswers.Form(form, state, view),
            ErrorsReply errors => SlackSubmissionAnswers.Errors(errors.Errors, view),
            RefusedReply refused => SlackSubmissionAnswers.Refused(refused.Reason, view),
            _ => SlackSubmissionAnswers.Cleared,
        };
    }

    private SlackAnswer Clear(FormSubmission submission, Card card, bool forAll) =>
        SlackSubmissionAnswers.Cleared with { Afterwards = token => whispers.SayAsync(submission.Person, submission.Place, card, forAll, token) };
}
