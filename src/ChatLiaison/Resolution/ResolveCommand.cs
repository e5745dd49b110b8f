using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Resolution;

/// <summary>The button <c>Resolve</c> and <c>/liaison resolve REF</c>.</summary>
internal sealed class ResolveCommand(CaseActs acts) : CaseFormCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison resolve", "REF", "Say what was done; the customer is told and asked whether it works.");

    public override Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        return Acts.ActAsync(
            caller, submission.Key, submission.State,
            (c, by) => EndingRules.Resolve(c, by, submission.Values.One("done"), caller.Now),
            c => CustomerText.Of($"{c.ReferenceText} is resolved and the customer is told."), cancellationToken);
    }

    protected override Reply Ask(SupportCase c) => Reply.Show(CaseForm.About(
        c, "resolve.submit", "Resolve the case", "Resolve",
        new TextField("done", "What was done? The customer reads this.") { Required = true, Multiline = true, Hint = "Say what you changed and what they should see now." }));
}
