using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Escalation;

/// <summary>The button <c>Escalate</c>: a person moves the case up, with the reason (S117–S120).</summary>
internal sealed class ClimbCommand(CaseActs acts, Ladder ladder, Database database, PlaybookSource playbooks) : CaseFormCommand(acts)
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

    public override Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        press.Action.StartsWith(NotFixed.Action, StringComparison.Ordinal)
            ? Acts.AskAsync(caller, press.Value, c => Task.FromResult(NotFixed.Ask(c, playbooks.Current)), cancellationToken)
            : base.PressAsync(caller, press, cancellationToken);

    public override async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var asked = submission.Action.StartsWith(NotFixed.Action, StringComparison.Ordinal);
        var chosen = asked ? EscalationEvents.NotFixed : submission.Values.One("trigger");
        if (Array.Find(Triggers, t => t.Value == chosen) is not { } trigger)
        {
            return Reply.Wrong(new FieldError("trigger", "Choose why it moves up."));
        }

        var note = submission.Values.One("note").Trim();
        if (asked && note.Length == 0)
        {
            return Reply.Wrong(new FieldError("note", "Say why, so that they can begin."));
        }

        await using var work = database.Begin(caller.Now);
        if (!Guid.TryParse(submission.State, out var id) || !await InboxStore.TryClaimAsync(work, submission.Key, cancellationToken))
        {
            return Reply.Done(CustomerText.Of($"This form was sent already. Nothing more was done."));
        }

        if (await CaseStore.HoldAsync(work, id, cancellationToken) is not { } c || !CaseActs.MaySee(caller, c))
        {
            return CaseActs.NoSuchCase("");
        }

        if ((asked ? NotFixed.Refusal(c) : CaseRules.Ended(c)?.Refusal) is { } refusal)
        {
            return Reply.Refused(refusal);
        }

        if (RestrictRules.Triggers.Contains(trigger.Value) && !c.Restricted)
        {
            c = c with { Restricted = true };
            if (caller.PersonId is { } person)
            {
                CaseStore.LetSee(work, c.Id, person, caller.Name);
            }
        }

        var reason = asked ? $"{caller.Name}: {note}" : $"{caller.Name}: {trigger.Label}.{(note.Length > 0 ? $" {note}" : "")}";
        var next = await ladder.ClimbAsync(work, c, CaseActs.ActorOf(caller), LadderRules.TargetOf(c, trigger.Value, playbooks.Current), reason, cancellationToken);
        CaseStore.Record(work, c.Id, new CaseEvent(CaseEventKind.Triggered, trigger.Value), CaseActs.ActorOf(caller));
        await work.CommitAsync(cancellationToken);
        return Reply.Done(next is null
            ? CustomerText.Of($"Nobody above can be reached now about {c.ReferenceText}. The last-resort channel is told, with your reason.")
            : CustomerText.Of($"{c.ReferenceText} moves up to {CustomerText.Name(next.Name)}, who sees your reason."));
    }

    protected override Reply Ask(SupportCase c) => CaseRules.Ended(c)?.Refusal is { } ended ? Reply.Refused(ended) : Reply.Show(CaseForm.About(
        c, "climb.submit", "Escalate the case", "Escalate",
        new ChoiceField("trigger", "Why does it move up?", Triggers) { Required = true },
        new TextField("note", "What should they know?") { Multiline = true, Hint = "For our own people; the customer does not see it." }));
}
