using System.Globalization;
using System.Text.Json;
using ChatLiaison.Chat;
using NodaTime;
using NodaTime.Text;

namespace ChatLiaison.Slack;

/// <summary>Reads what a modal holds: <c>state.values[block][action]</c>, where the block's id is the field's id. (Slack: view submission payloads.)</summary>
internal static class SlackFormReader
{
    public static FormValues Values(JsonElement view)
    {
        if (view.At("state", "values") is not { ValueKind: JsonValueKind.Object } blocks)
        {
            return FormValues.None;
        }

        var values = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var block in blocks.EnumerateObject())
        {
            if (block.Value.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            foreach (var element in block.Value.EnumerateObject())
            {
                values[block.Name] = [.. Of(element.Value).Where(v => v.Length > 0)];
            }
        }

        return new FormValues(values);
    }

    private static IEnumerable<string> Of(JsonElement element) => element.Text("type") switch
    {
        "plain_text_input" or "email_text_input" or "url_text_input" or "number_input" => One(element.Text("value")),
        "static_select" or "external_select" or "radio_buttons" => One(element.Text("selected_option", "value")),
        "multi_static_select" or "multi_external_select" or "checkboxes" => element.List("selected_options").SelectMany(o => One(o.Text("value"))),
        "datetimepicker" => Moment(element.At("selected_date_time")),
        "file_input" => element.List("files").SelectMany(f => One(f.FirstText("permalink", "url_private", "id"))),
        _ => [],
    };

    private static IEnumerable<string> One(string? value) => value is { Length: > 0 } ? [value] : [];

    private static IEnumerable<string> Moment(JsonElement seconds)
    {
        var known = seconds.ValueKind switch
        {
            JsonValueKind.Number => seconds.TryGetInt64(out var number) ? number : (long?)null,
            JsonValueKind.String => long.TryParse(seconds.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            _ => null,
        };
        return known is { } at and > -62_135_596_800 and < 253_402_300_800
            ? [InstantPattern.ExtendedIso.Format(Instant.FromUnixTimeSeconds(at))]
            : [];
    }
}
