using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Escalation;

/// <summary>The button <c>I can't take it</c>: declines a case once, with a reason; the next one is asked at once.</summary>
internal sealed class DeclineCommand(CaseActs acts, PassOn passOn, Database database, PlaybookSource playbooks) : CaseFormCommand(acts)
{
    public override CommandSpec Spec { get; } = new("liaison decline", "REF", "Say that you can't take a case you were asked to take, and why; the next one is asked.");

    public override async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        var why = submission.Values.One("why").Trim();
        if (why.Length == 0)
        {
            return Reply.Wrong(new FieldError("why", "Say in a few words why, so that nobody has to ask you again."));
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

        var (ask, refusal) = DeclineRules.Ask(c, caller, await AskStore.ListAsync(work, c.Id, cancellationToken), playbooks.Current);
        if (ask is null)
        {
            return Reply.Refused(refusal!);
        }

        var gone = await passOn.RunAsync(
            work, c, CaseActs.ActorOf(caller), ask with { Outcome = AskOutcome.Declined, Words = why },
            $"{caller.Name} can't take it: {why}", cancellationToken);
        await work.CommitAsync(cancellationToken);
        return Reply.Done(gone switch
        {
            { Next: null } => CustomerText.Of($"Nobody else can be asked to take {c.ReferenceText} now. The last-resort channel is told."),
            { Up: true } => CustomerText.Of($"Nobody else of your level can be asked, so {c.ReferenceText} goes up to {CustomerText.Name(gone.Next.Name)}."),
            _ => CustomerText.Of($"{c.ReferenceText} goes to {CustomerText.Name(gone.Next.Name)}, who is asked now."),
        });
    }

    protected override Reply Ask(SupportCase c) => CaseRules.Ended(c)?.Refusal is { } ended ? Reply.Refused(ended) : Reply.Show(CaseForm.About(
        c, "decline.submit", "I can't take it", "Pass it on",
        new TextField("why", "Why can't you take it?") { Required = true, MaxLength = 300, Hint = "For our own people. The next one is asked at once; you can do this once for a case." }));
}

/// <summary>Who may decline what. Pure.</summary>
internal static class DeclineRules
{
    public static (Ask? Ask, CustomerText? Refusal) Ask(SupportCase c, Caller caller, IReadOnlyList<Ask> asked, Playbook.Playbook playbook)
    {
        if (CaseRules.Ended(c)?.Refusal is { } ended)
        {
            return (null, ended);
        }

        var theirs = asked.Where(a => a.PersonId == caller.PersonId && a.Outcome != AskOutcome.Past).OrderBy(a => a.At).ToList();
        if (theirs.Exists(a => a.Outcome == AskOutcome.Declined))
        {
            return (null, CustomerText.Of($"You declined {c.ReferenceText} once already. Give it to somebody with /liaison assign {c.ReferenceText}, or talk to whoever gave it to you."));
        }

        if (theirs.FindLast(a => a.IsOpen) is { } open)
        {
            return (open, null);
        }

        // Before anybody holds it, the liaisons are reminded without being asked one by one.
        var first = playbook.Levels[Math.Min(c.Level, playbook.Levels.Count - 1)];
        return c is { Owner: null, AcknowledgedAt: null } && caller.PersonId is { } id && (caller.Roles.Contains(first.Role) || c.LiaisonId == id)
            ? (new Ask(c.Id, first.Number, id, caller.Now, [], []), null)
            : (null, c.Owner?.Id == caller.PersonId || c.EngineeringOwner?.Id == caller.PersonId
                ? CustomerText.Of($"You are on {c.ReferenceText} already. Give it to somebody with /liaison assign {c.ReferenceText}.")
                : CustomerText.Of($"{c.ReferenceText} was not asked of you, so there is nothing to decline."));
    }
}
