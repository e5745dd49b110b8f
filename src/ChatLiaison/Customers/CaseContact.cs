using System.Globalization;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Customers;

/// <summary>What the directory knows of the contact of a case.</summary>
internal static class CaseContact
{
    public static Contact? Of(Customer? customer, SupportCase c) => customer?.Contacts.FirstOrDefault(k => k.Name == c.ContactName
        || (c.ContactPlatform is { } platform && k.Identities.TryGetValue(platform, out var user) && user == c.ContactUser));

    /// <summary>What an instant is on the contact's clock, when that is outside their hours, as the end of a sentence; null when it is not, or nobody knows.</summary>
    public static string? OutOfHours(Customer? customer, SupportCase c, Instant at) =>
        Of(customer, c) is { Hours: { } hours } contact && at.InZone(contact.Zone) is var there && !hours.IsOpenAt(there.LocalDateTime)
            ? $"{there.ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture)} for {contact.Name} ({contact.Zone.Id}), who is not at work then"
            : null;

    /// <summary>An instant on their own clock, for words that a person may still change: <c>Mon 23 Nov, 10:00 (America/New_York)</c>.</summary>
    /// <returns>In UTC when their zone is not known.</returns>
    public static string Time(Customer? customer, SupportCase c, Instant at) => Of(customer, c) is { } contact && contact.Zone != DateTimeZone.Utc
        ? $"{at.InZone(contact.Zone).ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture)} ({contact.Zone.Id})"
        : ChatText.InUtc(at, MomentStyle.DateAndTime);
}
