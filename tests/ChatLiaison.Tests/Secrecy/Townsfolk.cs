using ChatLiaison.Chat;
using ChatLiaison.Customers;
using ChatLiaison.People;

namespace ChatLiaison.Tests.Secrecy;

/// <summary>Somebody of the town.</summary>
/// <param name="Reader">What they are at a customer's; null for our own people.</param>
internal sealed record Townsperson(ChatPerson Person, Reader? Reader)
{
    public string Name => Person.Name;
}

/// <summary>The people of both sides and the places where they meet, on one platform.</summary>
internal sealed class Townsfolk(DeskWorld world, Random chance, string platform)
{
    public ChatPlace SomePlace(Townsperson by) => by.Reader is not null ? Alone(by) : chance.Next(4) switch
    {
        0 => Channel(world.Known.CustomerByKey("ACME")!),
        1 => Alone(by),
        _ => new ChatPlace(platform, PlaceKind.Channel, world.Known.Channel(ChannelUse.Triage, platform)!.ChannelId),
    };

    /// <summary>In their own chat with us.</summary>
    public ChatPlace Alone(Townsperson who) => new(platform, PlaceKind.Direct, who.Person.Id);

    public ChatPlace Channel(Customer customer) => new(platform, PlaceKind.Channel, customer.Channels.First(c => c.Platform == platform).ChannelId);

    public Townsperson SomeoneOfOurs() => Ours(world.Known.People[chance.Next(world.Known.People.Count)]);

    public Townsperson Ours(string first) => Ours(world.Person(first));

    public Townsperson Ours(Person person) => new(new ChatPerson(platform, person.Identities[platform], person.Name, External: false), null);

    public Townsperson SomeCustomer() => Customer(chance.Next(4) == 0 ? "GLOBEX" : "ACME");

    /// <summary>The contact that we know, or somebody else of theirs.</summary>
    public Townsperson Customer(string key)
    {
        var customer = world.Known.CustomerByKey(key)!;
        var contact = customer.Contacts[0];
        return chance.Next(4) == 0
            ? new Townsperson(new ChatPerson(platform, $"U0EVE{key}", "Eve", External: true), new Reader(customer.Id, $"U0EVE{key}"))
            : new Townsperson(new ChatPerson(platform, contact.Identities[platform], contact.Name, External: true), new Reader(customer.Id, contact.Identities[platform]));
    }
}
