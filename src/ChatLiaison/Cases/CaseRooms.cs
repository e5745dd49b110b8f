using ChatLiaison.Chat;

namespace ChatLiaison.Cases;

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

    /// <summary>What we say to our own people who tell the customer something; never that they are told when there is nowhere to tell them.</summary>
    public static CustomerText Told(SupportCase c) => Nowhere(c) ?? CustomerText.Of($"The customer is told.");

    /// <summary>That there is nowhere to tell the customer; null when there is.</summary>
    public static CustomerText? Nowhere(SupportCase c) => OfCustomer(c) is not null ? null
        : c.Restricted ? CustomerText.Of($"Whoever reported it can't be written to alone: tell them yourself.")
        : CustomerText.Of($"They have no channel with us: tell them yourself.");
}
