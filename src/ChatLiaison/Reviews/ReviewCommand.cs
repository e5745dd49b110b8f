using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Resolution;
using ChatLiaison.Storage;
using NodaTime;

namespace ChatLiaison.Reviews;

/// <summary>The button <c>Review</c> and <c>/liaison review REF</c>: looks back at a case, and makes promises of what follows from it (S210–S215).</summary>
internal sealed class ReviewCommand(CaseActs acts, ReviewStore reviews, ResolutionStore resolutions, ReviewForm form, ReviewActions actions) : IChatCommand
{
    private static readonly Duration MeasureDue = Duration.FromDays(14);

    public CommandSpec Spec { get; } = new("liaison review", "REF", "Look back at a case: its cause, whether it keeps coming, and what is done about it.");

    public Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken) =>
        acts.AskAsync(caller, call, c => AskAsync(caller, c, cancellationToken), cancellationToken);

    public Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken) =>
        acts.AskAsync(caller, press.Value, c => AskAsync(caller, c, cancellationToken), cancellationToken);

    public async Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken)
    {
        if (await acts.FindAsync(caller, submission.State, cancellationToken) is not { } found)
        {
            return CaseActs.NoSuchCase("");
        }

        var known = await reviews.FindAsync(found.Id, cancellationToken);
        var errors = Check(submission.Values, known, caller.Now);
        if (errors.Count > 0)
        {
            return Reply.Wrong(errors);
        }

        var like = await LikeAsync(caller, found, submission.Values.One("root_cause"), cancellationToken);
        return await acts.ActAsync(
            caller, submission.Key, submission.State, (work, c, by) => SaveAsync(work, c, by, submission.Values, like, cancellationToken),
            c => CustomerText.Of($"The review of {c.ReferenceText} is saved. What follows from it is with its owners: /liaison actions.{SeenNow(c, caller, submission.Values)}"), cancellationToken);
    }

    private CustomerText SeenNow(SupportCase c, Caller caller, FormValues v) =>
        v.Has("measure") && RestrictRules.GivenTo(c, caller.PersonId, [actions.PersonOf(v.One("measure_owner"))?.Id]).Count > 0
            ? CustomerText.Of($" {RestrictRules.MaySeeNow(c)}") : CustomerText.Empty;

    private async Task<CaseDecision> SaveAsync(UnitOfWork work, SupportCase c, Actor by, FormValues v, IReadOnlyList<LikeCase> like, CancellationToken cancellationToken)
    {
        if (NotYet(c) is { } refusal)
        {
            return CaseDecision.Refuse(refusal);
        }

        var review = new Review(c.Id, v.One("root_cause"), v.One("cause_owner"), v.One("gap"))
        {
            By = by.Name,
            CauseWords = v.One("cause_words"),
            GapWords = v.One("gap_words"),
            Recurring = v.One("recurring") == "yes",
            Suggested = ReviewRules.LooksRecurring(like),
            Streamlining = v.One("streamlining"),
            Lessons = v.One("lessons"),
            Knowledge = v.One("knowledge") == "yes",
            SessionAt = v.Moment("session"),
        };
        var before = await ReviewStore.SessionAsync(work, c.Id, cancellationToken);
        ReviewStore.Save(work, review);
        var owner = actions.PersonOf(v.One("measure_owner")) ?? c.Owner ?? new Party(by.Id ?? Guid.Empty, by.Name);
        if (v.Has("measure"))
        {
            actions.Start(work, c, by, ReviewActionKind.Prevention, v.One("measure"), owner, v.Moment("measure_due") ?? work.Now + MeasureDue);
        }

        if (review.Knowledge)
        {
            actions.Start(work, c, by, ReviewActionKind.Knowledge, $"Bring the knowledge base up to date with {c.Reference}.", c.Owner ?? owner, work.Now + form.Policy.Due);
        }

        if (review.SessionAt is { } session && session != before)
        {
            await actions.MeetAsync(work, c, by, session, c.Owner ?? owner, cancellationToken);
        }

        var cause = form.Policy.RootCauses.FirstOrDefault(r => r.Key == review.RootCause)?.Name ?? review.RootCause;
        return CaseDecision.To(c, new CaseEvent(
            CaseEventKind.Reviewed, $"{by.Name} reviewed the case. Root cause: {cause} ({review.CauseOwner}). {(review.Recurring == true ? "It keeps coming." : "It happened once.")}"));
    }

    private List<FieldError> Check(FormValues v, Review? known, Instant now)
    {
        var errors = new List<FieldError>();
        void Need(bool there, string id, string sentence)
        {
            if (!there)
            {
                errors.Add(new(id, sentence));
            }
        }

        Need(form.Policy.RootCauses.Any(r => r.Key == v.One("root_cause")), "root_cause", "Choose the root cause from the list.");
        Need(form.Policy.CauseOwners.Contains(v.One("cause_owner")), "cause_owner", "Choose whose the cause is.");
        Need(form.Policy.DetectionGaps.Any(g => g.Key == v.One("gap")), "gap", "Choose why they told us first.");
        Need(!(v.Moment("measure_due") <= now), "measure_due", "That time has passed. Choose one that lies ahead.");
        Need(!(v.Moment("session") <= now) || v.Moment("session") == known?.SessionAt, "session", "That time has passed. Choose one that lies ahead.");
        return errors;
    }

    private async Task<Reply> AskAsync(Caller caller, SupportCase c, CancellationToken cancellationToken)
    {
        if (NotYet(c) is { } refusal)
        {
            return Reply.Refused(refusal);
        }

        var known = await reviews.FindAsync(c.Id, cancellationToken);
        var like = await LikeAsync(caller, c, known?.RootCause ?? "", cancellationToken);
        return Reply.Show(form.Make(c, known, (await resolutions.FindAsync(c.Id, cancellationToken))?.Cause ?? "", like));
    }

    private Task<List<LikeCase>> LikeAsync(Caller caller, SupportCase c, string rootCause, CancellationToken cancellationToken) =>
        reviews.LikeAsync(c, rootCause, caller.Now - form.Policy.RecurringWithin, cancellationToken);

    private static CustomerText? NotYet(SupportCase c) => c.Status is CaseStatus.Resolved or CaseStatus.Closed ? null
        : CustomerText.Of($"{c.ReferenceText} is not resolved yet. A review looks back: resolve it first.");
}
