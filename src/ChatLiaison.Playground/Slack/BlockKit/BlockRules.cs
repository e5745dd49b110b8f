using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>The blocks: which fields each knows, their limits, and on which surface they may stand. Slack: Block Kit blocks.</summary>
internal static class BlockRules
{
    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["section"] = ["text", "fields", "accessory", "expand"],
        ["header"] = ["text"],
        ["divider"] = [],
        ["context"] = ["elements"],
        ["actions"] = ["elements"],
        ["input"] = ["label", "element", "dispatch_action", "hint", "optional"],
        ["image"] = ["image_url", "alt_text", "title", "slack_file"],
        ["rich_text"] = ["elements"],
        ["markdown"] = ["text"],
        ["table"] = ["rows", "column_settings"],
        ["file"] = ["external_id", "source"],
        ["video"] =
            [
                "alt_text", "author_name", "description", "provider_icon_url", "provider_name", "title", "title_url", "thumbnail_url",
                "video_url",
            ],
    };

    public static void Check(JsonObject block, bool isMessage, string at, BlockFindings findings)
    {
        var type = block.Text("type") ?? "";
        if (!Fields.TryGetValue(type, out var fields) || (!isMessage && OnlyInMessages(type)))
        {
            findings.Add(at, $"unsupported type: {type}");
            return;
        }

        FieldRules.Only(block, ["type", "block_id", .. fields], at, findings);
        TextRules.String(block, "block_id", 255, at, findings);
        switch (type)
        {
            case "section":
                Section(block, at, findings);
                break;
            case "header":
                TextRules.Required(block, "text", 150, at, findings);
                break;
            case "context":
                FieldRules.List(block, "elements", (1, 10), at, findings, (e, place) => ContextElement(e, place, findings));
                break;
            case "actions":
                FieldRules.List(block, "elements", (1, 25), at, findings, (e, place) => ActionElement(e, place, findings));
                break;
            case "input":
                Input(block, isMessage, at, findings);
                break;
            case "image":
                Image(block, at, findings);
                break;
            case "markdown":
                TextRules.RequiredString(block, "text", 12000, at, findings);
                break;
            case "table":
                FieldRules.Count(block["rows"] as JsonArray ?? [], (1, 100), $"{at}/rows", findings);
                break;
        }
    }

    private static bool OnlyInMessages(string type) => type is "markdown" or "table" or "file";

    private static void Section(JsonObject block, string at, BlockFindings findings)
    {
        if (block["text"] is null && block["fields"] is null)
        {
            findings.Add(at, "missing required field: text or fields");
        }

        TextRules.Optional(block, "text", 3000, at, findings, isPlain: false);
        if (block["fields"] is JsonArray fields)
        {
            FieldRules.Count(fields, (1, 10), $"{at}/fields", findings);
            for (var i = 0; i < fields.Count; i++)
            {
                TextRules.Check(fields[i], 2000, $"{at}/fields/{i}", findings, isPlain: false);
            }
        }

        if (block["accessory"] is JsonObject accessory)
        {
            if (accessory.Text("type") == "image")
            {
                Image(accessory, $"{at}/accessory", findings);
            }
            else
            {
                ActionElement(accessory, $"{at}/accessory", findings);
            }
        }
    }

    private static void ContextElement(JsonObject element, string at, BlockFindings findings)
    {
        if (element.Text("type") == "image")
        {
            Image(element, at, findings);
        }
        else
        {
            TextRules.Check(element, 2000, at, findings, isPlain: false);
        }
    }

    private static void ActionElement(JsonObject element, string at, BlockFindings findings)
    {
        if (ElementRules.IsTyped(element.Text("type") ?? ""))
        {
            findings.Add(at, $"unsupported type: {element.Text("type")}");
        }
        else
        {
            ElementRules.Check(element, at, findings);
        }
    }

    private static void Input(JsonObject block, bool isMessage, string at, BlockFindings findings)
    {
        TextRules.Required(block, "label", 2000, at, findings);
        TextRules.Optional(block, "hint", 2000, at, findings);
        if (block["element"] is not JsonObject element)
        {
            findings.Add(at, "missing required field: element");
            return;
        }

        var type = element.Text("type") ?? "";
        if (ElementRules.OnlyActs(type) || (isMessage && type == "file_input"))
        {
            findings.Add($"{at}/element", $"unsupported type: {type}");
            return;
        }

        ElementRules.Check(element, $"{at}/element", findings);
    }

    private static void Image(JsonObject block, string at, BlockFindings findings)
    {
        TextRules.RequiredString(block, "alt_text", 2000, at, findings);
        TextRules.String(block, "image_url", 3000, at, findings);
        if (block["image_url"] is null && block["slack_file"] is null)
        {
            findings.Add(at, "missing required field: image_url");
        }

        if (block["title"] is JsonObject title)
        {
            TextRules.Check(title, 2000, $"{at}/title", findings, isPlain: true);
        }
    }
}
