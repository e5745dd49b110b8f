namespace ChatLiaison.Playbook;

/// <summary>Reads <c>scenarios.yaml</c>; a team's scenario replaces the built-in one of the same key, part by part.</summary>
/// <param name="types">The case types that may be named: the team's, and the built-in ones that the built-in scenarios name.</param>
internal sealed class ScenariosFile(YamlMap file, IReadOnlyList<CaseType> types)
{
    private static readonly Dictionary<string, bool> YesNo = new(StringComparer.Ordinal) { ["true"] = true, ["false"] = false };

    public static IReadOnlyList<string> Moods { get; } = ["calm", "worried", "frustrated", "angry", "at risk of leaving"];

    public IReadOnlyDictionary<string, Scenario> Read()
    {
        file.AllowOnly("scenarios");
        var found = new Dictionary<string, Scenario>(StringComparer.Ordinal);
        var all = file.Map("scenarios");
        foreach (var key in all.Keys)
        {
            if (Read(key, all.Map(key)) is { } scenario)
            {
                found[key] = scenario;
            }
        }

        return found;
    }

    private Scenario? Read(string key, YamlMap map)
    {
        map.AllowOnly("title", "suggest", "end", "steps");
        var title = map.Need("title", "It's not a bug")?.Text();
        var end = map.Need("end", "agreement");
        var steps = Steps(map.Need("steps", "a list of steps"));
        var suggest = Signs(map.Map("suggest"));
        if (title is null || end?.Text() is not { } last || steps.Count == 0)
        {
            if (steps.Count == 0)
            {
                map.Wrong($"The scenario '{key}' has no steps. Write at least one under steps instead.");
            }

            return null;
        }

        var scenario = new Scenario(key, title, last, steps) { Suggest = suggest };
        if (!scenario.Steps[^1].Ask.Any(q => q.Key == last))
        {
            end.Wrong($"The last step of '{key}' asks nothing called '{last}'. Write the key of one of its questions, or add - {{ key: {last}, question: … }} to it, instead.");
        }

        return scenario;
    }

    private ScenarioSigns Signs(YamlMap map)
    {
        map.AllowOnly("types", "triggers", "moods", "owner_away");
        return new(
            Known(map, "types", "a case type", [.. types.Select(t => t.Key).Distinct(StringComparer.Ordinal)]),
            Known(map, "triggers", "a reason to escalate", [.. EscalationEvents.All]),
            Known(map, "moods", "a mood", Moods),
            map.Find("owner_away")?.OneOf("true or false", YesNo) ?? false);
    }

    private static List<string> Known(YamlMap map, string key, string what, IReadOnlyList<string> known)
    {
        var found = new List<string>();
        foreach (var item in map.Find(key)?.List() ?? [])
        {
            if (item.Text() is { } word)
            {
                found.Add(word);
                if (!known.Contains(word))
                {
                    item.Wrong($"'{word}' is not {what}. Write {Words.Either(known)} instead.");
                }
            }
        }

        return found;
    }

    private static List<ScenarioStep> Steps(YamlValue? value)
    {
        var steps = new List<ScenarioStep>();
        var known = new HashSet<string>(ScriptSlots.Common, StringComparer.Ordinal);
        foreach (var item in value?.List() ?? [])
        {
            if (item.Map() is { } map && Step(item, map, known) is { } step)
            {
                if (steps.Exists(s => s.Key == step.Key))
                {
                    item.Wrong($"The step '{step.Key}' stands here a second time. Write another key instead.");
                }

                steps.Add(step);
            }
        }

        return steps;
    }

    /// <param name="known">What phrases may name so far: the common slots, and the answers to the questions up to here.</param>
    private static ScenarioStep? Step(YamlValue at, YamlMap map, HashSet<string> known)
    {
        map.AllowOnly("key", "title", "guide", "must", "ask", "say", "promise", "meeting");
        var key = map.Need("key", "evidence")?.Text();
        var title = map.Need("title", "Evidence")?.Text();
        var questions = (map.Find("ask")?.List() ?? []).Select(q => Question(q, known)).OfType<ScenarioQuestion>().ToList();
        var say = new List<Script>();
        foreach (var phrase in map.Find("say")?.List() ?? [])
        {
            if (phrase.Text() is { } text)
            {
                say.Add(Checked(phrase, key ?? "", text, known));
            }
        }

        if (questions.Count + say.Count == 0)
        {
            at.Wrong("This step neither asks nor says anything. Write a question under ask, or a phrase under say, instead.");
        }

        return key is null || title is null ? null
            : new ScenarioStep(key, title, map.Find("guide")?.Text() ?? "", questions, say) 
            {
                Must = map.Find("must")?.OneOf("true or false", YesNo) ?? false,
                Promise = Promise(map, questions, known),
                Meeting = Meeting(map, questions),
            };
    }

