using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Intake;

/// <summary>The customer confirms or corrects what we understood (S24).</summary>
internal sealed class UnderstandingCommand(CaseActs acts) : CaseFormCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison understanding", "REF", "Confirm or correct what was understood of a case.");

    public override Access Access => Access.Anyone;

    public override async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.Action == "understanding.confirm" && !caller.IsCustomer)
        {
            return Reply.Refused(CustomerText.Of($"That is for the customer to say. If they told you, note it in the case's thread."));
        }

        if (press.Action == "understanding.confirm")
        {
            return await Acts.ActAsync(
                caller, press.Key, press.Value, EndingRules.Confirm, c => CustomerText.Of($"Thank you. We go on with {c.ReferenceText} as it is written here."), cancellationToken);
        }

        return await base.PressAsync(caller, press, cancellationToken);
    }

    public override Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) => Acts.ActAsync(
        caller, submission.Key, submission.State,
        (c, by) => CaseRules.EndedFor(by, c) ?? EndingRules.Correct(c, submission.Values.One("issue")),
        c => CustomerText.Of($"Thank you. The team has your correction of {c.ReferenceText}."), cancellationToken);

    protected override Reply Ask(Caller caller, SupportCase c) => CaseRules.EndedFor(CaseActs.ActorOf(caller), c) is { Refusal: { } ended } ? Reply.Refused(ended) : Ask(c);

    protected override Reply Ask(SupportCase c) => Reply.Show(CaseForm.About(
        c, "understanding.submit", "Correct it", "Send the correction",
        new TextField("issue", "What is the problem, in your words?")
        {
            Required = true, Multiline = true, Initial = c.Details.Issue, Hint = "It stands on the case's card, which the customer reads.",
        }));
}
