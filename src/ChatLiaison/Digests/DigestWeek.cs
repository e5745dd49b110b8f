using ChatLiaison.Playbook;
using NodaTime;

namespace ChatLiaison.Digests;

/// <summary>The stretch that a digest is about, and the one of the same length a week earlier that stands beside it.</summary>
/// <param name="This">From and up to, not including.</param>
/// <param name="IsRunning">The week has not ended yet.</param>
internal sealed record DigestWeek(Interval This, Interval Before, bool IsRunning)
{
    /// <summary>The seven days before the digest is due, counted on the organisation's own wall clock, so that weeks meet without a gap.</summary>
    public static DigestWeek Ending(Instant due, DateTimeZone zone)
    {
        var from = Earlier(due, zone);
        return new(new Interval(from, due), new Interval(Earlier(from, zone), from), IsRunning: false);
    }

    /// <summary>What has happened since the last digest was due, beside the week before it up to the same point.</summary>
    public static DigestWeek Running(OrganisationSettings organisation, Instant now)
    {
        var from = LatestDue(organisation, now);
        return new(
            new Interval(from, now), new Interval(Earlier(from, organisation.Zone), Earlier(now, organisation.Zone)), IsRunning: true);
    }

    public static DigestWeek LastFull(OrganisationSettings organisation, Instant now) =>
        Ending(LatestDue(organisation, now), organisation.Zone);

    private static Instant LatestDue(OrganisationSettings organisation, Instant now) =>
        organisation.Digest.LatestAtOrBefore(now, organisation.Zone) ?? Earlier(now, organisation.Zone);

    private static Instant Earlier(Instant at, DateTimeZone zone) =>
        at.InZone(zone).LocalDateTime.PlusDays(-7).InZoneLeniently(zone).ToInstant();
}
