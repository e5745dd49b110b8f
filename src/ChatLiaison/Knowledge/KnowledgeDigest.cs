using ChatLiaison.Playbook;
using ChatLiaison.Digests;

namespace ChatLiaison.Knowledge;

/// <summary>The digest's line about how much of what was resolved left something behind to learn from (S191); left out when nothing was resolved in either week.</summary>
internal sealed class KnowledgeDigest(KnowledgeTally tally, PlaybookSource playbooks) : IDigestPart
{
    public int Order => 20;

    public async Task<DigestLines> ReadAsync(DigestWeek week, CancellationToken cancellationToken)
    {
        var (now, before) = (await tally.OfAsync(week.This, cancellationToken), await tally.OfAsync(week.Before, cancellationToken));
        var target = (int)Math.Round(100 * playbooks.Current.Knowledge.Target);
        return new(("Resolved with knowledge", now.Resolved + before.Resolved == 0 ? "" : $"{Share(now)}, target {target}% (last week {Share(before)})"));
    }

    /// <summary>Rounded down, so that only all is 100%.</summary>
    private static string Share(KnowledgeSums sums) => sums.Resolved == 0 ? "none resolved" : $"{100L * sums.Covered / sums.Resolved}% of {sums.Resolved}";
}