    private static ScenarioQuestion? Question(YamlValue item, HashSet<string> known)
    {
        if (item.Map() is not { } map)
        {
            return null;
        }

        map.AllowOnly("key", "question", "choices", "many", "moment", "person", "files", "needed");
        if (map.Need("key", "expected")?.Text() is not { } key || map.Need("question", "What did they expect?")?.Text() is not { } text)
        {
            return null;
        }

        if (!known.Add(key))
        {
            item.Wrong($"'{key}' is taken already, by a question before or by a slot that every phrase has. Write another key instead.");
        }

        var files = map.Find("files")?.OneOf("true or false", YesNo) ?? false;
        return new ScenarioQuestion(key, text)
        {
            Choices = [.. (map.Find("choices")?.List() ?? []).Select(c => c.Text()).OfType<string>()],
            Files = files,
            Many = files || (map.Find("many")?.OneOf("true or false", YesNo) ?? false),
            Moment = map.Find("moment")?.OneOf("true or false", YesNo) ?? false,
            Person = map.Find("person")?.OneOf("true or false", YesNo) ?? false,
            Needed = map.Find("needed")?.OneOf("true or false", YesNo) ?? false,
        };
    }

    private static ScenarioPromise? Promise(YamlMap step, IReadOnlyList<ScenarioQuestion> questions, HashSet<string> known)
    {
        if (step.Find("promise") is not { } value || value.Map() is not { } map)
        {
            return null;
        }

        map.AllowOnly("what", "within", "by", "owner");
        var what = map.Need("what", "Call them back.");
        var within = map.Find("within")?.Duration();
        var by = map.Find("by")?.Text() ?? "";
        if ((within is null || by.Length > 0) && !questions.Any(q => q.Key == by && q.Moment && (q.Needed || within is not null)))
        {
            value.Wrong(by.Length > 0
                ? $"'{by}' names no question that gives this promise a time. Write the key of one of this step with moment: true and needed: true, or within: 2h, instead."
                : "This promise has no time. Write within: 2h, or by: and the key of a question of this step with moment: true, instead.");
        }

        var owner = map.Find("owner");
        if (owner?.Text() is { } who && !questions.Any(q => q.Key == who && q.Person))
        {
            owner.Wrong($"'{who}' asks for none of your people. Write the key of a question of this step with person: true, or leave owner out, instead.");
        }

        return what?.Text() is { } text ? new ScenarioPromise(Checked(what, "promise", text, known), within, by, owner?.Text() ?? "") : null;
    }

    private static ScenarioMeeting? Meeting(YamlMap step, IReadOnlyList<ScenarioQuestion> questions)
    {
        if (step.Find("meeting") is not { } value || value.Map() is not { } map)
        {
            return null;
        }

        map.AllowOnly("kind", "at", "link", "recorded");
        var kind = map.Need("kind", "session");
        if (kind?.Text() is { } word && !ScenarioMeeting.Kinds.Contains(word))
        {
            kind.Wrong($"'{word}' is no kind of meeting. Write {Words.Either(ScenarioMeeting.Kinds)} instead.");
        }

        var at = map.Need("at", "session");
        if (at?.Text() is { } when && !questions.Any(q => q.Key == when && q is { Moment: true, Needed: true }))
        {
            at.Wrong($"'{when}' names no question that gives this meeting a time. Write the key of one of this step with moment: true and needed: true instead.");
        }

        foreach (var other in new[] { map.Find("link"), map.Find("recorded") }.OfType<YamlValue>())
        {
            if (other.Text() is { } key && !questions.Any(q => q.Key == key))
            {
                other.Wrong($"This step asks nothing called '{key}'. Write the key of one of its questions, or leave it out, instead.");
            }
        }

        return new ScenarioMeeting(kind?.Text() ?? "", at?.Text() ?? "", map.Find("link")?.Text() ?? "", map.Find("recorded")?.Text() ?? "");
    }

    private static Script Checked(YamlValue at, string key, string text, HashSet<string> known)
    {
        var script = new Script(key, "", text);
        foreach (var slot in script.Slots.Where(s => !known.Contains(s)))
        {
            at.Wrong($"Nothing fills {{{slot}}}. Write {Words.Either(known.Order(StringComparer.Ordinal).Select(k => $"{{{k}}}"))}, or ask for it in this step or before, instead.");
        }

        return script;
    }
}
