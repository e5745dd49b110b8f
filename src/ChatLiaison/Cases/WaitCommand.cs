using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Cases;

/// <summary>The button <c>Wait</c> and <c>/liaison wait REF</c>.</summary>
internal sealed class WaitCommand(CaseActs acts) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison wait", "REF", "Ask the customer something and wait; promises stand still meanwhile.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : Ask(found);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        await acts.FindAsync(caller, press.Value, cancellationToken) is { } found ? Ask(found) : CaseActs.NoSuchCase("");

    public Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        return acts.ActAsync(
            caller, submission.Key, submission.State,
            (c, by) => CaseRules.Wait(c, by, Waiting(submission), submission.Values.One("question"), caller.Now),
            c => CustomerText.Of($"{c.ReferenceText} waits; its promises stand still."), cancellationToken);
    }

    private static CaseStatus Waiting(FormSubmission submission) =>
        submission.Values.One("who") == nameof(CaseStatus.WaitingOnThirdParty) ? CaseStatus.WaitingOnThirdParty : CaseStatus.WaitingOnCustomer;

    private static Reply Ask(SupportCase c) => Reply.Show(CaseForm.About(
        c, "wait.submit", "Wait", "Ask and wait",
        new TextField("question", "What do you need to know? The customer reads this.") { Required = true, Multiline = true },
        new ChoiceField("who", "Who are we waiting on?", [new("WaitingOnCustomer", "The customer"), new("WaitingOnThirdParty", "Someone else")])
        {
            Required = true,
            Initial = ["WaitingOnCustomer"],
        }));
}
