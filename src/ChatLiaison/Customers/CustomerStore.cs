using System.Text.Json;
using ChatLiaison.Storage;
using ChatLiaison.Time;
using NodaTime;

namespace ChatLiaison.Customers;

/// <summary>Customers with their channels and contacts. Each write moves the directory's mark, so that every server reads again.</summary>
internal sealed partial class CustomerStore(Database database)
{
    public async Task<List<Customer>> ListAsync(CancellationToken cancellationToken)
    {
        var channels = (await ChannelsAsync(cancellationToken)).ToLookup(c => c.CustomerId, c => c.Channel);
        var contacts = (await ContactsAsync(cancellationToken)).ToLookup(c => c.CustomerId);
        return await database.Ask("select id, key, name, liaison_id, calendar, facts::text from customers order by id").ListAsync(
            row => new Customer(
                row.Int(0),
                row.Text(1),
                row.Text(2),
                row.IdOrNull(3),
                [.. channels[row.Int(0)]],
                [.. contacts[row.Int(0)]],
                row.TextOrNull(4),
                JsonSerializer.Deserialize<Dictionary<string, string>>(row.Text(5))!),
            cancellationToken);
    }

    /// <summary>Each customer as the last import wrote it; null for one that no import knows.</summary>
    public Task<List<(int Id, FieldMap? Imported)>> ImportedAsync(CancellationToken cancellationToken) => database
        .Ask("select id, imported::text from customers")
        .ListAsync(row => (row.Int(0), FieldMap.FromJson(row.TextOrNull(1))), cancellationToken);

    /// <summary>The same for contacts.</summary>
    public Task<List<(Guid Id, FieldMap? Imported)>> ImportedContactsAsync(CancellationToken cancellationToken) => database
        .Ask("select id, imported::text from contacts")
        .ListAsync(row => (row.Id(0), FieldMap.FromJson(row.TextOrNull(1))), cancellationToken);

    private Task<List<(int CustomerId, CustomerChannel Channel)>> ChannelsAsync(CancellationToken cancellationToken) => database
        .Ask("select customer_id, platform, channel_id from customer_channels order by platform, channel_id")
        .ListAsync(row => (row.Int(0), new CustomerChannel(row.Text(1), row.Text(2))), cancellationToken);

    private async Task<List<Contact>> ContactsAsync(CancellationToken cancellationToken)
    {
        var identities = (await database
            .Ask("select contact_id, platform, user_id from contact_identities")
            .ListAsync(row => (ContactId: row.Id(0), Platform: row.Text(1), UserId: row.Text(2)), cancellationToken))
            .ToLookup(i => i.ContactId);
        const string Sql =
            """
            select id, customer_id, name, title, email, level, prefers, time_zone, hours
            from contacts where active order by name, id
            """;
        return await database.Ask(Sql).ListAsync(
            row => new Contact(
                row.Id(0),
                row.Int(1),
                row.Text(2),
                row.Text(3),
                row.Text(4),
                row.Text(5),
                row.Text(6),
                DateTimeZoneProviders.Tzdb[row.Text(7)],
                identities[row.Id(0)].ToDictionary(i => i.Platform, i => i.UserId, StringComparer.Ordinal))
            {
                Hours = row.Text(8) is { Length: > 0 } hours && OpeningHours.TryParse(hours, out var open, out _) ? open : null,
            },
            cancellationToken);
    }
}
