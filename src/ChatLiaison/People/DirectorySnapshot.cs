using ChatLiaison.Commands;
using ChatLiaison.Customers;

namespace ChatLiaison.People;

/// <summary>Everyone and every channel we know, as they stood at one moment. Immutable; every look-up is in memory and constant.</summary>
internal sealed record DirectorySnapshot(StaffIndex Staff, CustomerIndex CustomerIndex)
{
    public static readonly DirectorySnapshot Empty = new(StaffIndex.Empty, CustomerIndex.Empty);

    /// <summary>Everyone, those who have left too, by name.</summary>
    public IReadOnlyList<Person> People => Staff.People;

    /// <summary>By key.</summary>
    public IReadOnlyList<Customer> Customers => CustomerIndex.All;

    /// <summary>Who is on call for a role or a team at an instant.</summary>
    public OnCallIndex OnCall => Staff.OnCall;

    /// <summary>Who is away when, and who stands in for them.</summary>
    public AbsenceIndex Absences => Staff.Absences;

    public Person? PersonById(Guid id) => Staff.ById(id);

    public Person? PersonByIdentity(string platform, string userId) => Staff.ByIdentity(platform, userId);

    /// <summary>The active people with a role, by name.</summary>
    public IReadOnlyList<Person> WithRole(Role role) => Staff.WithRole(role);

    /// <summary>
    /// The room for a use, on the preferred platform if it is there. The last resort falls back to the admins' room, then to triage;
    /// null when there is none at all.
    /// </summary>
    public StaffChannel? Channel(ChannelUse use, string? preferredPlatform = null) => use == ChannelUse.LastResort
        ? Staff.Channel(ChannelUse.LastResort, preferredPlatform)
            ?? Staff.Channel(ChannelUse.Admins, preferredPlatform)
            ?? Staff.Channel(ChannelUse.Triage, preferredPlatform)
        : Staff.Channel(use, preferredPlatform);

    public IReadOnlyList<StaffChannel> Rooms(ChannelUse use) => Staff.Rooms(use);

    public Customer? CustomerById(int id) => CustomerIndex.ById(id);

    public Customer? CustomerByKey(string key) => CustomerIndex.ByKey(key);

    public Customer? CustomerByChannel(string platform, string channelId) => CustomerIndex.ByChannel(platform, channelId);

    public Contact? ContactByIdentity(string platform, string userId) => CustomerIndex.ContactByIdentity(platform, userId);

    public bool IsCustomerChannel(string platform, string channelId) => CustomerByChannel(platform, channelId) is not null;

    public bool IsStaffChannel(string platform, string channelId) => Staff.IsRoom(platform, channelId);
}
