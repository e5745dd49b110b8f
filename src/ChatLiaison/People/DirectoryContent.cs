using ChatLiaison.Customers;
using NodaTime;

namespace ChatLiaison.People;

/// <summary>What a directory file says, checked and each field in its canonical spelling.</summary>
internal sealed record DirectoryContent(
    IReadOnlyList<FieldMap> People, IReadOnlyList<RoomEntry> Rooms, IReadOnlyList<CustomerEntry> Customers)
{
    public IReadOnlyList<RotationEntry> Rotations { get; init; } = [];

    /// <summary>Overrides, with their rotation's name among their fields.</summary>
    public IReadOnlyList<FieldMap> Overrides { get; init; } = [];
}

/// <summary>One of our own rooms.</summary>
/// <param name="Imported">The channel as a file wrote it, to be noted for the next import; null when no import wrote it.</param>
internal sealed record RoomEntry(ChannelUse Use, StaffChannel Channel, string? Imported = null)
{
    public bool IsFor(ChannelUse use, string platform) => Use == use && Channel.Platform == platform;
}

/// <summary>A rotation by its name.</summary>
internal sealed record RotationEntry(string Name, FieldMap Fields);

/// <summary>A customer and its contacts.</summary>
internal sealed record CustomerEntry(string Key, FieldMap Fields, IReadOnlyList<FieldMap> Contacts);

/// <summary>What a directory file may refer to that it doesn't hold itself.</summary>
/// <param name="Platforms">The keys of the platforms that this build knows: each is a key for identities and channels.</param>
/// <param name="Calendars">The names of the playbook's calendars.</param>
/// <param name="Zone">Of whoever names none: the organisation's, as an IANA name.</param>
internal sealed record DirectoryContext(IReadOnlyList<string> Platforms, IReadOnlyCollection<string> Calendars, string Zone)
{
    /// <summary>Of the people who are in the directory already; each may be a liaison.</summary>
    public IReadOnlyCollection<string> Emails { get; init; } = [];

    /// <summary>The rotations that are in the directory already, each with the zone of its times.</summary>
    public IReadOnlyDictionary<string, DateTimeZone> Rotations { get; init; } = new Dictionary<string, DateTimeZone>();
}
