using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Storage;
using ChatLiaison.Wording;

namespace ChatLiaison.Resolution;

/// <summary>
/// <c>/liaison cancel REF</c>: the customer reads in a previewed sentence that it ends. A resolved case that is cancelled past a missing step
/// is an exception like any other (S98).
/// </summary>
internal sealed class CancelCommand(CaseActs acts, ResolutionStore resolutions, StillPromised promised, Proofreader proof) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison cancel", "REF", "End a case without resolving it, with a reason.");

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        return found is null ? refusal! : await AskAsync(found, cancellationToken);
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        await acts.FindAsync(caller, press.Value, cancellationToken) is { } found ? await AskAsync(found, cancellationToken) : CaseActs.NoSuchCase("");

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (await acts.FindAsync(caller, PreviewForm.StateOf(submission), cancellationToken) is not { } found)
        {
            return CaseActs.NoSuchCase("");
        }

        if (Ended(found) is { } ended)
        {
            return Reply.Refused(ended);
        }

        var (v, reaches) = (proof.Plain(submission.Values, ["words"]), CaseRooms.OfCustomer(found) is not null);
        if (!v.Has("why") || (reaches && !v.Has("words")))
        {
            return Reply.Wrong(v.Has("why") ? new FieldError("words", "Write what the customer reads.") : new FieldError("why", "Say why it is not needed."));
        }

        if (reaches && !PreviewForm.IsSeen(submission))
        {
            return PreviewForm.Show(
                await FormAsync(found, cancellationToken), submission,
                [StaffText.Of($"{caller.Name:b} on {found.Reference}: {v.One("words")}")], "Send and cancel",
                beside: proof.Beside(found, submission.Values, new DraftWords(submission.Values.One("words"))));
        }

        return await acts.ActAsync(
            caller, submission.Key, found.Id.ToString(), (work, c, by) => CancelAsync(work, c, by, v, cancellationToken),
            c => CustomerText.Of($"{c.ReferenceText} is cancelled. {CaseRooms.Told(c)}"), cancellationToken);
    }

    private async Task<CaseDecision> CancelAsync(UnitOfWork work, SupportCase c, Actor by, FormValues v, CancellationToken cancellationToken)
    {
        var (leftOut, settled) = ("", StillPromised.Ticked(v));
        if (c.Status == CaseStatus.Resolved)
        {
            var r = await ResolutionStore.HoldAsync(work, c.Id, cancellationToken);
            var left = await promised.LeftAsync(c.Id, settled, cancellationToken);
            var missing = ClosingRules.Missing(r is null ? null : r with { StillPromised = left }, proof.Playbook.Resolution.Needs);
            if (missing.Count > 0)
            {
                leftOut = $"Cancelled although {ClosingRules.InWords(missing)}. {by.Name}: {v.One("why")}";
                ResolutionStore.Except(work, c.Id, by.Name, [.. missing.Select(m => m.ToString())], v.One("why"));
            }
        }

        return EndingRules.Cancel(c, by, v.One("why"), work.Now, CaseRooms.OfCustomer(c) is null ? "" : v.One("words"), leftOut, settled);
    }

    private async Task<Reply> AskAsync(SupportCase c, CancellationToken cancellationToken) =>
        Ended(c) is { } ended ? Reply.Refused(ended) : Reply.Show(await FormAsync(c, cancellationToken));

    private async Task<Form> FormAsync(SupportCase c, CancellationToken cancellationToken) => CaseForm.About(
        c, "cancel.submit", "Cancel the case", CaseRooms.OfCustomer(c) is null ? "Cancel the case" : "Preview",
        [
            .. await NotesAsync(c, cancellationToken),
            new TextField("why", "Why is it not needed?") { Required = true, Multiline = true, MaxLength = 500, Hint = "For our own record; the customer does not see it." },
            .. StillPromised.Ask(await promised.OfAsync(c.Id, cancellationToken), "What you leave out stays promised, and its owner is reminded of it also when the case is cancelled."),
        ]);

    /// <summary>What the customer reads, or that there is nowhere to tell them; and what a resolved case would pass over.</summary>
    private async Task<IReadOnlyList<Field>> NotesAsync(SupportCase c, CancellationToken cancellationToken)
    {
        var missing = c.Status == CaseStatus.Resolved
            ? ClosingRules.Missing(await resolutions.FindAsync(c.Id, cancellationToken), proof.Playbook.Resolution.Needs)
            : [];
        return
        [
            .. missing.Count == 0 ? Array.Empty<Field>() :
                [new FormNote("missing", StaffText.Of($"{c.Reference} is resolved, and would end although {ClosingRules.InWords(missing)}. The reason stands in its record and in the digest."))],
            CaseRooms.OfCustomer(c) is null
                ? new FormNote("nowhere", CaseRooms.Told(c))
                : new TextField("words", "What does the customer read?") { Required = true, Multiline = true, MaxLength = 1000, Hint = "Say that you stop, and why, in words they would use." },
        ];
    }

    private static CustomerText? Ended(SupportCase c) => c.Status.IsEnded() ? EndingRules.Cancel(c, Actor.Desk, "", NodaTime.Instant.MinValue).Refusal : null;
}
