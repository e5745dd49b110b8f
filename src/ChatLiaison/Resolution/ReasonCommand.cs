using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Resolution;

/// <summary><c>/liaison reason REF</c>: why a case came up, at any time and also when it is seen differently later (S42).</summary>
internal sealed class ReasonCommand(CaseActs acts, ResolutionStore resolutions, PlaybookSource playbooks) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison reason", "REF", "Say, or correct, why a case came up; for the count of reasons.");

    private IReadOnlyList<Named> All => playbooks.Current.Resolution.Reasons;

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        acts.AskAsync(caller, call, c => AskAsync(c, cancellationToken), cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        acts.AskAsync(caller, press.Value, c => AskAsync(c, cancellationToken), cancellationToken);

    public Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) =>
        All.FirstOrDefault(r => r.Key == submission.Values.One("reason")) is { } reason
            ? acts.ActAsync(
                caller, submission.Key, submission.State, (work, c, by) => Task.FromResult(Set(work, c, by, reason)),
                c => CustomerText.Of($"The reason of {c.ReferenceText} is {CustomerText.Name(reason.Name)} now."), cancellationToken)
            : Task.FromResult(Reply.Wrong(new FieldError("reason", "Choose the reason from the list.")));

    private static CaseDecision Set(UnitOfWork work, SupportCase c, Actor by, Named reason)
    {
        ResolutionStore.SetReason(work, c.Id, reason.Key, by.Name);
        return CaseRules.Note(c, $"Reason: {reason.Name}.");
    }

    private async Task<Reply> AskAsync(SupportCase c, CancellationToken cancellationToken)
    {
        var known = await resolutions.ReasonAsync(c.Id, cancellationToken);
        return Reply.Show(CaseForm.About(
            c, "reason.submit", "Why it came up", "Save",
            new ChoiceField("reason", "Why did this case come up?", [.. All.Select(r => new Choice(r.Key, r.Name))])
            {
                Required = true,
                Initial = All.Any(r => r.Key == known) ? [known!] : [],
            }));
    }
}
