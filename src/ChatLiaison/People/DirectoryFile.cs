using ChatLiaison.Customers;
using ChatLiaison.Playbook;

namespace ChatLiaison.People;

/// <summary>Reads a directory file: people, our own rooms, customers, rotations. Problems come as <c>directory.yaml:3: What. Write what instead.</c></summary>
internal sealed class DirectoryFile
{
    internal static readonly Dictionary<string, bool> YesOrNo = new(StringComparer.Ordinal) { ["yes"] = true, ["no"] = false };

    private readonly DirectoryContext context;
    private readonly Dictionary<(string, string), string> users = [];
    private readonly Dictionary<(string, string), string> channels = [];

    private DirectoryFile(DirectoryContext context) => this.context = context;

    /// <returns>Null when there are problems.</returns>
    public static DirectoryContent? Read(string name, string text, DirectoryContext context, List<string> problems)
    {
        var file = new YamlFile(name, problems);
        var content = new DirectoryFile(context).Read(file.Parse(text) is { } node ? new YamlMap([(file, node)]) : new YamlMap([]));
        return problems.Count == 0 ? content : null;
    }

    private DirectoryContent Read(YamlMap file)
    {
        file.AllowOnly("people", "channels", "customers", "rotations", "overrides");
        var people = Each(file, "people", Person);
        Twice(people.Select(p => (p.Item, p.Fields?.Text("email") ?? "")), "address");
        string[] emails = [.. context.Emails, .. people.Select(p => p.Fields?.Text("email") ?? "")];
        var rooms = Each(file, "channels", Rooms);
        Twice(rooms.SelectMany(r => (r.Fields ?? []).Select(room => (r.Item, $"{ChannelUses.Name(room.Use)} on {room.Channel.Platform}"))), "room");
        var customers = Each(file, "customers", map => new CustomerSection(context, emails, Claim).Read(map));
        Twice(customers.Select(c => (c.Item, c.Fields?.Key ?? "")), "key");
        var section = new RotationSection(context, emails);
        var rotations = Each(file, "rotations", section.Rotation);
        Twice(rotations.Select(r => (r.Item, r.Fields?.Name ?? "")), "rotation");
        var overrides = Each(file, "overrides", section.Override);
        return new DirectoryContent(
            [.. people.Select(p => p.Fields).OfType<FieldMap>()],
            [.. rooms.SelectMany(r => r.Fields ?? [])],
            [.. customers.Select(c => c.Fields).OfType<CustomerEntry>()])
        {
            Rotations = [.. rotations.Select(r => r.Fields).OfType<RotationEntry>()],
            Overrides = [.. overrides.Select(o => o.Fields).OfType<FieldMap>()],
        };
    }

    private FieldMap? Person(YamlMap map)
    {
        map.AllowOnly(["name", "email", "roles", "time_zone", "hours", "quiet", "team", "expertise", "write_to", "active", .. context.Platforms]);
        var name = map.Need("name", "Dana Park")?.Text();
        var email = Email.Read(map.Need("email", "dana@example.com"));
        var roles = map.Need("roles", "[liaison]")?.List().Select(item => item.OneOf("a role", Roles.ByName)).ToList() ?? [];
        var zone = map.Find("time_zone");
        var hours = map.Find("hours");
        var quiet = map.Find("quiet");
        var fields = new FieldMap()
            .With("name", name)
            .With("email", email)
            .With("roles", PersonFields.RolesText(roles.OfType<Commands.Role>()))
            .With("time_zone", zone is null ? context.Zone : zone.Zone()?.Id)
            .With("hours", hours is null ? PersonFields.DefaultHours : hours.Hours()?.ToString())
            .With("quiet", quiet is null ? PersonFields.DefaultQuiet : quiet.Quiet()?.ToString())
            .With("team", map.Find("team")?.Text())
            .With("expertise", Tags(map.Find("expertise")))
            .With("write_to", Platform(map.Find("write_to")))
            .With("active", map.Find("active")?.OneOf("yes or no", YesOrNo) == false ? "no" : "yes");
        return fields.WithAll(PersonFields.Identity, Identities(map, name ?? "somebody"));
    }

    private string? Platform(YamlValue? value)
    {
        var platform = value?.Text();
        if (platform is not null && !context.Platforms.Contains(platform))
        {
            value!.Wrong($"'{platform}' is no platform. Write {Words.Either(context.Platforms)} instead.");
        }

        return platform;
    }

    private static string? Tags(YamlValue? value)
    {
        var tags = value is null ? [] : Expertise.Of(value.List().Select(tag => tag.Text() ?? ""));
        if (tags is null)
        {
            value!.Wrong($"These are too many or too long. Write {Expertise.Rule}, instead.");
        }

        return tags is null ? null : Expertise.Text(tags);
    }

    private List<RoomEntry>? Rooms(YamlMap map)
    {
        map.AllowOnly(["use", .. context.Platforms]);
        var use = map.Need("use", "triage")?.OneOf("a use of a room", ChannelUses.ByName);
        var rooms = new List<RoomEntry>();
        foreach (var platform in context.Platforms)
        {
            if (map.Find(platform) is { } value && value.Text() is { } id && use is not null)
            {
                // One room may serve several uses, so it is claimed once for all of them.
                Claim(channels, (platform, id), "our own rooms", value);
                rooms.Add(new RoomEntry(use.Value, new StaffChannel(platform, id)));
            }
        }

        if (rooms.Count == 0 && use is not null)
        {
            map.Wrong($"This room has no channel. Write {Words.Either(context.Platforms)}: and the channel's id instead.");
        }

        return rooms;
    }

    private Dictionary<string, string> Identities(YamlMap map, string whose)
    {
        var identities = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var platform in context.Platforms)
        {
            if (map.Find(platform) is { } value && value.Text() is { } id)
            {
                Claim(users, (platform, id), whose, value);
                identities[platform] = id;
            }
        }

        return identities;
    }

    private void Claim(string kind, (string Platform, string Id) what, string whose, YamlValue value) =>
        Claim(kind == "channel" ? channels : users, what, whose, value);

    private static void Claim(Dictionary<(string, string), string> taken, (string Platform, string Id) what, string whose, YamlValue value)
    {
        if (!taken.TryAdd(what, whose) && taken[what] != whose)
        {
            value.Wrong($"'{what.Id}' belongs to {taken[what]} already. Write the id of {whose} instead.");
        }
    }

    private static List<(YamlValue Item, T? Fields)> Each<T>(YamlMap file, string key, Func<YamlMap, T?> read)
        where T : class =>
        [.. (file.Find(key)?.List() ?? []).Select(item => (item, item.Map() is { } map ? read(map) : null))];

    private static void Twice(IEnumerable<(YamlValue Item, string Name)> entries, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { "" };
        foreach (var (item, name) in entries.Where(e => e.Name.Length > 0))
        {
            if (!seen.Add(name))
            {
                item.Wrong($"The {what} '{name}' stands here a second time. Write each only once instead.");
            }
        }
    }
}
