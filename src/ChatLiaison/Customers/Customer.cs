using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Customers;

/// <summary>An organisation that we support.</summary>
/// <param name="Key">The first part of its cases' references: <c>ACME</c>.</param>
/// <param name="LiaisonId">The person of ours who usually looks after it; null when nobody was named.</param>
/// <param name="Calendar">A calendar of the playbook that replaces the policy's own; null for the policy's.</param>
/// <param name="Facts">What holds for this customer only: versions, links, settings.</param>
internal sealed record Customer(
    int Id,
    string Key,
    string Name,
    Guid? LiaisonId,
    IReadOnlyList<CustomerChannel> Channels,
    IReadOnlyList<Contact> Contacts,
    string? Calendar,
    IReadOnlyDictionary<string, string> Facts);

/// <summary>A channel in which the customer reads along.</summary>
internal sealed record CustomerChannel(string Platform, string ChannelId);

/// <summary>Somebody at a customer.</summary>
/// <param name="Level">How technical they are: <c>novice</c>, <c>intermediate</c> or <c>advanced</c>.</param>
/// <param name="Prefers">How they like to be reached: <c>chat</c>, <c>email</c>, <c>phone</c> or <c>video</c>.</param>
/// <param name="Identities">Their user id by platform key.</param>
internal sealed record Contact(
    Guid Id,
    int CustomerId,
    string Name,
    string Title,
    string Email,
    string Level,
    string Prefers,
    DateTimeZone Zone,
    IReadOnlyDictionary<string, string> Identities)
{
    /// <summary>When they are at work, on their own clock; null when nobody wrote it down.</summary>
    public OpeningHours? Hours { get; init; }
}
