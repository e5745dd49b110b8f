using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Playbook;
using ChatLiaison.Storage;

namespace ChatLiaison.Resolution;

/// <summary>
/// The button <c>Close</c> and <c>/liaison close REF</c>. Past a step that the playbook wants it goes only with a reason, which is kept and
/// reported (S98).
/// </summary>
internal sealed class CloseCommand(CaseActs acts, ResolutionStore resolutions, StillPromised promised, PlaybookSource playbooks) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison close", "REF [because …]", "Close a resolved case; past a missing step only with a reason that is reported.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        if (found is null)
        {
            return refusal!;
        }

        var reason = Why.In(call.Text);
        return reason.Length > 0 || found.Status != CaseStatus.Resolved || (await MissingAsync(found, cancellationToken)).Count == 0
            ? await CloseAsync(caller, call.Key, found.Id.ToString(), reason, [], cancellationToken)
            : await AskAsync(found, cancellationToken);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (press.Action == "close.now")
        {
            return await CloseAsync(caller, press.Key, press.Value, "", [], cancellationToken);
        }

        return await acts.FindAsync(caller, press.Value, cancellationToken) is { } found ? await AskAsync(found, cancellationToken) : CaseActs.NoSuchCase("");
    }

    public Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) => submission.Values.Has("why")
        ? CloseAsync(caller, submission.Key, submission.State, submission.Values.One("why"), StillPromised.Ticked(submission.Values), cancellationToken)
        : Task.FromResult(Reply.Wrong(new FieldError("why", "Say why it closes without that; it is reported.")));

    private async Task<Reply> CloseAsync(Caller caller, string key, string caseId, string reason, IReadOnlyList<Guid> settled, CancellationToken cancellationToken)
    {
        var left = 0;
        return await acts.ActAsync(
            caller, key, caseId,
            async (work, c, by) =>
            {
                left = await promised.LeftAsync(c.Id, settled, cancellationToken);
                return await DecideAsync(work, c, by, reason, settled, left, cancellationToken);
            },
            c => left == 0
                ? CustomerText.Of($"{c.ReferenceText} is closed.")
                : CustomerText.Of($"{c.ReferenceText} is closed. What is still promised on it goes on until it is done: /case {c.ReferenceText} promises"),
            cancellationToken);
    }

    private async Task<CaseDecision> DecideAsync(
        UnitOfWork work, SupportCase c, Actor by, string reason, IReadOnlyList<Guid> settled, int left, CancellationToken cancellationToken)
    {
        if (c.Status != CaseStatus.Resolved)
        {
            return EndingRules.Close(c, by, work.Now);
        }

        var r = await ResolutionStore.HoldAsync(work, c.Id, cancellationToken);
        var missing = ClosingRules.Missing(r is null ? null : r with { StillPromised = left }, playbooks.Current.Resolution.Needs);
        if (missing.Count == 0)
        {
            return EndingRules.Close(c, by, work.Now, settled: settled);
        }

        if (reason.Length == 0)
        {
            return CaseDecision.Refuse(CustomerText.Of(
                $"{c.ReferenceText} can't close yet: {CustomerText.Name(ClosingRules.InWords(missing))}. Do that first, or close it with a reason: /liaison close {c.ReferenceText} because …"));
        }

        ResolutionStore.Except(work, c.Id, by.Name, [.. missing.Select(m => m.ToString())], reason);
        return EndingRules.Close(c, by, work.Now, $"Closed although {ClosingRules.InWords(missing)}. {by.Name}: {reason}", settled);
    }

    private async Task<IReadOnlyList<ClosingStep>> MissingAsync(SupportCase c, CancellationToken cancellationToken) =>
        ClosingRules.Missing(await resolutions.FindAsync(c.Id, cancellationToken), playbooks.Current.Resolution.Needs);

    private async Task<Reply> AskAsync(SupportCase c, CancellationToken cancellationToken)
    {
        if (c.Status != CaseStatus.Resolved)
        {
            return Reply.Refused(EndingRules.Close(c, Actor.Desk, NodaTime.Instant.MinValue).Refusal!);
        }

        var missing = await MissingAsync(c, cancellationToken);
        return Reply.Show(CaseForm.About(
            c, "close.submit", "Close it all the same", "Close with this reason",
            [
                new FormNote("missing", StaffText.Of($"{c.Reference} would close although {ClosingRules.InWords(missing)}. The reason stands in its record and in the digest.")),
                new TextField("why", "Why does it close without that?") { Required = true, Multiline = true, MaxLength = 500 },
                .. StillPromised.Ask(await promised.OfAsync(c.Id, cancellationToken), "What you leave out stays promised, and its owner is reminded of it also when the case is closed."),
            ]));
    }
}
