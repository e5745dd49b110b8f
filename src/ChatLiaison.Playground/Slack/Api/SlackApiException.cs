using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

/// <summary>A refusal by the web API: HTTP 200 with <c>{"ok":false,"error":code}</c>, as Slack answers.</summary>
internal sealed class SlackApiException(string code, IReadOnlyList<string>? messages = null, JsonObject? more = null) : Exception(code)
{
    public string Code { get; } = code;

    public IReadOnlyList<string> Messages { get; } = messages ?? [];

    public JsonObject ToAnswer()
    {
        var answer = new JsonObject { ["ok"] = false, ["error"] = Code };
        if (Messages.Count > 0)
        {
            answer["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. Messages.Select(m => (JsonNode?)m)]) };
        }

        foreach (var (key, value) in more ?? [])
        {
            answer[key] = value?.DeepClone();
        }

        return answer;
    }

    public static SlackApiException MissingField(string name) => new("invalid_arguments", [$"[ERROR] missing required field: {name}"]);
}
