using NodaTime;

namespace ChatLiaison.Resolution;

/// <summary>How a case was resolved, and what became of it since.</summary>
/// <param name="Number">1 for a case's first resolution, and one more each time it came back.</param>
/// <param name="Reason">The playbook's key of why the case came up.</param>
internal sealed record CaseResolution(Guid CaseId, int Number, Instant At, string By, string Done, string Cause, string Prevention, string Reason)
{
    /// <summary>What the customer can try, as they read it; empty for nothing.</summary>
    public string Try { get; init; } = "";

    /// <summary>What the customer is to do should they see it again, as they read it; empty where nothing keeps it from coming back.</summary>
    public string ComesBack { get; init; } = "";

    public Instant? ToldAt { get; init; }

    public Verification? Verified { get; init; }

    public Instant? FollowedUpAt { get; init; }

    public string FollowedUpBy { get; init; } = "";

    /// <summary>What the follow-up sent; empty when they were spoken to.</summary>
    public string FollowUpWords { get; init; } = "";

    /// <summary>The customer wrote after the resolution, was asked what they mean, and has not said.</summary>
    public bool IsAsked { get; init; }

    /// <summary>The card that asks for the rating; empty while none does.</summary>
    public string RatingAskedOn { get; init; } = "";

    /// <summary>The best rating there is: 5, or 2 for good and bad.</summary>
    public int RatingOf { get; init; } = 5;

    public Rating? Rating { get; init; }

    public Instant? LastChanceAt { get; init; }

    public Instant? ReopenedAt { get; init; }

    /// <summary>The customer wrote, and one of us has yet to answer.</summary>
    public bool AnswerOwed { get; init; }

    /// <summary>How much of what people gave their word on is still to be done.</summary>
    public int StillPromised { get; init; }

    /// <summary>When the last of that is due; null when nothing is promised for a time.</summary>
    public Instant? PromisedUntil { get; init; }

    public bool IsDocumented => Done.Length > 0 && Cause.Length > 0 && Reason.Length > 0;
}

/// <summary>Who says that it works, and when.</summary>
/// <param name="By">Who at the customer.</param>
/// <param name="How">How we know.</param>
/// <param name="RecordedBy">Which of us wrote it down; empty when the customer pressed the button themselves.</param>
internal sealed record Verification(Instant At, string By, string How, string RecordedBy);

/// <param name="Of">The best there is: 5, or 2 for good and bad.</param>
internal sealed record Rating(int Score, int Of, string By, Instant At, string Comment)
{
    public bool IsLow => Of == 2 ? Score == 1 : Score <= 2;
}
