namespace ChatLiaison.Server.Settings;

/// <summary>What Slack gives for an app; all of it secret but the address.</summary>
public sealed record SlackSettings
{
    public static readonly Uri DefaultApiUrl = new("https://slack.com/api/");

    /// <summary>Proves that a request comes from Slack; never empty.</summary>
    public required string SigningSecret { get; init; }

    /// <summary>xoxb-…; may be empty when the app is installed by /slack/install.</summary>
    public required string BotToken { get; init; }

    /// <summary>xapp-…; null: no Socket Mode, Slack calls the server's public address.</summary>
    public string? AppToken { get; init; }

    /// <summary>The Web API, with a slash at its end.</summary>
    public required Uri ApiUrl { get; init; }

    /// <summary>With <see cref="ClientSecret"/>: offers /slack/install. Null: the app is installed by its token.</summary>
    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }
}
