namespace ChatLiaison.Playbook;

/// <summary>Reads <c>case-types.yaml</c>; a team's list replaces the built-in one.</summary>
internal static class CaseTypesFile
{
    private static readonly Dictionary<string, bool> YesNo = new(StringComparer.Ordinal) { ["true"] = true, ["false"] = false };

    public static IReadOnlyList<CaseType> Read(YamlMap file)
    {
        file.AllowOnly("case_types");
        var types = new List<CaseType>();
        foreach (var item in file.Need("case_types", "a list of types")?.List() ?? [])
        {
            if (item.Map() is { } map && Type(map) is { } type)
            {
                if (types.Exists(t => t.Key == type.Key))
                {
                    item.Wrong($"The case type '{type.Key}' stands here a second time. Write another key instead.");
                }

                types.Add(type);
            }
        }

        return types;
    }

    private static CaseType? Type(YamlMap map)
    {
        map.AllowOnly("key", "name", "group", "restricted");
        var key = map.Need("key", "password-reset")?.Text();
        var name = map.Need("name", "Password reset")?.Text();
        var group = map.Need("group", "Account")?.Text();
        return key is null || name is null || group is null ? null : new CaseType(key, name, group) { Restricted = map.Find("restricted")?.OneOf("true or false", YesNo) ?? false };
    }
}
