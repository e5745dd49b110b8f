using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Slack;

/// <summary>What Slack's errors mean to the outbox, and their cure. (Slack: the errors listed with each Web API method.)</summary>
internal static class SlackFailures
{
    public static ChatPlatformException Of(string method, string error, Duration? retryAfter = null, bool toPerson = false) =>
        new(Kind(error, toPerson), $"Slack refused {method}: {error}. {Cure(error)}".TrimEnd()) { RetryAfter = retryAfter };

    private static ChatFailure Kind(string error, bool toPerson) => error switch
    {
        "ratelimited" or "rate_limited" or "internal_error" or "service_unavailable" or "request_timeout" or "team_added_to_org" => ChatFailure.Temporary,

        // Slack: fatal_error, "it's possible some aspect of the operation succeeded before the error was raised".
        "fatal_error" => ChatFailure.Uncertain,
        "message_not_found" or "cant_update_message" or "edit_window_closed" => ChatFailure.MessageGone,
        "cannot_dm_bot" or "user_not_found" or "users_not_found" or "user_not_visible" or "user_disabled" or "cannot_dm_user" => ChatFailure.PersonUnreachable,
        "account_inactive" or "channel_not_found" or "not_in_channel" or "is_archived" or "invalid_users" when toPerson => ChatFailure.PersonUnreachable,
        "channel_not_found" or "not_in_channel" or "is_archived" or "user_not_in_channel" => ChatFailure.ChannelUnreachable,
        _ => ChatFailure.Rejected,
    };

    private static string Cure(string error) => error switch
    {
        "channel_not_found" or "not_in_channel" => "Invite the bot to the channel with /invite.",
        "is_archived" => "Unarchive the channel or name another one.",
        "missing_scope" or "not_allowed_token_type" => "Reinstall the app with the scopes of the manifest.",
        "invalid_auth" or "not_authed" or "token_revoked" or "token_expired" or "account_inactive" => "Set Slack:BotToken to a token that is still valid.",
        "user_not_found" or "users_not_found" or "user_not_visible" => "Correct the person's Slack id in the directory; someone outside must share a channel with us.",
        "ratelimited" => "It is tried again later.",
        _ => "",
    };
}
