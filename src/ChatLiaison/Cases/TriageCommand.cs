using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Time;

namespace ChatLiaison.Cases;

/// <summary>The button <c>Triage</c> and <c>/liaison triage REF</c>: one form for how pressing a case is and what it is about; who did it and when is kept (S46).</summary>
internal sealed class TriageCommand(CaseActs acts, PlaybookSource playbooks) : CaseFormCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison triage", "REF", "Assess a case: its priority and what it is about.");

    public override Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var values = submission.Values;
        if (!Enum.TryParse<Priority>(values.One("priority"), out var priority) || !Enum.IsDefined(priority))
        {
            return Task.FromResult(Reply.Wrong(new FieldError("priority", "Choose how pressing it is.")));
        }

        var type = playbooks.Current.CaseTypes.FirstOrDefault(t => t.Key == values.One("type"));
        return Acts.ActAsync(
            caller, submission.Key, submission.State, (c, by) => TriageRules.Triage(c, by, priority, type, caller.Now),
            c => CustomerText.Of($"{c.ReferenceText} is triaged: {CustomerText.Name(c.Priority.ToString())}. Somebody still has to take it."), cancellationToken);
    }

    protected override Reply Ask(SupportCase c) => CaseRules.Ended(c)?.Refusal is { } ended ? Reply.Refused(ended) : Reply.Show(CaseForm.About(
        c, "triage.submit", "Triage", "Save",
        new FormNote("proposed", StaffText.Of(
            $"{c.Reference}: {CommandWords.Cut(c.Details.Issue, 500)}\nProposed: {c.ProposedPriority.ToString():b}, from impact {c.Details.Impact} and urgency {c.Details.Urgency}{(c.Details.Critical ? " on a critical part of their business" : "")}.")),
        new FormNote("guidance", StaffText.Lines([StaffText.Of($"{"What each promises":b}"), .. Enum.GetValues<Priority>().Select(p => StaffText.Of($"{p.ToString():b}: {Meaning(p)}"))])),
        new ChoiceField("priority", "How pressing is it?", [.. Enum.GetValues<Priority>().Select(p => new Choice(p.ToString(), $"{p}: an answer within {DurationText.Humanise(playbooks.Current.For(p).FirstResponse)}"))])
        {
            Required = true,
            Initial = [c.Priority.ToString()],
        },
        new ChoiceField("type", "What is it about?", [.. playbooks.Current.CaseTypes.Take(100).Select(t => new Choice(t.Key, CommandWords.Cut($"{t.Group}: {t.Name}", 75)))])
        {
            Initial = c.Type.Length > 0 ? [c.Type] : [],
        }));

    /// <summary>What a priority promises; a span counts on the calendar beside it.</summary>
    private string Meaning(Priority priority)
    {
        var policy = playbooks.Current.For(priority);
        var updates = policy.UpdateEvery is { } every ? $"an update at least every {DurationText.Humanise(every)}" : "an update when there is something new";
        var hours = policy.Calendar == BusinessCalendar.Always.Name ? "round the clock" : $"in {policy.Calendar} hours";
        return $"somebody on it within {DurationText.Humanise(policy.Acknowledge)}, an answer within {DurationText.Humanise(policy.FirstResponse)}, {updates}, solved within {DurationText.Humanise(policy.Resolve)}, {hours}";
    }
}

/// <summary>What becomes of a case when it is assessed. Pure.</summary>
internal static class TriageRules
{
    /// <param name="type">Null when it is not known yet.</param>
    public static CaseDecision Triage(SupportCase c, Actor by, Priority priority, CaseType? type, NodaTime.Instant now)
    {
        if (CaseRules.Ended(c) is { } refusal)
        {
            return refusal;
        }

        if (type is { Restricted: true } && !c.Restricted)
        {
            return CaseDecision.Refuse(CustomerText.Of($"That is kept to a few people. Restrict {c.ReferenceText} first: /liaison restrict {c.ReferenceText}"));
        }

        var after = c with { Priority = priority, Type = type?.Key ?? c.Type, Details = c.Details with { TriagedBy = by.Name, TriagedAt = now } };
        var triaged = new CaseEvent(CaseEventKind.Triaged, $"{by.Name} triaged the case: {priority}{(type is null ? "" : $", {type.Name}")}.");
        return c.Priority == priority
            ? CaseDecision.To(after, triaged)
            : CaseDecision.To(after, triaged, new CaseEvent(CaseEventKind.PriorityChanged, $"{by.Name} changed the priority from {c.Priority} to {priority}."));
    }
}
