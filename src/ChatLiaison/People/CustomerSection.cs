using ChatLiaison.Customers;
using ChatLiaison.Playbook;

namespace ChatLiaison.People;

/// <summary>Notes that an id belongs to somebody, and that it is wrong when it was somebody else's already.</summary>
/// <param name="kind"><c>channel</c> or <c>user</c>.</param>
internal delegate void Claim(string kind, (string Platform, string Id) what, string whose, YamlValue value);

/// <summary>Reads one customer of a directory file with its contacts.</summary>
/// <param name="emails">Of everyone who may be a liaison.</param>
internal sealed class CustomerSection(DirectoryContext context, IReadOnlyCollection<string> emails, Claim claim)
{
    private static readonly Dictionary<string, int> Levels = Choices("novice", "intermediate", "advanced");
    private static readonly Dictionary<string, int> Ways = Choices("chat", "email", "phone", "video");

    public CustomerEntry? Read(YamlMap map)
    {
        map.AllowOnly("key", "name", "liaison", "channels", "contacts", "calendar", "facts");
        var key = Key(map.Need("key", "ACME"));
        var name = map.Need("name", "Acme Ltd")?.Text();
        if (key is null || name is null)
        {
            return null;
        }

        var facts = map.Map("facts");
        var fields = new FieldMap()
            .With("name", name)
            .With("liaison", Liaison(map.Find("liaison")))
            .With("calendar", Calendar(map.Find("calendar")))
            .WithAll(CustomerFields.Fact, facts.Keys.Select(fact => KeyValuePair.Create(fact, facts.Find(fact)!.Text() ?? "")));
        foreach (var channel in map.Find("channels")?.List() ?? [])
        {
            AddChannels(channel, fields, name);
        }

        var contacts = (map.Find("contacts")?.List() ?? []).Select(item => Contact(item.Map())).OfType<FieldMap>().ToList();
        foreach (var twice in contacts.GroupBy(CustomerFields.ContactKey).Where(g => g.Count() > 1))
        {
            map.Wrong($"The contact '{twice.Key}' stands here twice. Write an email for each, and each only once, instead.");
        }

        return new CustomerEntry(key, fields, contacts);
    }

    private static string? Key(YamlValue? value)
    {
        var key = value?.Text();
        if (key is null || CustomerKey.IsValid(key))
        {
            return key;
        }

        value!.Wrong($"'{key}' is not a customer's key. Write {CustomerKey.Rule}, such as ACME, instead.");
        return null;
    }

    private string? Liaison(YamlValue? value)
    {
        var email = Email.Read(value);
        if (email is not null && !emails.Contains(email))
        {
            value!.Wrong($"Nobody in the directory has the address '{email}'. Write the email of one of the people instead.");
        }

        return email;
    }

    private string? Calendar(YamlValue? value)
    {
        var name = value?.Text();
        if (name is not null && !context.Calendars.Contains(name))
        {
            value!.Wrong($"The playbook has no calendar '{name}'. Write {Words.Either(context.Calendars)}, or add it to calendars.yaml, instead.");
        }

        return name;
    }

    private void AddChannels(YamlValue item, FieldMap fields, string customer)
    {
        if (item.Map() is not { } map)
        {
            return;
        }

        map.AllowOnly(context.Platforms);
        foreach (var (platform, id, value) in Ids(map))
        {
            claim("channel", (platform, id), customer, value);
            fields.With(CustomerFields.Channel(new CustomerChannel(platform, id)), "yes");
        }
    }

    private FieldMap? Contact(YamlMap? map)
    {
        if (map is null)
        {
            return null;
        }

        map.AllowOnly(["name", "title", "email", "level", "prefers", "time_zone", "hours", .. context.Platforms]);
        var name = map.Need("name", "Ada Byrne")?.Text();
        var zone = map.Find("time_zone");
        var fields = new FieldMap()
            .With("name", name)
            .With("title", map.Find("title")?.Text())
            .With("email", Email.Read(map.Find("email")))
            .With("level", OneOf(map.Find("level"), "a level", Levels, "intermediate"))
            .With("prefers", OneOf(map.Find("prefers"), "a way to be reached", Ways, "chat"))
            .With("time_zone", zone is null ? context.Zone : zone.Zone()?.Id)
            .With("hours", map.Find("hours")?.Hours()?.ToString());
        foreach (var (platform, id, value) in Ids(map))
        {
            claim("user", (platform, id), name ?? "somebody", value);
            fields.With(PersonFields.Identity + platform, id);
        }

        return name is null ? null : fields;
    }

    private IEnumerable<(string Platform, string Id, YamlValue Value)> Ids(YamlMap map)
    {
        foreach (var platform in context.Platforms)
        {
            if (map.Find(platform) is { } value && value.Text() is { } id)
            {
                yield return (platform, id, value);
            }
        }
    }

    private static string? OneOf(YamlValue? value, string what, Dictionary<string, int> words, string otherwise) =>
        value is null ? otherwise : value.OneOf(what, words) is null ? null : value.Text();

    private static Dictionary<string, int> Choices(params ReadOnlySpan<string> words)
    {
        var choices = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            choices.Add(word, choices.Count);
        }

        return choices;
    }
}
