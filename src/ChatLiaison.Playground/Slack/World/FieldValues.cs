using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>The shapes of <c>state.values</c>, one a kind of element. Slack: @slack/types, view state.</summary>
internal static class FieldValues
{
    /// <summary>What a view shows before anybody has typed: each element's initial value, or its empty shape.</summary>
    public static ImmutableDictionary<SlackFieldKey, JsonObject> Initial(JsonArray? blocks) =>
        BlockElements.In(blocks).Where(e => BlockElements.KeepsState(e.Type))
            .DistinctBy(e => e.Key).ToImmutableDictionary(e => e.Key, e => InitialOf(e.Element, e.Type));

    /// <summary>The property that carries the value of an element of this type.</summary>
    public static string Property(string type) => type switch
    {
        "static_select" or "external_select" or "radio_buttons" or "overflow" => "selected_option",
        "multi_static_select" or "multi_external_select" or "checkboxes" => "selected_options",
        "users_select" => "selected_user",
        "multi_users_select" => "selected_users",
        "conversations_select" => "selected_conversation",
        "multi_conversations_select" => "selected_conversations",
        "channels_select" => "selected_channel",
        "multi_channels_select" => "selected_channels",
        "datepicker" => "selected_date",
        "timepicker" => "selected_time",
        "datetimepicker" => "selected_date_time",
        "file_input" => "files",
        "rich_text_input" => "rich_text_value",
        _ => "value",
    };

    public static bool IsMany(string type) => Property(type) is "selected_options" or "selected_users" or "selected_conversations"
        or "selected_channels" or "files";

    public static bool HasOptions(string type) => Property(type) is "selected_option" or "selected_options";

    public static JsonObject Shape(string type, JsonNode? value) => new() { ["type"] = type, [Property(type)] = value };

    public static bool IsEmpty(JsonObject state) => state[Property(state.Text("type") ?? "")] switch
    {
        null => true,
        JsonArray items => items.Count == 0,
        JsonValue value => value.TryGetValue<string>(out var text) && text.Length == 0,
        _ => false,
    };

    /// <summary>The whole state as a payload carries it: block id, then action id, then the value.</summary>
    public static JsonObject ToState(ImmutableDictionary<SlackFieldKey, JsonObject> typed)
    {
        var values = new JsonObject();
        foreach (var (key, value) in typed.OrderBy(t => t.Key.BlockId, StringComparer.Ordinal))
        {
            var block = values[key.BlockId] as JsonObject;
            if (block is null)
            {
                values[key.BlockId] = block = [];
            }

            block[key.ActionId] = value.DeepClone();
        }

        return new JsonObject { ["values"] = values };
    }

    private static JsonObject InitialOf(JsonObject element, string type)
    {
        var initial = Property(type) switch
        {
            "selected_option" => "initial_option",
            "selected_options" => "initial_options",
            "value" => "initial_value",
            var property => property.Replace("selected_", "initial_", StringComparison.Ordinal),
        };
        var value = element[initial]?.DeepClone();
        return Shape(type, value ?? (IsMany(type) ? new JsonArray() : null));
    }
}
