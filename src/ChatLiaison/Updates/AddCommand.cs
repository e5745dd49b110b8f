using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Updates;

/// <summary>The customer's button <c>Add information</c> and <c>/liaison add REF</c>: more to know about a case; it waits for an answer like anything they write.</summary>
internal sealed class AddCommand(CaseActs acts) : CaseFormCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison add", "REF", "Add information to a case; from us it stays inside.");

    public override Access Access => Access.Anyone;

    public override Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var files = submission.Values.Many("files");
        var words = string.Join('\n', [submission.Values.One("words"), .. files.Select(f => $"[file] {f}")]).Trim();
        return words.Length == 0
            ? Task.FromResult(Reply.Wrong(new FieldError("words", "Write what we should know, or cancel.")))
            : Acts.ActAsync(
                caller, submission.Key, submission.State,
                (c, by) => c.Status.IsEnded() ? CaseRules.Ended(c)! : Add(c with { Details = c.Details.With([.. files.Select(CaseDetails.FileAt)]) }, by, words),
                c => CustomerText.Of($"Thank you. The people working on {c.ReferenceText} have it."), cancellationToken);
    }

    private static CaseDecision Add(SupportCase c, Actor by, string words) => by.Side == Side.Customer ? CaseRules.CustomerWrote(c, words) : CaseRules.Note(c, words);

    protected override Reply Ask(SupportCase c) => Reply.Show(CaseForm.About(
        c, "add.submit", "Add information", "Send",
        new TextField("words", "What else should we know?") { Required = true, Multiline = true },
        new FilesField("files", "Screenshots and logs")));
}
