using System.Collections.Frozen;

namespace ChatLiaison.Customers;

/// <summary>The customers as they stood at one moment, with every way of finding them. Immutable.</summary>
internal sealed class CustomerIndex(IReadOnlyList<Customer> customers)
{
    public static readonly CustomerIndex Empty = new([]);

    private readonly FrozenDictionary<int, Customer> byId = customers.ToFrozenDictionary(c => c.Id);

    private readonly FrozenDictionary<string, Customer> byKey = customers.ToFrozenDictionary(c => c.Key, StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<CustomerChannel, Customer> byChannel =
        customers.SelectMany(c => c.Channels, (c, channel) => (c, channel)).ToFrozenDictionary(x => x.channel, x => x.c);

    private readonly FrozenDictionary<(string, string), Contact> byIdentity =
        customers.SelectMany(c => c.Contacts)
            .SelectMany(contact => contact.Identities, (contact, identity) => (contact, identity))
            .ToFrozenDictionary(x => (x.identity.Key, x.identity.Value), x => x.contact);

    /// <summary>By key.</summary>
    public IReadOnlyList<Customer> All { get; } = [.. customers.OrderBy(c => c.Key, StringComparer.Ordinal)];

    public Customer? ById(int id) => byId.GetValueOrDefault(id);

    /// <summary>Upper or lower case makes no difference.</summary>
    public Customer? ByKey(string key) => byKey.GetValueOrDefault(key);

    public Customer? ByChannel(string platform, string channelId) => byChannel.GetValueOrDefault(new(platform, channelId));

    public Contact? ContactByIdentity(string platform, string userId) => byIdentity.GetValueOrDefault((platform, userId));
}
