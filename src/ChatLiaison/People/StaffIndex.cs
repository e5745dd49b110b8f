using System.Collections.Frozen;
using ChatLiaison.Commands;

namespace ChatLiaison.People;

/// <summary>Our own people and rooms as they stood at one moment, with every way of finding them. Immutable.</summary>
/// <param name="live">The platforms that are on: their rooms come first. A directory may name rooms of one that is not set up yet.</param>
internal sealed class StaffIndex(
    IReadOnlyList<Person> people, IReadOnlyList<(ChannelUse Use, StaffChannel Channel)> channels, IReadOnlySet<string>? live = null)
{
    public static readonly StaffIndex Empty = new([], []);

    private readonly FrozenDictionary<Guid, Person> byId = people.ToFrozenDictionary(p => p.Id);

    private readonly FrozenDictionary<(string, string), Person> byIdentity =
        people.SelectMany(p => p.Identities, (p, identity) => (p, identity))
            .ToFrozenDictionary(x => (x.identity.Key, x.identity.Value), x => x.p);

    private readonly FrozenDictionary<Role, Person[]> byRole =
        people.Where(p => p.Active).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id)
            .SelectMany(p => p.Roles, (p, role) => (p, role))
            .GroupBy(x => x.role, x => x.p)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray());

    private readonly FrozenDictionary<ChannelUse, StaffChannel[]> byUse =
        channels.GroupBy(c => c.Use, c => c.Channel)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(c => live?.Contains(c.Platform) == false).ThenBy(c => c.Platform, StringComparer.Ordinal).ToArray());

    private readonly FrozenSet<StaffChannel> rooms = channels.Select(c => c.Channel).ToFrozenSet();

    /// <summary>Everyone, those who have left too, by name.</summary>
    public IReadOnlyList<Person> People { get; } = [.. people.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id)];

    public IReadOnlyList<(ChannelUse Use, StaffChannel Channel)> Channels { get; } = channels;

    /// <summary>Every rotation by name, those that were given up too.</summary>
    public IReadOnlyList<OnCallRotation> Rotations { get; init; } = [];

    /// <summary>Who is on call.</summary>
    public OnCallIndex OnCall { get; init; } = OnCallIndex.Empty;

    /// <summary>Who is away when.</summary>
    public AbsenceIndex Absences { get; init; } = AbsenceIndex.Empty;

    public Person? ById(Guid id) => byId.GetValueOrDefault(id);

    public Person? ByIdentity(string platform, string userId) => byIdentity.GetValueOrDefault((platform, userId));

    public IReadOnlyList<Person> WithRole(Role role) => byRole.GetValueOrDefault(role, []);

    /// <summary>The room for a use: on the preferred platform if there is one, else on the first by name of those that are on.</summary>
    public StaffChannel? Channel(ChannelUse use, string? preferredPlatform)
    {
        var there = byUse.GetValueOrDefault(use, []);
        return Array.Find(there, room => room.Platform == preferredPlatform) ?? there.FirstOrDefault();
    }

    /// <summary>The rooms for a use on all platforms that are on.</summary>
    public IReadOnlyList<StaffChannel> Rooms(ChannelUse use) => [.. byUse.GetValueOrDefault(use, []).Where(room => live?.Contains(room.Platform) != false)];

    public bool IsRoom(string platform, string channelId) => rooms.Contains(new(platform, channelId));
}
