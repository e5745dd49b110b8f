using NodaTime;

namespace ChatLiaison.Time;

/// <summary>
/// A stretch of time from <paramref name="From"/> up to but not including <paramref name="To"/> that a calendar counted or
/// skipped, with a short plain reason: <c>open</c>, <c>outside opening hours</c>, <c>weekend</c>, <c>closed day</c>, the name of a
/// holiday, or <c>open (name)</c> on a day with hours of its own.
/// </summary>
public sealed record CountedSpan(Instant From, Instant To, bool Counted, string Reason)
{
    public Duration Length => To - From;
}
