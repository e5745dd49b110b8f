using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.People;

/// <summary>One of our own people.</summary>
/// <param name="Hours">When they work, in <paramref name="Zone"/>.</param>
/// <param name="Quiet">When only a critical matter may reach them, in <paramref name="Zone"/>.</param>
/// <param name="Identities">Their user id by platform key.</param>
/// <param name="UnreachableOn">Platforms on which the last message to them could not be delivered.</param>
/// <param name="Active">False for somebody who has left: kept for the record, never given a case.</param>
internal sealed record Person(
    Guid Id,
    string Name,
    string Email,
    IReadOnlySet<Role> Roles,
    DateTimeZone Zone,
    OpeningHours Hours,
    QuietHours Quiet,
    IReadOnlyDictionary<string, string> Identities,
    IReadOnlySet<string> UnreachableOn,
    bool Active)
{
    /// <summary>The group they work in; empty when none was named.</summary>
    public string Team { get; init; } = "";

    /// <summary>What they know about: short tags by name.</summary>
    public IReadOnlyList<string> Expertise { get; init; } = [];

    /// <summary>The platform on which they want to be written to, by key; empty for any.</summary>
    public string WriteTo { get; init; } = "";

    /// <summary>Their name, so that the platform calls them to a message in a room; empty where they are not on it.</summary>
    public IReadOnlyList<MentionSpan> MentionOn(string platform) => Identities.TryGetValue(platform, out var id) ? [new MentionSpan(platform, id, Name)] : [];

    public bool IsAwake(Instant now) => !Quiet.Covers(now, Zone);

    /// <summary>Within their working hours; the day's end is no longer inside.</summary>
    public bool IsWorking(Instant now) => Hours.IsOpenAt(now.InZone(Zone).LocalDateTime);

    public bool IsReachableOn(IReadOnlySet<string> platforms)
    {
        foreach (var platform in Identities.Keys)
        {
            if (platforms.Contains(platform) && !UnreachableOn.Contains(platform))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The platforms, of those that are on, where a message should arrive: the one that they chose first, then in alphabetical order.</summary>
    public IReadOnlyList<string> ReachableOn(IReadOnlySet<string> platforms) =>
        [.. Identities.Keys.Where(p => platforms.Contains(p) && !UnreachableOn.Contains(p)).OrderBy(p => p != WriteTo).ThenBy(p => p, StringComparer.Ordinal)];
}
