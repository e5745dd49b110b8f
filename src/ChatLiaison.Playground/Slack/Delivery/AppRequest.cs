using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Slack;

internal enum AppRequestKind
{
    Command,
    Interaction,
    Options,
    Event,
}

/// <summary>Something for the app. <paramref name="Retry"/> is 0 the first time.</summary>
internal sealed record AppRequest(AppRequestKind Kind, JsonObject Payload, int Retry = 0, string? RetryReason = null)
{
    public string Path => Kind switch
    {
        AppRequestKind.Command => "/slack/commands",
        AppRequestKind.Interaction => "/slack/interactions",
        AppRequestKind.Options => "/slack/options",
        _ => "/slack/events",
    };

    /// <summary>The type of the Socket Mode envelope.</summary>
    public string EnvelopeType => Kind switch
    {
        AppRequestKind.Command => "slash_commands",
        AppRequestKind.Event => "events_api",
        _ => "interactive",
    };

    /// <summary>The body as HTTP carries it: events as JSON, commands as a form, the rest as JSON in a form's <c>payload</c>.</summary>
    public (string Body, string ContentType) ToHttp() => Kind switch
    {
        AppRequestKind.Event => (Payload.ToJsonString(), "application/json"),
        AppRequestKind.Command => (Form(Payload.Select(p => (p.Key, p.Value.AsText() ?? ""))), FormType),
        _ => (Form([("payload", Payload.ToJsonString())]), FormType),
    };

    public const string FormType = "application/x-www-form-urlencoded";

    private static string Form(IEnumerable<(string Key, string Value)> fields) =>
        string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
}

/// <summary>What came back from the app.</summary>
/// <param name="Status">HTTP status; null when no answer came. By Socket Mode, 200 for an acknowledgement.</param>
/// <param name="Failure">What Slack would say: <c>operation_timeout</c>, <c>dispatch_failed</c>; null when all went well.</param>
/// <param name="NoRetry">The app asked that an event not be delivered again.</param>
public sealed record AppAnswer(int? Status, string Body, string? ContentType, string? Failure, bool NoRetry = false)
{
    /// <summary>The body, if it is a JSON object and says so.</summary>
    public JsonObject? Json =>
        ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true
            ? JsonReading.ParseOrNull(Body) as JsonObject
            : null;

    internal static AppAnswer TimedOut { get; } = new(null, "", null, "operation_timeout");

    internal static AppAnswer Unreachable { get; } = new(null, "", null, "dispatch_failed");
}
