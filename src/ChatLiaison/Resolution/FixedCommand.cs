using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;

namespace ChatLiaison.Resolution;

/// <summary>
/// The button <c>Fix is in</c> and <c>/liaison fixed REF</c>: whoever was to mend it says what was changed, and hands the case back to be checked
/// for this customer and told to them (S51, S94).
/// </summary>
internal sealed class FixedCommand(CaseActs acts) : CaseFormCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison fixed", "REF", "Say that a fix is in and what was changed; the owner checks it and tells the customer.");

    public override async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) => press.Action == "fixed.reject"
        ? await Acts.ActAsync(
            caller, press.Key, press.Value, EndingRules.RejectFix, c => CustomerText.Of($"{c.ReferenceText} goes back to whoever works on the fix."), cancellationToken)
        : await base.PressAsync(caller, press, cancellationToken);

    public override Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var v = submission.Values;
        var check = v.Has("check") ? $" To check it: {v.One("check")}" : "";
        return Acts.ActAsync(
            caller, submission.Key, submission.State, (c, by) => EndingRules.ReportFix(c, by, v.One("changed") + check),
            c => CustomerText.Of($"{c.ReferenceText} goes back to {CustomerText.Name(c.Owner?.Name ?? "its owner")} to be checked for the customer."), cancellationToken);
    }

    protected override Reply Ask(SupportCase c) => CaseRules.Ended(c)?.Refusal is { } ended ? Reply.Refused(ended) : Reply.Show(CaseForm.About(
        c, "fixed.submit", "A fix is in", "Hand it back",
        new TextField("changed", "What was changed?") { Required = true, Multiline = true, Hint = "In technical words, for our own people; the customer does not see it." },
        new TextField("check", "How can it be checked for this customer?") { Multiline = true }));
}
