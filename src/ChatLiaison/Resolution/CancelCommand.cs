using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Resolution;

/// <summary><c>/liaison cancel REF</c>.</summary>
internal sealed class CancelCommand(CaseActs acts) : CaseFormCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison cancel", "REF", "End a case without resolving it, with a reason.");

    public override Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        return Acts.ActAsync(
            caller, submission.Key, submission.State,
            (c, by) => EndingRules.Cancel(c, by, submission.Values.One("why"), caller.Now),
            c => CustomerText.Of($"{c.ReferenceText} is cancelled."), cancellationToken);
    }

    protected override Reply Ask(SupportCase c) => Reply.Show(CaseForm.About(
        c, "cancel.submit", "Cancel the case", "Cancel the case",
        new TextField("why", "Why is it not needed?") { Required = true, Multiline = true, Hint = "For our own record; the customer sees only that work has stopped." }));
}
