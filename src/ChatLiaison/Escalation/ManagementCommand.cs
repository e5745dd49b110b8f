using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;

namespace ChatLiaison.Escalation;

/// <summary>The button <c>Bring in management</c>: what engineering did does not work for the customer, and a person moves the case up (S49).</summary>
internal sealed class ManagementCommand(CaseActs acts, MoveUp up, PlaybookSource playbooks) : CaseFormCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison management", "REF", "Bring management into a case that is not fixed after what engineering did.");

    public override string Formerly => "climb.management";

    public override Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var why = submission.Values.One("note").Trim();
        return why.Length == 0
            ? Task.FromResult(Reply.Wrong(new FieldError("note", "Say why, so that they can begin.")))
            : up.RunAsync(caller, submission, EscalationEvents.NotFixed, $"{caller.Name}: {why}", Refusal, cancellationToken);
    }

    protected override Reply Ask(SupportCase c)
    {
        if (Refusal(c) is { } refusal)
        {
            return Reply.Refused(refusal);
        }

        var target = LadderRules.TargetOf(c, EscalationEvents.NotFixed, playbooks.Current);
        var level = playbooks.Current.Levels.FirstOrDefault(l => l.Number == target);
        return Reply.Show(CaseForm.About(
            c, "management.submit", "Bring in management", "Bring them in",
            new FormNote("where", StaffText.Of(
                $"{c.Reference} goes up to {level?.Name ?? "the level above"}{(c.IsCritical ? "." : $" and is expedited: it has the targets of {(c.Priority - 1).ToString()} from then on.")}")),
            new TextField("note", "Why?") { Required = true, Multiline = true, MaxLength = 1000, Initial = CommandWords.Cut(NotFixed.Reason(c), 1000), Hint = "They read exactly this; the customer does not see it." }));
    }

    /// <summary>The button may be an old one, and the command can be typed about any case.</summary>
    private static CustomerText? Refusal(SupportCase c) => CaseRules.Ended(c)?.Refusal
        ?? (c.Expedited ? CustomerText.Of($"Management has {c.ReferenceText} already. /case {c.ReferenceText} shows who.")
        : c.Course.NotFixed == 0 ? CustomerText.Of($"Nothing that engineering did for {c.ReferenceText} failed so far. /liaison climb {c.ReferenceText} moves it up for another reason.")
        : null);
}
