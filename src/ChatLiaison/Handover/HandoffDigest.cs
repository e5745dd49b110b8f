using System.Globalization;
using ChatLiaison.Digests;

namespace ChatLiaison.Handover;

/// <summary>The digest's line about the hand-offs to engineering (S235); left out when there were none in either week.</summary>
internal sealed class HandoffDigest(HandoffTally tally) : IDigestPart
{
    public int Order => 10;

    public async Task<DigestLines> ReadAsync(DigestWeek week, CancellationToken cancellationToken)
    {
        var (now, before) = (await tally.OfAsync(week.This, cancellationToken), await tally.OfAsync(week.Before, cancellationToken));
        return new(("Hand-offs to engineering", Any(now) || Any(before) ? $"{Counts(now)}{Ratings(now)} (last week {Counts(before)})" : ""));
    }

    private static bool Any(HandoffSums sums) => sums.Sent + sums.Bounces + sums.Asks > 0;

    private static string Counts(HandoffSums sums)
    {
        (int Count, string Word)[] all = [(sums.Sent, "sent"), (sums.Bounces, "sent back"), (sums.Asks, "asked again")];
        var some = all.Where(a => a.Count > 0).Select(a => $"{a.Count} {a.Word}").ToList();
        return some.Count == 0 ? "none" : string.Join(", ", some);
    }

    private static string Ratings(HandoffSums sums)
    {
        string[] said = [Rating("engineering", sums.ByReceivers), Rating("support", sums.BySenders)];
        return string.Concat(said.Where(s => s.Length > 0).Select(s => $"; {s}"));
    }

    private static string Rating(string side, RatingTally tally) =>
        tally.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{side} rates them {tally.Complete:0.0} of 3");
}
