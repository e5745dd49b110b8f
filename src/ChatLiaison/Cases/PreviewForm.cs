using System.Security.Cryptography;
using System.Text;
using ChatLiaison.Chat;

namespace ChatLiaison.Cases;

/// <summary>
/// Words for a customer are seen once as the customer will read them before they go. The first submission shows the same form again, the
/// preview on top and everything typed below; the second one sends, but only when nothing was changed since: changed words are shown anew.
/// So there is nothing to go back to, and nothing typed is ever lost.
/// </summary>
internal static class PreviewForm
{
    /// <summary>Whether the person has seen exactly this as the customer will read it.</summary>
    public static bool IsSeen(FormSubmission submission) => submission.State.Split('|') is [_, var seen] && seen == MarkOf(submission.Values);

    /// <summary>What the form is about, without our own mark.</summary>
    public static string StateOf(FormSubmission submission) => submission.State.Split('|')[0];

    /// <summary>The form again, with what was filled in, under what the customer will read.</summary>
    /// <param name="asked">The form as it was asked; its state must hold no bar.</param>
    /// <param name="preview">What the customer will read, piece by piece; a piece is at most 3,000 characters.</param>
    /// <param name="send">The label of the button that sends, at most 24 characters.</param>
    /// <param name="says">What is said above it when there is nowhere to send it; null when there is.</param>
    /// <param name="beside">What is worth knowing before it goes; nothing of it keeps anybody from sending.</param>
    public static Reply Show(
        Form asked, FormSubmission submission, IEnumerable<ChatText> preview, string send, CustomerText? says = null, IEnumerable<Field>? beside = null) =>
        Show(asked with { State = StateOf(submission) }, submission.Values, preview, send, says, beside);

    /// <summary>A form whose words stand there already, at once under what the customer will read: sent as it is, nothing has to be looked at again.</summary>
    /// <inheritdoc cref="Show(Form, FormSubmission, IEnumerable{ChatText}, string, CustomerText?, IEnumerable{Field}?)"/>
    public static Reply Begin(Form asked, IEnumerable<ChatText> preview, string send, CustomerText? says = null, IEnumerable<Field>? beside = null) =>
        Show(asked, new FormValues(asked.AllFields.ToDictionary(f => f.Id, Initial, StringComparer.Ordinal)), preview, send, says, beside);

    private static Reply Show(Form asked, FormValues values, IEnumerable<ChatText> preview, string send, CustomerText? says, IEnumerable<Field>? beside)
    {
        var notes = preview.Select((text, at) => new FormNote($"preview{at}", text));
        return Reply.Show(asked with
        {
            Submit = send,
            State = $"{asked.State}|{MarkOf(values)}",
            Token = CaseForm.NewToken(),
            Fields =
            [
                new FormNote("preview_says", says?.Bold() ?? (ChatText)StaffText.Of($"{"The customer will read exactly this:":b}")),
                .. notes,
                .. beside ?? [],
                new FormNote("preview_edit", StaffText.Of($"Change anything below and you see it once more before it goes.")),
                .. asked.Fields.Select(f => Filled(f, values)),
            ],
            More = [.. asked.More.Select(f => Filled(f, values))],
            ShowMore = asked.More.Count > 0,
        });
    }

    private static IReadOnlyList<string> Initial(Field field) => field switch
    {
        TextField text => [text.Initial],
        ChoiceField choice => choice.Initial,
        MomentField { Initial: { } at } => [NodaTime.Text.InstantPattern.ExtendedIso.Format(at)],
        _ => [],
    };

    private static Field Filled(Field field, FormValues values) => field switch
    {
        TextField text => text with { Initial = values.One(text.Id) },
        ChoiceField choice => choice with { Initial = values.Many(choice.Id) },
        MomentField moment => moment with { Initial = values.Moment(moment.Id) },
        _ => field,
    };

    /// <summary>Platforms differ in how they give back what is empty and where a line ends; the mark does not.</summary>
    private static string MarkOf(FormValues values)
    {
        var filled = values.All
            .Select(v => (v.Key, Text: string.Join('\u001f', v.Value).ReplaceLineEndings("\n").Trim()))
            .Where(v => v.Text.Length > 0)
            .OrderBy(v => v.Key, StringComparer.Ordinal)
            .Select(v => $"{v.Key}\u001e{v.Text}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001d', filled))))[..16];
    }
}
