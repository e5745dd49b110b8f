using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Storage;

namespace ChatLiaison.Resolution;

/// <summary>The customer's rating: one press, once for each resolution, and a comment if they like (S206).</summary>
internal sealed class RateCommand(CaseActs acts, ResolutionStore resolutions) : IChatCommand
{
    public CommandSpec Spec { get; } = new("liaison rate", "REF", "How a customer rated us on a case.");

    public Access Access => Access.Anyone;

    public async Task<Reply> RunAsync(Caller caller, CommandCall call, CancellationToken cancellationToken)
    {
        var (found, refusal) = await acts.FindAsync(caller, call, cancellationToken);
        if (found is null)
        {
            return refusal!;
        }

        return await resolutions.FindAsync(found.Id, cancellationToken) is { Rating: { } rating }
            ? Reply.Show(RatingWords.Thanks(CustomerCard.Titled(found.ReferenceText), found, rating))
            : Reply.Refused(CustomerText.Of($"{found.ReferenceText} has no rating yet. It is asked for once it is resolved."));
    }

    public async Task<Reply> PressAsync(Caller caller, ButtonPress press, CancellationToken cancellationToken)
    {
        if (!caller.IsCustomer)
        {
            return Reply.Refused(CustomerText.Of($"The rating is for the customer to give."));
        }

        var parts = press.Value.Split('/');
        if (press.Action == "rate.open")
        {
            return await acts.FindAsync(caller, press.Value, cancellationToken) is { } found ? Ask(found) : CaseActs.NoSuchCase("");
        }

        return parts is [var id, var number, var score, var of, ..] && int.TryParse(number, out var n) && int.TryParse(score, out var s) && int.TryParse(of, out var best)
            ? await acts.ActAsync(
                caller, press.Key, id, (work, c, by) => RateAsync(work, c, by, n, s, best, cancellationToken), _ => CustomerText.Of($"Thank you for your rating."), cancellationToken)
            : CaseActs.NoSuchCase("");
    }

    public Task<Reply> SubmitAsync(Caller caller, FormSubmission submission, CancellationToken cancellationToken) => !caller.IsCustomer
        ? Task.FromResult(Reply.Refused(CustomerText.Of($"The rating is for the customer to give.")))
        : acts.ActAsync(
            caller, submission.Key, submission.State, (work, c, by) => CommentAsync(work, c, by, submission.Values.One("comment"), cancellationToken),
            _ => CustomerText.Of($"Thank you. The team reads it."), cancellationToken);

    private static async Task<CaseDecision> RateAsync(UnitOfWork work, SupportCase c, Actor by, int number, int score, int best, CancellationToken cancellationToken)
    {
        if (await ResolutionStore.HoldAsync(work, c.Id, cancellationToken) is not { } r || r.Number != number || r.RatingOf != best || score < 1 || score > best)
        {
            return CaseDecision.Refuse(CustomerText.Of($"That question is from before {c.ReferenceText} came back. We ask again when it is resolved."));
        }

        if (r.Rating is { } known)
        {
            return CaseDecision.Refuse(CustomerText.Of($"{c.ReferenceText} has its rating already: {CustomerText.Name(RatingWords.InWords(known))}. Thank you."));
        }

        var rating = new Rating(score, best, by.Name, work.Now, "");
        ResolutionStore.Rated(work, r, rating);
        return CaseDecision.To(c, new CaseEvent(CaseEventKind.Rated, $"{by.Name} rated us {RatingWords.InWords(rating)}.", ForCustomer: true));
    }

    private static async Task<CaseDecision> CommentAsync(UnitOfWork work, SupportCase c, Actor by, string comment, CancellationToken cancellationToken)
    {
        if (await ResolutionStore.HoldAsync(work, c.Id, cancellationToken) is not { Rating: { } rating } r)
        {
            return CaseDecision.Refuse(CustomerText.Of($"Please rate {c.ReferenceText} first; then add what you want us to know."));
        }

        ResolutionStore.Rated(work, r, rating with { Comment = comment });
        return CaseDecision.To(c, new CaseEvent(CaseEventKind.Rated, $"{by.Name} on the rating: {comment}", ForCustomer: true));
    }

    private static Reply Ask(SupportCase c) => Reply.Show(CaseForm.About(
        c, "rate.submit", "Add a comment", "Send",
        new TextField("comment", "What should we keep, or do better?") { Required = true, Multiline = true, MaxLength = 1000 }));
}
