namespace ChatLiaison.Slack;

/// <summary>How this server speaks with one Slack workspace. Set under <c>Slack:</c>; every secret comes from Slack's own app pages.</summary>
public sealed class SlackOptions
{
    /// <summary>Signs every request from Slack; found under Basic Information → App Credentials.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>Starts with <c>xoxb-</c>; may be empty only when the app is installed through <c>/slack/install</c>.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>Starts with <c>xapp-</c>; when set, Slack is read through Socket Mode and needs no public address.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>Where the Web API lives.</summary>
    public string ApiUrl { get; set; } = "https://slack.com/api/";

    /// <summary>Set together with <see cref="ClientSecret"/> to offer <c>/slack/install</c>.</summary>
    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>This server as the world sees it; names the way back from Slack's consent page. Empty: taken from the request.</summary>
    public string PublicUrl { get; set; } = "";

    internal bool OffersInstall => ClientId.Length > 0 && ClientSecret.Length > 0;

    internal Uri Api => new(ApiUrl.EndsWith('/') ? ApiUrl : ApiUrl + "/");

    /// <summary>Throws when a setting is missing or malformed; the message names the setting and the cure, never its value.</summary>
    public void Validate()
    {
        Demand(!string.IsNullOrWhiteSpace(SigningSecret), "Slack:SigningSecret is empty. Copy it from your app's Basic Information page: without it anyone could write to this server in Slack's name.");
        Demand(BotToken.Length > 0 || OffersInstall, "Slack:BotToken is empty. Copy the Bot User OAuth Token from OAuth & Permissions, or set Slack:ClientId and Slack:ClientSecret and open /slack/install.");
        Demand(BotToken.Length == 0 || BotToken.StartsWith("xox", StringComparison.Ordinal), "Slack:BotToken does not start with xoxb-. Copy the Bot User OAuth Token from OAuth & Permissions.");
        Demand(AppToken.Length == 0 || AppToken.StartsWith("xapp-", StringComparison.Ordinal), "Slack:AppToken does not start with xapp-. Create an app-level token with connections:write on Basic Information.");
        Demand(ClientId.Length > 0 == ClientSecret.Length > 0, "Slack:ClientId and Slack:ClientSecret belong together: set both or neither.");
        Demand(
            Uri.TryCreate(ApiUrl, UriKind.Absolute, out var api) && (api.Scheme == Uri.UriSchemeHttps || api.IsLoopback),
            "Slack:ApiUrl must be an absolute https address (http only on this machine); leave it out for the real Slack.");
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
