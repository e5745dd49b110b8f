using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChatLiaison.Playground.Teams;

/// <summary>What no schema says: ids that meet, versions, buttons that lead nowhere. Expects a card of the right shape.</summary>
internal static class AdaptiveCardSense
{
    private static readonly string[] Versions = ["1.0", "1.1", "1.2", "1.3", "1.4", "1.5"];

    public static IReadOnlyList<string> Faults(JsonElement card)
    {
        JsonElement[] inputs = [.. AdaptiveCardTree.Cards(card).SelectMany(AdaptiveCardTree.Inputs)];
        CardButton[] buttons = [.. AdaptiveCardTree.Buttons(card)];
        return [.. VersionFaults(card, buttons), .. inputs.SelectMany(InputFaults), .. IdFaults(card, inputs), .. buttons.SelectMany(ButtonFaults)];
    }

    private static IEnumerable<string> VersionFaults(JsonElement card, CardButton[] buttons)
    {
        var version = card.Text("version");
        if (!Versions.Contains(version, StringComparer.Ordinal))
        {
            yield return $"card: version {version ?? "(none)"} is not one of 1.0 to 1.5";
            yield break;
        }

        if (string.CompareOrdinal(version, "1.4") < 0 && buttons.Any(button => button.Type == "Action.Execute"))
        {
            yield return $"card: Action.Execute needs version 1.4, not {version}";
        }

        if (version != "1.5" && AdaptiveCardTree.Elements(card).Any(element => element.Text("type") == "Table"))
        {
            yield return $"card: Table needs version 1.5, not {version}";
        }
    }

    private static IEnumerable<string> IdFaults(JsonElement card, JsonElement[] inputs)
    {
        var ids = AdaptiveCardTree.Cards(card).SelectMany(AdaptiveCardTree.Elements)
            .Select(element => element.Text("id")).OfType<string>().ToList();
        foreach (var twice in ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"card: the id {twice.Key} is used {twice.Count()} times";
        }

        var inputIds = inputs.Select(input => input.Text("id")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var button in AdaptiveCardTree.Buttons(card))
        {
            if (button.Action.Member("data") is { ValueKind: JsonValueKind.Object } data)
            {
                foreach (var key in data.EnumerateObject().Select(pair => pair.Name).Where(inputIds.Contains))
                {
                    yield return $"button {button.Title}: the data key {key} is also the id of an input, which would overwrite it";
                }
            }

            foreach (var target in button.Action.Items("targetElements").Select(TargetOf).Where(target => !ids.Contains(target)))
            {
                yield return $"button {button.Title}: there is no element {target} to show or hide";
            }
        }
    }

    private static IEnumerable<string> InputFaults(JsonElement input)
    {
        var id = input.Text("id");
        if (string.IsNullOrEmpty(id))
        {
            yield return $"{input.Text("type")}: an input needs an id";
        }

        if (input.Text("regex") is { } pattern && !IsPattern(pattern))
        {
            yield return $"input {id}: the regex is malformed";
        }

        if (input.Text("type") == "Input.ChoiceSet")
        {
            var values = input.Items("choices").Select(choice => choice.Text("value")).ToList();
            if (values.Count == 0 && input.Member("choices.data") is null)
            {
                yield return $"input {id}: a choice set needs choices";
            }

            if (values.Distinct(StringComparer.Ordinal).Count() != values.Count)
            {
                yield return $"input {id}: two choices have the same value";
            }

            if (input.IsTrue("isMultiSelect") && values.Any(value => value!.Contains(',', StringComparison.Ordinal)))
            {
                yield return $"input {id}: a comma in a value cannot be told from the comma between values";
            }
        }
    }

    private static IEnumerable<string> ButtonFaults(CardButton button)
    {
        if (button.Type == "Action.Execute" && string.IsNullOrEmpty(button.Verb))
        {
            yield return $"button {button.Title}: Action.Execute needs a verb";
        }

        if (button.Type == "Action.OpenUrl" && !Uri.TryCreate(button.Action.Text("url"), UriKind.Absolute, out _))
        {
            yield return $"button {button.Title}: the url is not absolute";
        }
    }

    private static string TargetOf(JsonElement target) =>
        (target.ValueKind == JsonValueKind.String ? target.GetString() : target.Text("elementId")) ?? "(none)";

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
