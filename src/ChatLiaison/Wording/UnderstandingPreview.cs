using ChatLiaison.Cases;
using ChatLiaison.Chat;

namespace ChatLiaison.Wording;

/// <summary>
/// What we understood stands on the customer's card of the case (S24). When one of ours words it, it is seen once as the customer will read it,
/// with what is worth a second look beside it; a customer's own words are their own.
/// </summary>
internal sealed class UnderstandingPreview(Proofreader proof)
{
    /// <summary>What was filled in, with the plainer words that were ticked.</summary>
    /// <param name="fields">Those that stand on the card.</param>
    public FormValues Plain(FormValues typed, params IReadOnlyCollection<string> fields) => proof.Plain(typed, fields);

    /// <summary>The form again under what the customer will read, or null when there is nothing left to see.</summary>
    /// <param name="asked">The form as it was asked.</param>
    /// <param name="fields">Those that stand on the card, the problem first; what is empty or on the card already is not read again.</param>
    /// <param name="send">The label of the button that saves.</param>
    public Reply? Show(SupportCase c, Form asked, FormSubmission submission, string send, params IReadOnlyList<string> fields)
    {
        IReadOnlyList<string> typed = [.. fields.Select(submission.Values.One).Where(w => w.Length > 0 && w != c.Details.Issue && w != c.Details.Outcome)];
        return typed.Count == 0 || PreviewForm.IsSeen(submission) ? null : PreviewForm.Show(
            asked, submission, typed.Select(w => CustomerText.Said(proof.Plain(submission.Values, w))), send,
            CustomerText.Of($"The customer will read exactly this, as what we understood:"),
            proof.Beside(c, submission.Values, new DraftWords(typed) { NamesContact = true }));
    }
}
