using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Cases;

/// <summary>The button <c>Wait</c> and <c>/liaison wait REF</c>.</summary>
internal sealed class WaitCommand(CaseActs acts) : CaseFormCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison wait", "REF", "Ask the customer something and wait; promises stand still meanwhile.");

    public override Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (submission.Values.Moment("back") <= caller.Now)
        {
            return Task.FromResult(Reply.Wrong(new FieldError("back", "That time has passed. Choose one that lies ahead, or leave it empty.")));
        }

        return Acts.ActAsync(
            caller, submission.Key, submission.State,
            (c, by) => CaseRules.Wait(c, by, Waiting(submission), submission.Values.One("question"), caller.Now, submission.Values.Moment("back")),
            c => CustomerText.Of($"{c.ReferenceText} waits; its promises stand still."), cancellationToken);
    }

    private static CaseStatus Waiting(FormSubmission submission) =>
        submission.Values.One("who") == nameof(CaseStatus.WaitingOnThirdParty) ? CaseStatus.WaitingOnThirdParty : CaseStatus.WaitingOnCustomer;

    protected override Reply Ask(SupportCase c) => Reply.Show(CaseForm.About(
        c, "wait.submit", "Wait", "Ask and wait",
        new TextField("question", "What do you need to know? The customer reads this.") { Required = true, Multiline = true },
        new ChoiceField("who", "Who are we waiting on?", [new("WaitingOnCustomer", "The customer"), new("WaitingOnThirdParty", "Someone else")])
        {
            Required = true,
            Initial = ["WaitingOnCustomer"],
        },
        new MomentField("back", "When do you check back?") { Hint = "You are reminded then, unless an answer comes first." }));
}
