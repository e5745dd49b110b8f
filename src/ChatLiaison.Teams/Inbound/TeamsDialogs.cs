using ChatLiaison.Chat;

namespace ChatLiaison.Teams;

/// <summary>From where a dialog is being answered.</summary>
internal enum TeamsSurface
{
    /// <summary>A button or extension that asks for a dialog.</summary>
    Opening,

    /// <summary>A dialog that was opened by a button, submitted.</summary>
    Dialog,

    /// <summary>A dialog that was opened by a message extension, submitted.</summary>
    Extension,
}

/// <summary>The desk's answer to somebody who has, or asked for, a dialog.</summary>
internal sealed class TeamsDialogs(TeamsFormRenderer forms, TeamsReplies replies)
{
    private const int LongestTitle = 60;

    /// <param name="filled">What was submitted, when something was.</param>
    /// <param name="card">The id of the message whose button opened the dialog, if known.</param>
    public async Task<ReadOnlyMemory<byte>> AnswerAsync(
        TeamsActivity activity, Reply reply, TeamsSurface surface, string? card, TeamsFilled? filled, CancellationToken cancellationToken)
    {
        switch (reply)
        {
            case FormReply form:
                var typed = filled?.Envelope.Action == form.Form.Action ? filled.Raw : null;
                return Show(form.Form, new(activity.Zone ?? filled?.Envelope.Zone ?? "", card, typed));
            case ErrorsReply errors when filled is not null:
                return Again(activity, filled, errors.Errors);
            case RefusedReply refused when filled is not null:
                return Again(activity, filled, [new("", refused.Reason.ToPlain())]);
            case ErrorsReply errors:
                return TeamsAnswers.DialogSays(TeamsReplies.Sentences(errors).ToPlain());
            case RefusedReply refused:
                return TeamsAnswers.DialogSays(refused.Reason.ToPlain());
            case CardReply { Visibility: Visibility.Private } shown:
                return TeamsAnswers.Continue(TitleOf(shown.Card), TeamsCardRenderer.Render(shown.Card, inDialog: true));
            case CardReply shown:
                return Said(await replies.HereAsync(activity, shown.Card, cancellationToken), surface);
            case ReplaceReply replace when card is not null:
                return Said(await replies.ReplaceAsync(activity.Sibling(card), replace.Card, cancellationToken), surface);
            case ReplaceReply replace:
                return Said(await replies.HereAsync(activity, replace.Card, cancellationToken), surface);
            default:
                return Done((reply as DoneReply)?.Text?.ToPlain() ?? "", surface);
        }
    }

    /// <summary>The same form again: what is wrong on top and above the fields, everything typed kept.</summary>
    public ReadOnlyMemory<byte> Again(TeamsActivity activity, TeamsFilled filled, IReadOnlyList<FieldError> errors)
    {
        var form = forms.FormOf(filled.Envelope) ?? FromWhatWasTyped(filled);
        var zone = filled.Envelope.Zone.Length > 0 ? filled.Envelope.Zone : activity.Zone ?? "";
        return Show(form, new(zone, filled.Envelope.Card, filled.Raw, errors));
    }

    private static ReadOnlyMemory<byte> Said(bool written, TeamsSurface surface) =>
        Done(written ? "" : "It is done, but it could not be shown in the conversation.", surface);

    private static ReadOnlyMemory<byte> Done(string words, TeamsSurface surface) => (surface, words.Length > 0) switch
    {
        (TeamsSurface.Opening, _) => TeamsAnswers.DialogSays(words.Length > 0 ? words : "Done."),
        (_, false) => TeamsAnswers.Nothing,
        (TeamsSurface.Extension, _) => TeamsAnswers.ExtensionSays(words),
        _ => TeamsAnswers.DialogSays(words),
    };

    // The form was too large to travel and is no longer kept here: plain fields save at least the person's words.
    private static Form FromWhatWasTyped(TeamsFilled filled) => new(
        filled.Envelope.Action,
        "Please check",
        "Send again",
        [.. filled.Raw.Select(typed => new TextField(typed.Key, typed.Key.Replace('_', ' ')) { Multiline = true })])
    {
        State = filled.Envelope.State,
        Token = filled.Envelope.Token,
    };

    private static string TitleOf(Card card) => card.Title.IsEmpty ? "ChatLiaison" : TeamsCut.Words(card.Title.ToPlain(), LongestTitle);

    private ReadOnlyMemory<byte> Show(Form form, TeamsFormView view) => TeamsAnswers.Continue(form.Title, forms.Render(form, view));
}
