using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;

namespace ChatLiaison.Resolution;

/// <summary>The customer's two buttons under a resolution: it works, or it is not fixed. Asked, never guessed from a "thanks" (C6).</summary>
internal sealed class VerifyCommand(CaseActs acts, PlaybookSource playbooks) : CaseFormCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison verify", "REF", "Say whether a resolution works.");

    public override Access Access => Access.Anyone;

    public override async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.Action == "verify.works")
        {
            return await Acts.ActAsync(
                caller, press.Key, press.Value, EndingRules.FollowUp, _ => CustomerText.Of($"Thank you for telling us."), cancellationToken);
        }

        return await base.PressAsync(caller, press, cancellationToken);
    }

    public override Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) => Acts.ActAsync(
        caller, submission.Key, submission.State,
        (c, by) => EndingRules.Reopen(c, by, submission.Values.One("wrong"), playbooks.Current.Organisation.ReopenGrace, caller.Now),
        c => CustomerText.Of($"{c.ReferenceText} is open again and the team is told."), cancellationToken);

    protected override Reply Ask(SupportCase c) => Reply.Show(CaseForm.About(
        c, "verify.submit", "Not fixed", "Tell the team",
        new TextField("wrong", "What is still wrong?") { Required = true, Multiline = true }));
}
