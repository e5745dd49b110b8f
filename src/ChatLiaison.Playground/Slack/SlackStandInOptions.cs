namespace ChatLiaison.Playground.Slack;

/// <summary>How the stand-in of Slack starts, and how strictly it behaves.</summary>
public sealed record SlackStandInOptions
{
    /// <summary>The clock of stamps, trigger ids, response addresses, rate limits and signatures.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The world to start with; the sample world when null.</summary>
    public SlackWorld? World { get; init; }

    /// <summary>Port on the loopback address; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Where the app under test listens; may be set later on <see cref="SlackStandIn.AppUrl"/>.</summary>
    public Uri? AppUrl { get; init; }

    public string SigningSecret { get; init; } = "standin-signing-secret";

    public string BotToken { get; init; } = "xoxb-standin-bot";

    public string AppToken { get; init; } = "xapp-standin-app";

    public string ClientId { get; init; } = "1000.2000";

    public string ClientSecret { get; init; } = "standin-client-secret";

    /// <summary>The scopes the app was granted; null grants all.</summary>
    public IReadOnlyCollection<string>? GrantedScopes { get; init; }

    /// <summary>The commands the app has registered, with their slash; null takes any.</summary>
    public IReadOnlyCollection<string>? Commands { get; init; }

    /// <summary>The event types the app has subscribed to; null subscribes to all.</summary>
    public IReadOnlyCollection<string>? Events { get; init; }

    /// <summary>Are rate limits enforced? May be changed later on <see cref="SlackStandIn"/>.</summary>
    public bool EnforceRateLimits { get; init; } = true;

    /// <summary>Does the app get its own messages back as events, as with the real one?</summary>
    public bool EchoOwnMessages { get; init; } = true;

    /// <summary>How long the app has to answer, by the wall clock.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The waits before an event is delivered again, by <see cref="Time"/>. Slack: Events API, error handling.</summary>
    public IReadOnlyList<TimeSpan> EventRetryDelays { get; init; } = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];
}
