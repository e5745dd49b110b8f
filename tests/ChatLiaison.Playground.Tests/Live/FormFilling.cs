using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Tests.Live;

/// <summary>Fills in every field that must be filled in and is empty: the first choice, some words, tomorrow.</summary>
internal static class FormFilling
{
    private const string Words = "The job is being looked at.";

    public static Dictionary<string, string> OfSlack(JsonNode view)
    {
        var values = new Dictionary<string, string>();
        foreach (var block in view["blocks"]!.AsArray().OfType<JsonObject>().Where(b => (string?)b["type"] == "input" && (bool?)b["optional"] != true))
        {
            var element = block["element"]!;
            if (element["initial_value"] is not null || element["initial_option"] is not null)
            {
                continue;
            }

            values[$"{block["block_id"]}/{element["action_id"]}"] = (string)element["type"]! switch
            {
                "plain_text_input" => Words,
                "datepicker" => "2026-11-24",
                "timepicker" => "17:00",
                "datetimepicker" => "1795543200",
                _ => (string)(element["options"] ?? element["option_groups"]![0]!["options"])![0]!["value"]!,
            };
        }

        return values;
    }

    public static Dictionary<string, string> OfTeams(JsonNode card)
    {
        var values = new Dictionary<string, string>();
        foreach (var input in Inputs(card).Where(i => (bool?)i["isRequired"] == true && string.IsNullOrEmpty((string?)i["value"])))
        {
            values[(string)input["id"]!] = (string)input["type"]! switch
            {
                "Input.Text" => Words,
                "Input.Date" => "2026-11-24",
                "Input.Time" => "17:00",
                _ => (string)input["choices"]![0]!["value"]!,
            };
        }

        return values;
    }

    private static IEnumerable<JsonObject> Inputs(JsonNode? node) => node switch
    {
        JsonArray all => all.SelectMany(Inputs),
        JsonObject one when ((string?)one["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true => [one],
        JsonObject one => one.SelectMany(p => p.Value is JsonObject or JsonArray ? Inputs(p.Value) : []),
        _ => [],
    };
}
