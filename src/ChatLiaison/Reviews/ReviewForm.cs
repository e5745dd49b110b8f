using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Playbook;

namespace ChatLiaison.Reviews;

/// <summary>The questions of a review, filled with what is known.</summary>
internal sealed class ReviewForm(PlaybookSource playbooks, People.PersonChoices choices)
{
    public ReviewPolicy Policy => playbooks.Current.Resolution.Review;

    public Form Make(SupportCase c, Review? known, string cause, IReadOnlyList<LikeCase> like) =>
        CaseForm.About(c, "review.submit", "Review", "Save the review", [.. Fields(c, known, cause, like)]);

    private IEnumerable<Field> Fields(SupportCase c, Review? known, string cause, IReadOnlyList<LikeCase> like)
    {
        var suggested = ReviewRules.LooksRecurring(like);
        yield return Choose("root_cause", "What was the root cause?", Policy.RootCauses, known?.RootCause) with { Required = true };
        yield return new TextField("cause_words", "In a sentence or two") { Multiline = true, MaxLength = 1500, Initial = known?.CauseWords is { Length: > 0 } words ? words : cause };
        yield return new ChoiceField("cause_owner", "Whose is the cause?", [.. Policy.CauseOwners.Select(o => new Choice(o, o))])
        {
            Required = true,
            Initial = known is not null && Policy.CauseOwners.Contains(known.CauseOwner) ? [known.CauseOwner] : [],
        };
        yield return new FormNote("like", Like(like, suggested));
        yield return new ChoiceField("recurring", "Does it keep coming?", [new("yes", "It keeps coming"), new("no", "It happened once")])
        {
            Required = true,
            Initial = [(known?.Recurring ?? suggested) ? "yes" : "no"],
        };
        yield return Choose("gap", "Why did they tell us before we saw it?", Policy.DetectionGaps, known?.DetectionGap) with { Required = true };
        yield return new TextField("gap_words", "What would have shown it to us?") { MaxLength = 500, Initial = known?.GapWords ?? "" };
        yield return new TextField("measure", "What is done so that it does not come back?") { Multiline = true, MaxLength = 500, Hint = "Becomes an action with an owner, who is reminded until it is done. One now; call the review again for more." };
        yield return choices.Field("measure_owner", "Who does it?", p => p.Roles.Count > 0);
        yield return new MomentField("measure_due", "By when?");
        yield return new TextField("streamlining", "What in our own way of working could be simpler?") { Multiline = true, MaxLength = 1000, Initial = known?.Streamlining ?? "" };
        yield return new TextField("lessons", "What did we learn?") { Multiline = true, MaxLength = 1000, Initial = known?.Lessons ?? "" };
        yield return new ChoiceField("knowledge", "Does the knowledge base need to change?", [new("no", "No"), new("yes", "Yes, it becomes an action")]) { Initial = ["no"] };
        yield return new MomentField("session", "When does the team sit together over it?")
        {
            Required = Policy.SessionFor.Contains(c.Priority) && known?.SessionAt is null,
            Initial = known?.SessionAt,
        };
    }

    private static StaffText Like(IReadOnlyList<LikeCase> like, bool suggested) => like.Count == 0
        ? "Nothing like it from this customer lately: it looks like once."
        : StaffText.Lines(
            [
                suggested ? "It looks like the same thing again:" : "There is something like it, but not enough to say that it keeps coming:",
                .. like.Take(5).Select(l => StaffText.Of($"{l.Reference:b} of {l.OpenedAt:d}: {l.InCommon}")),
            ]);

    private static ChoiceField Choose(string id, string label, IReadOnlyList<Named> from, string? known) =>
        new(id, label, [.. from.Select(n => new Choice(n.Key, n.Name))]) { Initial = from.Any(n => n.Key == known) ? [known!] : [] };
}
