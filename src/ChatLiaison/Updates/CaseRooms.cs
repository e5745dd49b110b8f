using ChatLiaison.Cases;
using ChatLiaison.Chat;

namespace ChatLiaison.Updates;

/// <summary>Where the customer's side of a case is told.</summary>
internal static class CaseRooms
{
    /// <summary>
    /// Their channel; for a restricted case whoever reported it, alone. Null when there is no such place: then a person speaks to them and
    /// records it.
    /// </summary>
    public static Destination? OfCustomer(SupportCase c) => c switch
    {
        { Restricted: true, ContactPlatform: { } platform, ContactUser: { } user } => new ToPerson(platform, user),
        { Restricted: true } or { ChannelId: "" } => null,
        _ => new ToChannel(c.Platform, c.ChannelId),
    };
}
