using ChatLiaison.Cases;
using ChatLiaison.Chat;

namespace ChatLiaison.Resolution;

/// <summary>The question how we did, on whichever card asks it, and the answer in its place (S206). Asked once for each resolution.</summary>
internal static class RatingWords
{
    /// <param name="name">The card that is drawn; only the one that asks says anything.</param>
    public static CustomerCard Ask(CustomerCard card, SupportCase c, CaseResolution r, string name)
    {
        if (r.RatingAskedOn != name)
        {
            return card;
        }

        return r.Rating is { } rating
            ? Thanks(card, c, rating)
            : card.Say(r.RatingOf == 2
                    ? CustomerText.Of($"How did we look after you?")
                    : CustomerText.Of($"How did we look after you? 1 is poor, 5 is very good."))
                .With([.. Scores(r.RatingOf).Select(s => Button.Act($"rate.give{s.Score}", s.Label, $"{c.Id}/{r.Number}/{s.Score}/{r.RatingOf}/{name}"))]);
    }

    public static CustomerCard Thanks(CustomerCard card, SupportCase c, Rating rating)
    {
        var thanked = card.Say(CustomerText.Of($"Your rating: {CustomerText.Name(InWords(rating))}. Thank you."));
        return rating.Comment.Length > 0
            ? thanked.Quoting(CustomerText.Said(rating.Comment))
            : thanked.With(Button.Open("rate.open", "Add a comment", c.Id.ToString()));
    }

    public static string InWords(Rating rating) => rating.Of == 2 ? (rating.Score == 2 ? "good" : "bad") : $"{rating.Score} of {rating.Of}";

    private static IEnumerable<(int Score, string Label)> Scores(int of) =>
        of == 2 ? [(2, "Good"), (1, "Bad")] : Enumerable.Range(1, of).Select(score => (score, $"{score}"));
}
