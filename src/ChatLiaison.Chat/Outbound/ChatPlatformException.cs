using NodaTime;

namespace ChatLiaison.Chat;

public enum ChatFailure
{
    /// <summary>It did not arrive; trying again later may help (rate limit, server error, no connection).</summary>
    Temporary,

    /// <summary>It may or may not have arrived (time-out or broken connection after the request went out).</summary>
    Uncertain,

    /// <summary>This person can't be written to directly: blocked, not installed, gone.</summary>
    PersonUnreachable,

    /// <summary>This channel can't be written to: gone, archived, we are not in it.</summary>
    ChannelUnreachable,

    /// <summary>The message that should be changed is no longer there.</summary>
    MessageGone,

    /// <summary>The platform will never take it: bad content, bad credentials, missing permission.</summary>
    Rejected,
}

/// <summary>The platform refused or failed. The message names the thing, the reason and the cure, and holds no secret and no customer's words.</summary>
public sealed class ChatPlatformException(ChatFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public ChatFailure Failure { get; } = failure;

    /// <summary>How long the platform asked us to wait; null when it didn't say.</summary>
    public Duration? RetryAfter { get; init; }
}
