using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Escalation;
using ChatLiaison.Playbook;

namespace ChatLiaison.Resolution;

/// <summary>
/// The button <c>Fix is in</c> and <c>/liaison fixed REF</c>: whoever was to mend it says what was changed, and hands the case back to be checked
/// for this customer and told to them (S51, S94).
/// </summary>
internal sealed class FixedCommand(CaseActs acts, PlaybookSource playbooks) : CaseFormCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison fixed", "REF", "Say that a fix is in and what was changed; the owner checks it and tells the customer.");

    public override async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) => press.Action == "fixed.reject"
        ? await RejectAsync(caller, press, cancellationToken)
        : await base.PressAsync(caller, press, cancellationToken);

    public override Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var v = submission.Values;
        return Acts.ActAsync(
            caller, submission.Key, submission.State, (c, by) => EndingRules.ReportFix(c, by, v.One("changed"), v.One("check")),
            c => CustomerText.Of($"{c.ReferenceText} goes back to {CustomerText.Name(c.Owner?.Name ?? "its owner")} to be checked for the customer."), cancellationToken);
    }

    /// <summary>Back to whoever works on it; management is one button away, unless it has the case or gets it by itself now (S49).</summary>
    private async Task<Reply> RejectAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        SupportCase? after = null;
        var reply = await Acts.ActAsync(
            caller, press.Key, press.Value,
            (c, by) =>
            {
                var decision = EndingRules.RejectFix(c, by);
                after = decision.After;
                return decision;
            },
            c => CustomerText.Of($"{c.ReferenceText} goes back to whoever works on the fix."), cancellationToken);
        return reply is DoneReply && after is { } c && NotFixed.IsOffered(c) ? Reply.Show(NotFixedCards.Offer(c, playbooks.Current)) : reply;
    }

    protected override Reply Ask(SupportCase c) => CaseRules.Ended(c)?.Refusal is { } ended ? Reply.Refused(ended) : Reply.Show(CaseForm.About(
        c, "fixed.submit", "A fix is in", "Hand it back",
        new TextField("changed", "What was changed?") { Required = true, Multiline = true, Hint = "In technical words, for our own people; the customer does not see it." },
        new TextField("check", "How can it be checked for this customer?") { Multiline = true, Hint = "One thing a line: each becomes a tick for whoever checks it." }));
}
