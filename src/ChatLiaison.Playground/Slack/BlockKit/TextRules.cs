using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Limits of strings and of text objects.</summary>
internal static class TextRules
{
    /// <summary>A required text object, <c>plain_text</c> only where Slack says so.</summary>
    public static void Required(JsonObject owner, string key, int most, string at, BlockFindings findings, bool isPlain = true)
    {
        if (owner[key] is null)
        {
            findings.Add(at, $"missing required field: {key}");
            return;
        }

        Optional(owner, key, most, at, findings, isPlain);
    }

    public static void Optional(JsonObject owner, string key, int most, string at, BlockFindings findings, bool isPlain = true)
    {
        if (owner[key] is { } node)
        {
            Check(node, most, $"{at}/{key}", findings, isPlain);
        }
    }

    public static void Check(JsonNode? node, int most, string at, BlockFindings findings, bool isPlain)
    {
        if (node is not JsonObject text)
        {
            findings.Add(at, "must provide an object");
            return;
        }

        var type = text.Text("type");
        if (type != "plain_text" && (isPlain || type != "mrkdwn"))
        {
            findings.Add($"{at}/type", isPlain ? "must be of type plain_text" : "must be of type plain_text or mrkdwn");
        }

        FieldRules.Only(text, type == "mrkdwn" ? ["type", "text", "verbatim"] : ["type", "text", "emoji"], at, findings);
        Length(text.Text("text"), 1, most, $"{at}/text", findings);
    }

    /// <summary>A plain string that may be left out.</summary>
    public static void String(JsonObject owner, string key, int most, string at, BlockFindings findings)
    {
        if (owner[key] is { } node)
        {
            Length(node.AsText(), 0, most, $"{at}/{key}", findings);
        }
    }

    public static void RequiredString(JsonObject owner, string key, int most, string at, BlockFindings findings)
    {
        if (owner[key] is null)
        {
            findings.Add(at, $"missing required field: {key}");
            return;
        }

        Length(owner.Text(key), 1, most, $"{at}/{key}", findings);
    }

    private static void Length(string? text, int least, int most, string at, BlockFindings findings)
    {
        if (text is null)
        {
            findings.Add(at, "must provide a string");
        }
        else if (text.Length < least)
        {
            findings.Add(at, $"must be more than {least - 1} characters");
        }
        else if (text.Length > most)
        {
            findings.Add(at, $"must be less than {most + 1} characters");
        }
    }
}
