using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>Turns what a test or a page says into the shape that Slack sends for an element.</summary>
internal static class FieldFilling
{
    /// <param name="value">Text, a number, a time, several texts, or null to clear.</param>
    /// <param name="offered">What an external select offers.</param>
    public static JsonObject Fill(PlacedElement element, object? value, IReadOnlyList<SlackSuggestion> offered)
    {
        if (value is null or "")
        {
            return FieldValues.Shape(element.Type, FieldValues.IsMany(element.Type) ? new JsonArray() : null);
        }

        if (FieldValues.HasOptions(element.Type))
        {
            var options = Texts(value).Select(text => (JsonNode?)OptionFor(element, text, offered)).ToArray();
            return FieldValues.Shape(element.Type, FieldValues.IsMany(element.Type) ? new JsonArray(options) : options[0]);
        }

        JsonNode? filled = element.Type switch
        {
            "datetimepicker" => value is DateTimeOffset at ? at.ToUnixTimeSeconds() : Convert.ToInt64(value, CultureInfo.InvariantCulture),
            "rich_text_input" => RichText(Texts(value)[0]),
            "file_input" => new JsonArray([.. Texts(value).Select(id => (JsonNode?)new JsonObject { ["id"] = id })]),
            _ when FieldValues.IsMany(element.Type) => ApiJson.Texts(Texts(value)),
            _ => Texts(value)[0],
        };
        return FieldValues.Shape(element.Type, filled);
    }

    public static IReadOnlyList<string> Texts(object value) => value switch
    {
        string text => [text],
        IEnumerable<string> texts => [.. texts],
        IFormattable formattable => [formattable.ToString(null, CultureInfo.InvariantCulture)],
        _ => [value.ToString() ?? ""],
    };

    private static JsonObject OptionFor(PlacedElement element, string wanted, IReadOnlyList<SlackSuggestion> offered)
    {
        if (offered.FirstOrDefault(o => o.Value == wanted || o.Text.Contains(wanted, StringComparison.OrdinalIgnoreCase)) is { } suggestion)
        {
            return new JsonObject
            {
                ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = suggestion.Text }, ["value"] = suggestion.Value,
            };
        }

        var options = element.Element.Objects("options")
            .Concat(element.Element.Objects("option_groups").SelectMany(g => g.Objects("options"))).ToList();
        var option = options.Find(o => o.Text("value") == wanted) ?? options.Find(o => o["text"].Text("text") == wanted);
        return (JsonObject?)option?.DeepClone() ?? throw new SlackRefusalException(
            SlackRefusal.NoSuchOption,
            $"'{wanted}' is none of {string.Join(", ", options.Select(o => o.Text("value")))} in '{element.Label}'");
    }

    private static JsonObject RichText(string text) => new()
    {
        ["type"] = "rich_text",
        ["elements"] = new JsonArray(new JsonObject
        {
            ["type"] = "rich_text_section",
            ["elements"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }),
        }),
    };
}
