using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Customers;
using ChatLiaison.Updates;

namespace ChatLiaison.Intake;

/// <summary>
/// A problem as one of ours takes it down stands on the customer's card at once (S24). When something in it is worth a second look, the form
/// comes once more with that and with what they will read; else it is saved. It never comes for a critical case, whose clock is what counts, nor
/// for what the customer wrote themself, nor when files are attached, which a form can't be shown again with. The card can be corrected later.
/// </summary>
internal sealed class TakenDownCheck(Proofreader proof, CustomerChoices choices)
{
    private static readonly string[] OnCard = ["issue", "outcome"];

    /// <summary>What was filled in, with the plainer words that were ticked.</summary>
    public FormSubmission Plain(FormSubmission submission) => submission with { Values = proof.Plain(submission.Values, OnCard) };

    /// <param name="draft">The case that would be saved.</param>
    /// <param name="theirs">What the customer wrote themself; empty for nothing.</param>
    /// <param name="asked">The form as it was asked, with its further fields or without.</param>
    /// <returns>The form once more; null when it can be saved.</returns>
    public Reply? Ask(SupportCase draft, FormSubmission submission, string theirs, Func<bool, Form> asked)
    {
        var values = submission.Values;
        IReadOnlyList<string> words = [.. OnCard.Select(values.One).Where(w => w.Length > 0 && w != theirs)];
        if (words.Count == 0 || draft.IsCritical || values.Has("files") || CaseRooms.OfCustomer(draft) is null || PreviewForm.IsSeen(submission))
        {
            return null;
        }

        // What a customer fears will happen at a time is no promise of ours, and their card names them.
        var beside = proof.Beside(draft, values, new DraftWords(words) { RecordsPromise = true, NamesContact = true }).ToList();
        return beside.Count == 0 ? null : PreviewForm.Show(
            Again(asked, values), submission, words.Select(w => CustomerText.Said(proof.Plain(values, w))), "Save it",
            CustomerText.Of($"The customer will read exactly this, on the case's card. It is not saved yet:"), beside);
    }

    /// <summary>With its further fields only when one of them was filled in, and with the customer that was chosen among those to choose from.</summary>
    private Form Again(Func<bool, Form> asked, FormValues values)
    {
        var whole = asked(true);
        var form = whole.More.Any(f => values.Has(f.Id)) ? whole : asked(false) with { More = [] };
        return form with { Fields = [.. form.Fields.Select(f => f is ChoiceField { SuggestFrom: CustomerChoices.SourceName } list ? list with { Choices = choices.First(values.One(f.Id)) } : f)] };
    }
}
