
namespace ChatLiaison.Playbook;

/// <summary>Reads <c>resolution.yaml</c>; a team's list replaces the built-in one.</summary>
internal sealed class ResolutionFile(YamlMap file)
{
    private static readonly Dictionary<string, ClosingStep> Steps = new(StringComparer.Ordinal)
    {
        ["documented"] = ClosingStep.Documented,
        ["told"] = ClosingStep.Told,
        ["verified"] = ClosingStep.Verified,
        ["followed-up"] = ClosingStep.FollowedUp,
        ["answered"] = ClosingStep.Answered,
        ["promises-kept"] = ClosingStep.Promised,
    };

    private static readonly Dictionary<string, int> Scales = new(StringComparer.Ordinal) { ["five"] = 5, ["two"] = 2 };

    private static readonly Dictionary<string, Priority> PriorityNames = Enum.GetValues<Priority>().ToDictionary(p => p.ToString(), StringComparer.Ordinal);

    public ResolutionPolicy? Read()
    {
        file.AllowOnly("reasons", "closing", "rating", "never_again", "review", "check", "not_fixed_climbs_after");
        var closing = file.Map("closing");
        closing.AllowOnly("needs", "last_chance");
        var reasons = List(file, "reasons");
        var needs = Items(closing, "needs", "[documented, told, verified, followed-up, answered, promises-kept]", v => v.OneOf("a step", Steps));
        var lastChance = closing.Need("last_chance", "2d")?.Duration();
        var scale = file.Need("rating", "five")?.OneOf("a scale", Scales);
        var never = Texts(file, "never_again", "[won't happen again]");
        var review = Review(file.Map("review"));
        var check = List(file, "check");
        var comesBack = file.Need("not_fixed_climbs_after", "2")?.Count();
        return lastChance is null || scale is null || review is null || comesBack is null ? null : new ResolutionPolicy(reasons, needs, lastChance.Value, scale.Value, never)
        {
            Review = review,
            Check = check,
            NotFixedClimbsAfter = comesBack.Value,
        };
    }

    private static ReviewPolicy? Review(YamlMap map)
    {
        map.AllowOnly("priorities", "levels", "due", "session_for", "recurring_within", "root_causes", "cause_owners", "detection_gaps");
        var priorities = Items(map, "priorities", "[P1, P2]", v => v.OneOf("a priority", PriorityNames));
        var levels = Items(map, "levels", "[management, executive]", v => v.OneOf("a role", Roles.ByName));
        var due = map.Need("due", "3d")?.Duration();
        var sessions = Items(map, "session_for", "[P1]", v => v.OneOf("a priority", PriorityNames));
        var within = map.Need("recurring_within", "90d")?.Duration();
        var causes = List(map, "root_causes");
        var owners = Texts(map, "cause_owners", "[Engineering, Product]");
        var gaps = List(map, "detection_gaps");
        return due is null || within is null ? null : new ReviewPolicy(priorities, levels, due.Value, sessions, within.Value)
        {
            RootCauses = causes,
            CauseOwners = owners,
            DetectionGaps = gaps,
        };
    }

    private static List<Named> List(YamlMap map, string key)
    {
        var found = new List<Named>();
        foreach (var item in map.Need(key, "a list of { key: …, name: … }")?.List() ?? [])
        {
            if (item.Map() is not { } one)
            {
                continue;
            }

            one.AllowOnly("key", "name");
            if (one.Need("key", "configuration")?.Text() is not { } word || one.Need("name", "Configuration")?.Text() is not { } name)
            {
                continue;
            }

            if (found.Exists(f => f.Key == word))
            {
                item.Wrong($"'{word}' stands in {key} a second time. Write another key instead.");
            }

            found.Add(new Named(word, name));
        }

        if (found.Count == 0)
        {
            map.Wrong($"'{key}' offers nothing to choose. Write at least one line such as - {{ key: other, name: Something else }} instead.");
        }

        return found;
    }

    private static List<T> Items<T>(YamlMap map, string key, string example, Func<YamlValue, T?> read)
        where T : struct => [.. (map.Need(key, example)?.List() ?? []).Select(read).OfType<T>()];

    private static List<string> Texts(YamlMap map, string key, string example) =>
        [.. (map.Need(key, example)?.List() ?? []).Select(v => v.Text()).OfType<string>()];
}
