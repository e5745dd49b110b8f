using NodaTime;

namespace ChatLiaison.People;

/// <summary>Whether the cover has said yes to the cases that are running.</summary>
internal enum Consent
{
    /// <summary>There is nothing to take over, or nobody to ask.</summary>
    Needless,
    Asked,
    Given,
    Declined,

    /// <summary>No answer came in time.</summary>
    Unanswered,
}

/// <summary>Somebody of ours is not there for a while.</summary>
/// <param name="From">The first instant away.</param>
/// <param name="Until">The first instant back.</param>
/// <param name="Reason">For our own people only; empty when none was given.</param>
/// <param name="CoverId">Who was named to look after their matters meanwhile; null for nobody.</param>
internal sealed record Absence(Guid Id, Guid PersonId, Instant From, Instant Until, string Reason, Guid? CoverId)
{
    public Consent Consent { get; init; } = Consent.Needless;

    /// <summary>Who looks after their matters: nobody once the cover has said no, or has let the time to answer pass.</summary>
    public Guid? Cover => Consent is Consent.Declined or Consent.Unanswered ? null : CoverId;

    /// <summary>Until when the cover can answer; null when nobody is asked.</summary>
    public Instant? AnswerBy { get; init; }

    /// <summary>When what was running was handed over; null before.</summary>
    public Instant? BegunAt { get; init; }

    /// <summary>When it was over, or was taken back; null before.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>The last instant away is no longer inside.</summary>
    public bool Covers(Instant at) => From <= at && at < Until;

    public bool Overlaps(Instant from, Instant until) => From < until && from < Until;
}
