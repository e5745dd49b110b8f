using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Options, option groups and confirmation dialogs. Slack: composition objects.</summary>
internal static class OptionRules
{
    public const int MostOptions = 100;
    private const int LongestText = 75;
    private const int LongestValue = 75;

    /// <summary>A list of options, from one to as many as the element may have.</summary>
    public static void Options(JsonObject owner, int most, string at, BlockFindings findings, bool isPlain = true) =>
        FieldRules.List(owner, "options", (1, most), at, findings, (option, place) => Option(option, place, findings, isPlain));

    /// <summary>Options, or groups of options, but not both.</summary>
    public static void OptionsOrGroups(JsonObject owner, string at, BlockFindings findings)
    {
        if (owner["option_groups"] is null)
        {
            Options(owner, MostOptions, at, findings);
            return;
        }

        if (owner["options"] is not null)
        {
            findings.Add(at, "options and option_groups exclude each other");
        }

        FieldRules.List(owner, "option_groups", (1, MostOptions), at, findings, (group, place) =>
        {
            TextRules.Required(group, "label", LongestText, place, findings);
            Options(group, MostOptions, place, findings);
        });
    }

    public static void Option(JsonObject option, string at, BlockFindings findings, bool isPlain = true)
    {
        FieldRules.Only(option, ["text", "value", "description", "url"], at, findings);
        TextRules.Required(option, "text", LongestText, at, findings, isPlain);
        TextRules.RequiredString(option, "value", LongestValue, at, findings);
        TextRules.Optional(option, "description", LongestText, at, findings, isPlain);
    }

    /// <summary>An initial choice must be one of the options, to the letter.</summary>
    public static void Initial(JsonObject element, string at, BlockFindings findings)
    {
        var offered = element.Objects("options").Concat(element.Objects("option_groups").SelectMany(g => g.Objects("options"))).ToList();
        var chosen = element.Objects("initial_options");
        if (element["initial_option"] is JsonObject one)
        {
            chosen = chosen.Append(one);
        }

        if (chosen.Any(choice => !offered.Exists(option => JsonNode.DeepEquals(option, choice))))
        {
            findings.Add(at, "initial option must be one of the options");
        }
    }

    public static void Confirm(JsonObject owner, string at, BlockFindings findings)
    {
        if (owner["confirm"] is not { } node)
        {
            return;
        }

        if (node is not JsonObject confirm)
        {
            findings.Add($"{at}/confirm", "must provide an object");
            return;
        }

        at += "/confirm";
        FieldRules.Only(confirm, ["title", "text", "confirm", "deny", "style"], at, findings);
        TextRules.Required(confirm, "title", 100, at, findings);
        TextRules.Required(confirm, "text", 300, at, findings, isPlain: false);
        TextRules.Optional(confirm, "confirm", 30, at, findings);
        TextRules.Optional(confirm, "deny", 30, at, findings);
    }
}
