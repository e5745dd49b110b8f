using ChatLiaison.Customers;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ChatLiaison.People;

/// <summary>Writes the directory as a file that, imported, gives the same directory.</summary>
internal static class DirectoryExport
{
    public static string Write(DirectorySnapshot directory)
    {
        var file = new YamlMappingNode
        {
            { "people", List(directory.People.Select(Person)) },
            { "channels", List(directory.Staff.Channels.Select(Room)) },
            { "customers", List(directory.Customers.Select(c => Customer(c, directory))) },
            { "rotations", List(directory.Staff.Rotations.Select(r => RotationExport.Rotation(r, directory))) },
            { "overrides", List(directory.OnCall.All.SelectMany(p => p.Overrides, (p, o) => RotationExport.Override(p.Rotation, o, directory))) },
        };
        using var text = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(file)).Save(text, assignAnchors: false);
        return text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n...\n", "\n", StringComparison.Ordinal);
    }

    private static YamlMappingNode Person(Person person)
    {
        var fields = PersonFields.Of(person);
        var map = Line(fields, "name", "email");
        map.Add("roles", new YamlSequenceNode(fields.Text("roles").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => new YamlScalarNode(r)))
        {
            Style = SequenceStyle.Flow,
        });
        Add(map, fields, "team");
        if (person.Expertise.Count > 0)
        {
            map.Add("expertise", new YamlSequenceNode(person.Expertise.Select(tag => new YamlScalarNode(tag))) { Style = SequenceStyle.Flow });
        }

        Add(map, fields.Under(PersonFields.Identity));
        Add(map, fields, "write_to", "time_zone", "hours", "quiet");
        if (!person.Active)
        {
            map.Add("active", "no");
        }

        return map;
    }

    private static YamlMappingNode Room((ChannelUse Use, StaffChannel Channel) room) =>
        new() { { "use", ChannelUses.Name(room.Use) }, { room.Channel.Platform, room.Channel.ChannelId } };

    private static YamlMappingNode Customer(Customer customer, DirectorySnapshot directory)
    {
        var liaison = customer.LiaisonId is { } id ? directory.PersonById(id)?.Email : null;
        var map = new YamlMappingNode { { "key", customer.Key } };
        Add(map, CustomerFields.Of(customer, liaison), "name", "liaison", "calendar");
        if (customer.Facts.Count > 0)
        {
            var facts = new YamlMappingNode();
            Add(facts, customer.Facts);
            map.Add("facts", facts);
        }

        map.Add("channels", List(customer.Channels.Select(c => new YamlMappingNode { { c.Platform, c.ChannelId } })));
        map.Add("contacts", List(customer.Contacts.Select(Contact)));
        return map;
    }

    private static YamlMappingNode Contact(Contact contact)
    {
        var fields = CustomerFields.Of(contact);
        var map = Line(fields, "name", "title", "email");
        Add(map, contact.Identities);
        Add(map, fields, "level", "prefers", "time_zone", "hours");
        return map;
    }

    private static YamlSequenceNode List(IEnumerable<YamlMappingNode> items)
    {
        var list = new YamlSequenceNode(items);
        list.Style = list.Children.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block;
        return list;
    }

    private static YamlMappingNode Line(FieldMap fields, params ReadOnlySpan<string> names)
    {
        var map = new YamlMappingNode();
        Add(map, fields, names);
        return map;
    }

    private static void Add(YamlMappingNode map, FieldMap fields, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (fields.TryGetValue(name, out var value))
            {
                map.Add(name, value);
            }
        }
    }

    private static void Add(YamlMappingNode map, IReadOnlyDictionary<string, string> fields)
    {
        foreach (var (name, value) in fields.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            map.Add(name, value);
        }
    }
}
