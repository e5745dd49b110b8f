using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Interactive elements: which fields each knows, and their limits. Slack: block elements.</summary>
internal static class ElementRules
{
    private static readonly string[] Common = ["type", "action_id", "confirm", "focus_on_load"];

    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["button"] = ["text", "value", "url", "style", "accessibility_label"],
        ["overflow"] = ["options"],
        ["static_select"] = ["placeholder", "options", "option_groups", "initial_option"],
        ["multi_static_select"] = ["placeholder", "options", "option_groups", "initial_options", "max_selected_items"],
        ["external_select"] = ["placeholder", "initial_option", "min_query_length"],
        ["multi_external_select"] = ["placeholder", "initial_options", "min_query_length", "max_selected_items"],
        ["users_select"] = ["placeholder", "initial_user"],
        ["multi_users_select"] = ["placeholder", "initial_users", "max_selected_items"],
        ["conversations_select"] =
            ["placeholder", "initial_conversation", "default_to_current_conversation", "response_url_enabled", "filter"],
        ["multi_conversations_select"] =
            ["placeholder", "initial_conversations", "default_to_current_conversation", "max_selected_items", "filter"],
        ["channels_select"] = ["placeholder", "initial_channel", "response_url_enabled"],
        ["multi_channels_select"] = ["placeholder", "initial_channels", "max_selected_items"],
        ["datepicker"] = ["placeholder", "initial_date"],
        ["timepicker"] = ["placeholder", "initial_time", "timezone"],
        ["datetimepicker"] = ["initial_date_time"],
        ["checkboxes"] = ["options", "initial_options"],
        ["radio_buttons"] = ["options", "initial_option"],
        ["plain_text_input"] = ["placeholder", "initial_value", "multiline", "min_length", "max_length", "dispatch_action_config"],
        ["rich_text_input"] = ["placeholder", "initial_value", "dispatch_action_config"],
        ["email_text_input"] = ["placeholder", "initial_value", "dispatch_action_config"],
        ["url_text_input"] = ["placeholder", "initial_value", "dispatch_action_config"],
        ["number_input"] = ["placeholder", "initial_value", "is_decimal_allowed", "min_value", "max_value", "dispatch_action_config"],
        ["file_input"] = ["filetypes", "max_files"],
    };

    /// <summary>Fields to type into stand in input blocks only.</summary>
    public static bool IsTyped(string type) => type.EndsWith("_input", StringComparison.Ordinal);

    /// <summary>What only acts has no place in an input block.</summary>
    public static bool OnlyActs(string type) => !BlockElements.KeepsState(type);

    public static void Check(JsonObject element, string at, BlockFindings findings)
    {
        var type = element.Text("type") ?? "";
        if (!Fields.TryGetValue(type, out var fields))
        {
            findings.Add(at, $"unsupported type: {type}");
            return;
        }

        FieldRules.Only(element, [.. Common, .. fields], at, findings);
        TextRules.String(element, "action_id", 255, at, findings);
        TextRules.Optional(element, "placeholder", 150, at, findings);
        OptionRules.Confirm(element, at, findings);
        CheckOwn(element, type, at, findings);
    }

    private static void CheckOwn(JsonObject element, string type, string at, BlockFindings findings)
    {
        switch (type)
        {
            case "button":
                Button(element, at, findings);
                break;
            case "overflow":
                OptionRules.Options(element, 5, at, findings);
                break;
            case "static_select" or "multi_static_select":
                OptionRules.OptionsOrGroups(element, at, findings);
                OptionRules.Initial(element, at, findings);
                break;
            case "checkboxes" or "radio_buttons":
                OptionRules.Options(element, 10, at, findings, isPlain: false);
                OptionRules.Initial(element, at, findings);
                break;
            case "plain_text_input":
                Lengths(element, at, findings);
                break;
            case "number_input" when element["is_decimal_allowed"] is null:
                findings.Add(at, "missing required field: is_decimal_allowed");
                break;
        }
    }

    private static void Button(JsonObject button, string at, BlockFindings findings)
    {
        TextRules.Required(button, "text", 75, at, findings);
        TextRules.String(button, "value", 2000, at, findings);
        TextRules.String(button, "url", 3000, at, findings);
        if (button["style"] is { } style && style.AsText() is not ("primary" or "danger"))
        {
            findings.Add($"{at}/style", "must be a valid enum value: primary, danger");
        }
    }

    private static void Lengths(JsonObject input, string at, BlockFindings findings)
    {
        foreach (var key in (ReadOnlySpan<string>)["min_length", "max_length"])
        {
            if (input.Number(key) is < 0 or > 3000)
            {
                findings.Add($"{at}/{key}", "must be between 0 and 3000");
            }
        }

        TextRules.String(input, "initial_value", input.Number("max_length") ?? 3000, at, findings);
    }
}
