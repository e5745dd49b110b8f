using NodaTime;

namespace ChatLiaison.Time;

/// <summary>
/// Turns a boundary written in local time into an instant. These rules are the only place where skipped and repeated
/// hours are decided:
/// <list type="bullet">
/// <item>a boundary inside a skipped period moves forward to the end of the gap;</item>
/// <item>a start inside a repeated period takes its earlier occurrence;</item>
/// <item>an end inside a repeated period takes its later occurrence. An end that falls exactly where the repeated period
/// begins is not inside it (nothing of the period was meant to be covered), so it takes the earlier occurrence.</item>
/// </list>
/// Both mappings are monotone: a later local time never maps to an earlier instant.
/// </summary>
internal static class LocalBoundary
{
    internal static Instant Start(DateTimeZone zone, LocalDateTime local)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
    }

    internal static Instant End(DateTimeZone zone, LocalDateTime local)
    {
        var mapping = zone.MapLocal(local);
        if (mapping.Count == 0)
        {
            return mapping.LateInterval.Start;
        }

        var opensRepeatedPeriod = mapping.Count == 2 && local == mapping.LateInterval.IsoLocalStart;
        return (opensRepeatedPeriod ? mapping.First() : mapping.Last()).ToInstant();
    }
}
