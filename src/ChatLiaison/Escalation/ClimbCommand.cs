using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;

namespace ChatLiaison.Escalation;

/// <summary>The button <c>Escalate</c>: a person moves the case up, with the reason (S117–S120).</summary>
internal sealed class ClimbCommand(CaseActs acts, MoveUp up) : CaseFormCommand(acts)
{
    private static readonly Choice[] Triggers =
    [
        new(EscalationEvents.BeyondExpertise, "It is beyond what I know"),
        new(EscalationEvents.TechnicalBug, "It is a technical bug"),
        new(EscalationEvents.BlockedWorkflow, "Their work is blocked"),
        new(EscalationEvents.UrgentImpact, "The business impact is urgent"),
        new(EscalationEvents.Dissatisfaction, "The customer is not satisfied with how it goes"),
        new(EscalationEvents.Security, "Security or compliance"),
        new(EscalationEvents.CancelThreat, "The customer threatens to leave"),
        new(EscalationEvents.Legal, "A legal matter"),
        new(EscalationEvents.NotFixed, "It is not fixed after what engineering did"),
    ];

    public override CommandSpec Spec { get; } = new("liaison climb", "REF", "Move a case up the escalation ladder, with the reason.");

    public override async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (Array.Find(Triggers, t => t.Value == submission.Values.One("trigger")) is not { } trigger)
        {
            return Reply.Wrong(new FieldError("trigger", "Choose why it moves up."));
        }

        var reason = $"{caller.Name}: {trigger.Label}. {submission.Values.One("note").Trim()}".TrimEnd();
        return await up.RunAsync(caller, submission, trigger.Value, reason, c => CaseRules.Ended(c)?.Refusal, cancellationToken);
    }

    protected override Reply Ask(SupportCase c) => CaseRules.Ended(c)?.Refusal is { } ended ? Reply.Refused(ended) : Reply.Show(CaseForm.About(
        c, "climb.submit", "Escalate the case", "Escalate",
        new ChoiceField("trigger", "Why does it move up?", Triggers) { Required = true },
        new TextField("note", "What should they know?") { Multiline = true, Hint = "For our own people; the customer does not see it." }));
}
