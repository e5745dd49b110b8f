using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Resolution;

/// <summary><c>/liaison cancel REF</c>.</summary>
internal sealed class CancelCommand(CaseActs acts) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison cancel", "REF", "End a case without resolving it, with a reason.");

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
            (c, by) => EndingRules.Cancel(c, by, submission.Values.One("why"), caller.Now),
            c => CustomerText.Of($"{c.ReferenceText} is cancelled."), cancellationToken);
    }

    private static Reply Ask(SupportCase c) => Reply.Show(CaseForm.About(
        c, "cancel.submit", "Cancel the case", "Cancel the case",
        new TextField("why", "Why is it not needed?") { Required = true, Multiline = true, Hint = "For our own record; the customer sees only that work has stopped." }));
}
