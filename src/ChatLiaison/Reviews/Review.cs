using ChatLiaison.Cases;
using NodaTime;

namespace ChatLiaison.Reviews;

/// <summary>How a case was looked back at (S210–S215).</summary>
/// <param name="RootCause">The playbook's key; empty until the review is done.</param>
/// <param name="DetectionGap">The playbook's key of why the customer told us before we saw it.</param>
internal sealed record Review(Guid CaseId, string RootCause, string CauseOwner, string DetectionGap)
{
    public string CauseWords { get; init; } = "";

    public string GapWords { get; init; } = "";

    public bool? Recurring { get; init; }

    /// <summary>What the computed suggestion said, beside what the person decided.</summary>
    public bool? Suggested { get; init; }

    public string Streamlining { get; init; } = "";

    public string Lessons { get; init; } = "";

    /// <summary>The knowledge base is to change (S187).</summary>
    public bool Knowledge { get; init; }

    public Instant? SessionAt { get; init; }

    public Instant? AskedAt { get; init; }

    public Instant? DoneAt { get; init; }

    public string By { get; init; } = "";
}

internal enum ReviewActionKind
{
    /// <summary>Something that keeps the problem from coming back.</summary>
    Prevention,

    /// <summary>The knowledge base is brought up to date.</summary>
    Knowledge,

    /// <summary>The team sits together over a major case.</summary>
    Session,
}

/// <summary>Something to be done after a review; its promise carries the due time and the reminders.</summary>
internal sealed record ReviewAction(Guid PromiseId, Guid CaseId, ReviewActionKind Kind, string What, Party Owner, Instant DueAt, Instant? DoneAt);

/// <summary>A case like another one, and what they have in common.</summary>
internal sealed record LikeCase(string Reference, Instant OpenedAt, bool SameType, bool SameReason, bool SameCause)
{
    public string InCommon => string.Join(" and ", new[] { SameType ? "same type" : "", SameReason ? "same reason" : "", SameCause ? "same cause" : "" }.Where(w => w.Length > 0));
}

internal static class ReviewRules
{
    /// <summary>Whether a review is asked for, and not only offered.</summary>
    public static bool IsAskedFor(SupportCase c, Playbook.Playbook playbook)
    {
        var policy = playbook.Resolution.Review;
        return policy.Priorities.Contains(c.Priority)
            || (c.Level > 0 && playbook.Levels.Any(l => l.Number <= c.Level && policy.Levels.Contains(l.Role)));
    }

    /// <summary>
    /// It looks like the same thing again when a case of this customer had the same cause, or the same type and the same reason; one that
    /// shares only one of the two is no sign by itself, two are.
    /// </summary>
    public static bool LooksRecurring(IReadOnlyList<LikeCase> like) =>
        like.Any(l => l.SameCause || (l.SameType && l.SameReason)) || like.Count(l => l.SameReason) >= 2;
}
