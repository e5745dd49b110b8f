using System.Text.Json;
using ChatLiaison.Storage;

namespace ChatLiaison.Customers;

/// <summary>What became of linking a channel to a customer.</summary>
internal enum ChannelLink
{
    Linked,

    /// <summary>It was this customer's already.</summary>
    AlreadyTheirs,

    /// <summary>Refused: it is one of our own rooms, and a customer must never read along there.</summary>
    OurRoom,

    /// <summary>Refused: another customer reads along there.</summary>
    OtherCustomers,
}

internal sealed partial class CustomerStore
{
    /// <summary>Adds a customer with a number sequence of its own for its cases, and gives its id. The channels and contacts are written apart.</summary>
    public static async Task<int> AddAsync(UnitOfWork work, Customer customer, FieldMap? imported, CancellationToken cancellationToken)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        const string Sql =
            """
            insert into customers (key, name, liaison_id, calendar, facts, imported) values ($1, $2, $3, $4, $5::jsonb, $6::jsonb) returning id
            """;
        object?[] values =
        [
            customer.Key, customer.Name, customer.LiaisonId, customer.Calendar, JsonSerializer.Serialize(customer.Facts), imported?.ToJson(),
        ];
        var id = (await work.ReadAsync(Sql, values, row => row.Int(0), cancellationToken))[0];

        // A sequence leaves a gap when a case is not opened after all, but never holds up another case of the same customer.
        work.Write($"create sequence if not exists case_number_{id}");
        return id;
    }

    /// <param name="imported">The entry as an import wrote it; null leaves what is noted.</param>
    public static void Update(UnitOfWork work, Customer customer, FieldMap? imported)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        work.Write(
            """
            update customers
            set name = $2, liaison_id = $3, calendar = $4, facts = $5::jsonb, imported = coalesce($6::jsonb, imported)
            where id = $1
            """,
            customer.Id,
            customer.Name,
            customer.LiaisonId,
            customer.Calendar,
            JsonSerializer.Serialize(customer.Facts),
            imported?.ToJson());
    }

    /// <summary>Makes these the customer's channels. The caller has checked that none is somebody else's.</summary>
    public static void WriteChannels(UnitOfWork work, int customerId, IReadOnlyCollection<CustomerChannel> channels)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        string[] platforms = [.. channels.Select(c => c.Platform)];
        string[] ids = [.. channels.Select(c => c.ChannelId)];
        work.Write(
            """
            delete from customer_channels
            where customer_id = $1 and (platform, channel_id) not in (select * from unnest($2::text[], $3::text[]))
            """,
            customerId,
            platforms,
            ids);
        work.Write(
            """
            insert into customer_channels (customer_id, platform, channel_id)
            select $1, * from unnest($2::text[], $3::text[])
            on conflict (platform, channel_id) do update set customer_id = excluded.customer_id
            """,
            customerId,
            platforms,
            ids);
    }

    /// <summary>Adds a contact, or makes the one with this id say this.</summary>
    public static void WriteContact(UnitOfWork work, Contact contact, FieldMap? imported)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        work.Write(
            """
            insert into contacts (id, customer_id, name, title, email, level, prefers, time_zone, hours, imported)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb)
            on conflict (id) do update set
                name = excluded.name, title = excluded.title, email = excluded.email, level = excluded.level, prefers = excluded.prefers,
                time_zone = excluded.time_zone, hours = excluded.hours, imported = coalesce(excluded.imported, contacts.imported)
            """,
            contact.Id,
            contact.CustomerId,
            contact.Name,
            contact.Title,
            contact.Email,
            contact.Level,
            contact.Prefers,
            contact.Zone.Id,
            contact.Hours?.ToString() ?? "",
            imported?.ToJson());
        work.Write("delete from contact_identities where contact_id = $1", contact.Id);
        work.Write(
            """
            insert into contact_identities (contact_id, platform, user_id)
            select $1, * from unnest($2::text[], $3::text[])
            on conflict (platform, user_id) do update set contact_id = excluded.contact_id
            """,
            contact.Id,
            contact.Identities.Keys.ToArray(),
            contact.Identities.Values.ToArray());
    }

    /// <summary>The contact has left: nobody finds them any more, and what refers to them stays whole.</summary>
    public static void RetireContact(UnitOfWork work, Guid contactId)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        work.Write("update contacts set active = false, imported = null where id = $1", contactId);
        work.Write("delete from contact_identities where contact_id = $1", contactId);
    }

    public static async Task<ChannelLink> LinkChannelAsync(UnitOfWork work, int customerId, CustomerChannel channel, CancellationToken cancellationToken)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        object?[] place = [channel.Platform, channel.ChannelId];
        const string Room = "select 1 from staff_channels where platform = $1 and channel_id = $2";
        if ((await work.ReadAsync(Room, place, row => row.Int(0), cancellationToken)).Count > 0)
        {
            return ChannelLink.OurRoom;
        }

        const string Link =
            """
            insert into customer_channels (platform, channel_id, customer_id) values ($1, $2, $3)
            on conflict (platform, channel_id) do nothing returning customer_id
            """;
        if ((await work.ReadAsync(Link, [.. place, customerId], row => row.Int(0), cancellationToken)).Count > 0)
        {
            return ChannelLink.Linked;
        }

        const string Holder = "select customer_id from customer_channels where platform = $1 and channel_id = $2";
        var holder = await work.ReadAsync(Holder, place, row => row.Int(0), cancellationToken);
        return holder is [var id] && id == customerId ? ChannelLink.AlreadyTheirs : ChannelLink.OtherCustomers;
    }

    /// <summary>The platform gave a channel another id.</summary>
    public static void ChannelIdChanged(UnitOfWork work, string platform, string oldId, string newId)
    {
        ChangeMarks.Move(work, ChangeMarks.Directory);
        work.Write(
            """
            update customer_channels set channel_id = $3
            where platform = $1 and channel_id = $2
                and not exists (select 1 from customer_channels where platform = $1 and channel_id = $3)
            """,
            platform,
            oldId,
            newId);
    }
}
