using ChatLiaison.CaseCards;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Playbook;

namespace ChatLiaison.Reviews;

/// <summary>The review on a case's card: asked for, offered, or what it found and what is still to be done.</summary>
internal sealed class ReviewPart(ReviewStore reviews, PlaybookSource playbooks) : ICasePart
{
    public int Order => 20;

    public async ValueTask<CasePart?> ReadAsync(SupportCase c, CancellationToken cancellationToken)
    {
        if (c.Status is not (CaseStatus.Resolved or CaseStatus.Closed))
        {
            return null;
        }

        var review = await reviews.FindAsync(c.Id, cancellationToken);
        var button = Button.Open("review.open", "Review", c.Id.ToString());
        return review switch
        {
            null => new CasePart { Buttons = [button.Further()] },
            { DoneAt: null } => new CasePart { Facts = [("Review", "asked for")], Buttons = [button] },
            _ => new CasePart { Facts = [.. Facts(review, await reviews.OfCaseAsync(c.Id, cancellationToken))], Buttons = [button.Further()] },
        };
    }

    private IEnumerable<(string, StaffText)> Facts(Review r, List<ReviewAction> actions)
    {
        var policy = playbooks.Current.Resolution.Review;
        yield return ("Root cause", StaffText.Of($"{NameOf(policy.RootCauses, r.RootCause)} ({r.CauseOwner}){(r.CauseWords.Length > 0 ? $": {r.CauseWords}" : "")}"));
        yield return ("Keeps coming", r.Recurring == true ? "yes" : "no");
        yield return ("Seen first by us", StaffText.Of($"{NameOf(policy.DetectionGaps, r.DetectionGap)}{(r.GapWords.Length > 0 ? $": {r.GapWords}" : "")}"));
        yield return ("Could be simpler", r.Streamlining);
        yield return ("Learned", r.Lessons);
        if (actions.Count > 0)
        {
            yield return ("Actions", StaffText.Lines(actions.Select(a => a.DoneAt is { } done
                ? StaffText.Of($"{a.What.TrimEnd('.')}. {a.Owner.Name}, done {done:d}")
                : StaffText.Of($"{a.What.TrimEnd('.')}. {a.Owner.Name}, by {a.DueAt:d}"))));
        }
    }

    private static string NameOf(IReadOnlyList<Named> from, string key) => from.FirstOrDefault(n => n.Key == key)?.Name ?? key;
}
