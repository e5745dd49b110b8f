using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Which fields an object may have, and how many items a list.</summary>
internal static class FieldRules
{
    /// <summary>Slack refuses fields that it does not know; a misspelt one would otherwise be missed in silence.</summary>
    public static void Only(JsonObject owner, IReadOnlyCollection<string> known, string at, BlockFindings findings)
    {
        foreach (var (key, _) in owner.Where(field => !known.Contains(field.Key)))
        {
            findings.Add(at, $"invalid additional property: {key}");
        }
    }

    /// <summary>A list of objects; each is given to <paramref name="each"/> with its place.</summary>
    public static void List(
        JsonObject owner, string key, (int Least, int Most) count, string at, BlockFindings findings, Action<JsonObject, string> each)
    {
        if (owner[key] is not JsonArray items)
        {
            findings.Add(at, $"missing required field: {key}");
            return;
        }

        Count(items, count, $"{at}/{key}", findings);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is JsonObject item)
            {
                each(item, $"{at}/{key}/{i}");
            }
            else
            {
                findings.Add($"{at}/{key}/{i}", "must provide an object");
            }
        }
    }

    public static void Count(JsonArray items, (int Least, int Most) count, string at, BlockFindings findings)
    {
        if (items.Count < count.Least)
        {
            findings.Add(at, $"no fewer than {count.Least} items allowed");
        }
        else if (items.Count > count.Most)
        {
            findings.Add(at, $"no more than {count.Most} items allowed");
        }
    }
}
