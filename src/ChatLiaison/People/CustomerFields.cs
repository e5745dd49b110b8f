using ChatLiaison.Customers;
using NodaTime;

namespace ChatLiaison.People;

/// <summary>Customers and contacts as named texts, and back.</summary>
internal static class CustomerFields
{
    /// <summary>Before a fact's name.</summary>
    public const string Fact = "fact ";

    private const string ChannelOn = "channel on ";

    /// <param name="email">The liaison's address; null for none.</param>
    public static FieldMap Of(Customer customer, string? email)
    {
        var fields = new FieldMap()
            .With("name", customer.Name)
            .With("liaison", email)
            .With("calendar", customer.Calendar)
            .WithAll(Fact, customer.Facts);
        foreach (var channel in customer.Channels)
        {
            fields.With(Channel(channel), "yes");
        }

        return fields;
    }

    public static Customer Read(int id, string key, FieldMap fields, Guid? liaisonId) => new(
        id,
        key,
        fields.Text("name"),
        liaisonId,
        [.. fields.Under(ChannelOn).Keys.Select(text => text.Split(' ', 2)).Select(parts => new CustomerChannel(parts[0], parts[1]))],
        [],
        fields.TryGetValue("calendar", out var calendar) ? calendar : null,
        fields.Under(Fact));

    public static string Channel(CustomerChannel channel) => $"{ChannelOn}{channel.Platform} {channel.ChannelId}";

    public static FieldMap Of(Contact contact) => new FieldMap()
        .With("name", contact.Name)
        .With("title", contact.Title)
        .With("email", contact.Email)
        .With("level", contact.Level)
        .With("prefers", contact.Prefers)
        .With("time_zone", contact.Zone.Id)
        .With("hours", contact.Hours?.ToString())
        .WithAll(PersonFields.Identity, contact.Identities);

    public static Contact ReadContact(Guid id, int customerId, FieldMap fields) => new(
        id,
        customerId,
        fields.Text("name"),
        fields.Text("title"),
        fields.Text("email"),
        fields.Text("level"),
        fields.Text("prefers"),
        DateTimeZoneProviders.Tzdb[fields.Text("time_zone")],
        fields.Under(PersonFields.Identity))
    {
        Hours = fields.TryGetValue("hours", out var hours) ? PersonFields.Hours(hours) : null,
    };

    /// <summary>What a contact is known by within its customer: the address, else the name.</summary>
    public static string ContactKey(FieldMap contact) => contact.TryGetValue("email", out var email) ? email : contact.Text("name");
}
