namespace ChatLiaison.Server.Settings;

/// <summary>Slack:* ; Slack is on as soon as any of its secrets is set, and then all it needs has to be there.</summary>
internal static class SlackReader
{
    private const string SigningSecret = "Slack:SigningSecret";
    private const string BotToken = "Slack:BotToken";
    private const string AppToken = "Slack:AppToken";
    private const string ClientId = "Slack:ClientId";
    private const string ClientSecret = "Slack:ClientSecret";

    private const string TokenPage = "copy it from the Slack app's page \"OAuth & Permissions\"";

    public static bool IsMentioned(SettingValues values) => values.IsPresent(SigningSecret) || values.IsPresent(BotToken) || values.IsPresent(AppToken);

    public static SlackSettings? Read(SettingValues values)
    {
        var apiUrl = values.Url("Slack:ApiUrl", endInSlash: true) ?? SlackSettings.DefaultApiUrl;
        if (!IsMentioned(values))
            return null;
        return new()
        {
            SigningSecret = values.Needed(SigningSecret, "copy it from the Slack app's page \"Basic Information\", App Credentials"),
            BotToken = Installs(values)
                ? values.Token(BotToken, "xoxb-", TokenPage) ?? ""
                : values.NeededToken(BotToken, "xoxb-", TokenPage),
            AppToken = values.Token(AppToken, "xapp-", "make one on the Slack app's page \"Basic Information\", App-Level Tokens, with connections:write; or remove it"),
            ApiUrl = apiUrl,
            ClientId = Installs(values) ? values.Needed(ClientId, "copy it from the Slack app's page \"Basic Information\"") : null,
            ClientSecret = Installs(values) ? values.Needed(ClientSecret, "copy it from the Slack app's page \"Basic Information\"") : null,
        };
    }

    /// <summary>The app is installed by its page /slack/install, which brings the token.</summary>
    private static bool Installs(SettingValues values) => values.IsPresent(ClientId) || values.IsPresent(ClientSecret);
}
