using ChatLiaison.Chat;
using ChatLiaison.Knowledge;

namespace ChatLiaison.Reports;

/// <summary>The digest's line about what was learned (S191); left out when nothing was resolved in either week.</summary>
internal static class KnowledgeLine
{
    public static StaffCard Add(StaffCard card, KnowledgeSums now, KnowledgeSums before, double target) => card.Facts(
        ("Resolved with knowledge", now.Resolved + before.Resolved == 0 ? "" : $"{Share(now)}, target {(int)Math.Round(100 * target)}% (last week {Share(before)})"));

    /// <summary>Rounded down, so that only all is 100%.</summary>
    private static string Share(KnowledgeSums sums) => sums.Resolved == 0 ? "none resolved" : $"{100L * sums.Covered / sums.Resolved}% of {sums.Resolved}";
}
