using System.Text.Json.Nodes;

namespace ChatLiaison.Playground.Teams;

/// <summary>
/// What the connector answers. The refusals carry <c>{error:{code,message,…}}</c>.
/// Source: Teams, status codes of the bot conversation APIs.
/// </summary>
internal sealed record ConnectorAnswer(int Status, JsonNode? Body = null, TimeSpan? RetryAfter = null)
{
    public static ConnectorAnswer Unauthorized { get; } = Error(401, "Unauthorized", "The bearer token is missing, unknown or expired.");

    public static ConnectorAnswer NoConversation { get; } = Error(404, "ConversationNotFound", "Conversation not found.");

    public static ConnectorAnswer NoActivity { get; } =
        Error(404, "ActivityNotFoundInConversation", "The message id could not be found in the conversation.");

    public static ConnectorAnswer NotInRoster { get; } =
        Error(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");

    public static ConnectorAnswer NotInstalled { get; } =
        WritesBlocked("BotNotInConversationRoster", "The bot is not installed in the user's personal scope.");

    public static ConnectorAnswer BlockedByUser { get; } =
        WritesBlocked("ConversationBlockedByUser", "User blocked the conversation with the bot.");

    public static ConnectorAnswer TooBig { get; } = Error(413, "MessageSizeTooBig", "The message is too big.");

    public static ConnectorAnswer BadSyntax(string message) => Error(400, "BadSyntax", message);

    public static ConnectorAnswer Throttled(TimeSpan retryAfter) =>
        Error(429, "Throttled", "Too many requests.") with { RetryAfter = retryAfter };

    public static ConnectorAnswer Created(string id) => new(201, new JsonObject { ["id"] = id });

    public static ConnectorAnswer Error(int status, string code, string message) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    private static ConnectorAnswer WritesBlocked(string code, string message) => new(403, new JsonObject
    {
        ["error"] = new JsonObject
        {
            ["code"] = code,
            ["subCode"] = "MessageWritesBlocked",
            ["message"] = message,
            ["innerHttpError"] = new JsonObject
            {
                ["statusCode"] = 403,
                ["body"] = new JsonObject { ["subCode"] = "MessageWritesBlocked" },
            },
        },
    });
}
