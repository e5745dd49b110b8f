using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;

namespace ChatLiaison.Resolution;

/// <summary>The customer's two buttons under a resolution: it works, or it is not fixed. Asked, never guessed from a "thanks" (C6).</summary>
internal sealed class VerifyCommand(CaseActs acts, PlaybookSource playbooks) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison verify", "REF", "Say whether a resolution works.");

    public Access Access => Access.Anyone;

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : Ask(found);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.Action == "verify.works")
        {
            return await acts.ActAsync(
                caller, press.Key, press.Value, EndingRules.FollowUp, _ => CustomerText.Of($"Thank you for telling us."), cancellationToken);
        }

        return await acts.FindAsync(caller, press.Value, cancellationToken) is { } found ? Ask(found) : CaseActs.NoSuchCase("");
    }

    public Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) => acts.ActAsync(
        caller, submission.Key, submission.State,
        (c, by) => EndingRules.Reopen(c, by, submission.Values.One("wrong"), playbooks.Current.Organisation.ReopenGrace, caller.Now),
        c => CustomerText.Of($"{c.ReferenceText} is open again and the team is told."), cancellationToken);

    private static Reply Ask(SupportCase c) => Reply.Show(CaseForm.About(
        c, "verify.submit", "Not fixed", "Tell the team",
        new TextField("wrong", "What is still wrong?") { Required = true, Multiline = true }));
}
