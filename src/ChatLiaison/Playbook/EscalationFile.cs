using System.Globalization;

namespace ChatLiaison.Playbook;

/// <summary>
/// Reads <c>escalation.yaml</c>. A team's ladder replaces the built-in one as a whole; one that begins above the liaison gets the built-in
/// level 0 below it.
/// </summary>
internal sealed class EscalationFile(IReadOnlyDictionary<string, Script> scripts)
{
    public IReadOnlyList<EscalationLevel> Read(YamlMap builtIn, YamlMap file)
    {
        file.AllowOnly("levels");
        var written = (file.Need("levels", "a list of levels")?.List() ?? []).Select(item => item.Map()).OfType<YamlMap>().ToList();
        if (written.Count == 0)
        {
            file.Wrong("The ladder has no level. Write levels: with one line for each level instead.");
            return [];
        }

        if (written[0].Find("role")?.Text() != Roles.Name(Commands.Role.Liaison) && written[0].Find("number")?.Text() != "0")
        {
            written.Insert(0, builtIn.Find("levels")!.List()[0].Map()!);
        }

        return [.. written.Select((map, place) => Level(map, place)).OfType<EscalationLevel>()];
    }

    private EscalationLevel? Level(YamlMap map, int place)
    {
        map.AllowOnly("number", "name", "role", "enter_at", "respond_within", "script");
        CheckNumber(map.Find("number"), place);
        var name = map.Need("name", "Senior support")?.Text();
        var role = map.Need("role", "senior-support")?.OneOf("a role", Roles.ByName);
        var entry = place == 0 && map.Find("enter_at") is null ? LevelEntry.Never : Entry(map.Need("enter_at", "4h or technical-bug"));
        var respond = map.Need("respond_within", "2h")?.Duration();
        var script = Script(map.Need("script", scripts.Keys.FirstOrDefault() ?? "receipt"));
        return name is null || role is null || entry is null || respond is null || script is null
            ? null
            : new EscalationLevel(place, name, role.Value, entry, respond.Value, script);
    }

    private static void CheckNumber(YamlValue? value, int place)
    {
        if (value?.Text() is { } text && text != place.ToString(CultureInfo.InvariantCulture))
        {
            value.Wrong($"Levels are numbered 0, 1, 2 and so on from the top; this is number {place}, not {text}. Write number: {place} instead.");
        }
    }

    private static LevelEntry? Entry(YamlValue? value)
    {
        if (value?.Text() is not { } text)
        {
            return null;
        }

        if (!LevelEntryText.TryParse(text, out var entry, out var error))
        {
            value.Wrong(error);
        }

        return entry;
    }

    private string? Script(YamlValue? value)
    {
        var key = value?.Text();
        if (key is not null && !scripts.ContainsKey(key))
        {
            value!.Wrong($"There is no script '{key}'. Write {Words.Either(scripts.Keys)}, or add it to scripts.yaml, instead.");
        }

        return key;
    }
}
