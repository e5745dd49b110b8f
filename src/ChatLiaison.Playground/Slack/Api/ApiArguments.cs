using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatLiaison.Playground.Slack;

/// <summary>
/// The arguments of one call: a JSON object where the method takes JSON, a form or the query otherwise. In a form, structures are JSON
/// in a string. A JSON body given to a method that only takes forms is not looked at, as with the real one.
/// </summary>
internal sealed class ApiArguments(JsonObject values, IReadOnlyList<string> warnings)
{
    public JsonObject Values { get; } = values;

    public IReadOnlyList<string> Warnings { get; } = warnings;

    public string? this[string key] => Values[key] switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text.Length == 0 ? null : text,
        JsonValue value => value.ToJsonString(),
        _ => null,
    };

    public string Required(string key) => this[key] ?? throw SlackApiException.MissingField(key);

    public bool Has(string key) => Values[key] is not null;

    public bool Flag(string key) => this[key] is "true" or "1";

    public int Count(string key, int otherwise, int most) =>
        int.TryParse(this[key], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? Math.Min(n, most) : otherwise;

    /// <summary>
    /// A structure, or null when there is none. Text that is not JSON, or JSON of another kind, is refused with the code given.
    /// </summary>
    public T? Structure<T>(string key, string refusal)
        where T : JsonNode
    {
        var node = Values[key];
        if (node.AsText() is { } text)
        {
            node = text.Length == 0 ? null : JsonReading.ParseOrNull(text) ?? throw new SlackApiException(refusal);
        }

        return node is null or T ? (T?)node : throw new SlackApiException(refusal);
    }

    public static async Task<ApiArguments> ReadAsync(HttpRequest request, bool takesJson)
    {
        var values = new JsonObject();
        foreach (var (key, value) in request.Query)
        {
            values[key] = value.ToString();
        }

        if (request.HasFormContentType)
        {
            foreach (var (key, value) in await request.ReadFormAsync(request.HttpContext.RequestAborted))
            {
                values[key] = value.ToString();
            }

            return new ApiArguments(values, []);
        }

        var type = request.ContentType ?? "";
        if (!type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return new ApiArguments(values, []);
        }

        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        if (!takesJson)
        {
            return new ApiArguments(values, []);
        }

        string[] warnings = type.Contains("charset", StringComparison.OrdinalIgnoreCase) ? [] : ["missing_charset"];
        return body.Length == 0 ? new ApiArguments(values, warnings) : JsonReading.ParseOrNull(body) switch
        {
            JsonObject o => new ApiArguments(o, warnings),
            null => throw new SlackApiException("invalid_json"),
            _ => throw new SlackApiException("json_not_object"),
        };
    }
}
