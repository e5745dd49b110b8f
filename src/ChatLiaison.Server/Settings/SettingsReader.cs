namespace ChatLiaison.Server.Settings;

/// <summary>Reads the settings; a pure function of the configuration and the environment's name.</summary>
public static class SettingsReader
{
    private const string DefaultDataPath = ".data";

    /// <param name="environmentName">"Development" allows the playground and the unauthenticated bot.</param>
    /// <param name="contentRoot">What relative paths start from.</param>
    public static ServerSettings Read(IConfiguration configuration, string environmentName, string contentRoot)
    {
        var values = new SettingValues(configuration);
        var isDevelopment = string.Equals(environmentName, Environments.Development, StringComparison.OrdinalIgnoreCase);
        var settings = new ServerSettings
        {
            ConnectionString = ReadConnectionString(values),
            Slack = SlackReader.Read(values),
            Teams = TeamsReader.Read(values, isDevelopment),
            PlaybookPath = values.Text("Playbook:Path") is { } playbook ? Path.GetFullPath(playbook, contentRoot) : null,
            PublicUrl = values.Url("Server:PublicUrl"),
            HooksSecret = ReadHooksSecret(values),
            DataPath = Path.GetFullPath(values.Text("Data:Path") ?? DefaultDataPath, contentRoot),
        };

        var isConfigured = SlackReader.IsMentioned(values) || TeamsReader.IsMentioned(values);
        if (!isConfigured && !isDevelopment)
            values.Problem("Slack:SigningSecret", "neither Slack nor Teams is configured: set Slack:SigningSecret and Slack:BotToken, or Teams:AppId and Teams:AppPassword (the playground needs ASPNETCORE_ENVIRONMENT=Development)");
        return settings with { IsPlayground = !isConfigured && isDevelopment, Problems = values.Problems };
    }

    private static string? ReadHooksSecret(SettingValues values)
    {
        const string Name = "Hooks:Secret";
        const int Shortest = 16;
        var secret = values.Text(Name);
        if (values.IsPresent(Name) && (secret?.Length ?? 0) < Shortest)
            values.Problem(Name, $"is shorter than {Shortest} characters: set a long random text, or remove it to take no events");
        return secret;
    }

    private static string? ReadConnectionString(SettingValues values)
    {
        const string Name = "ConnectionStrings:ChatLiaison";
        var text = values.Text(Name);
        if (text is not null && (text.Contains("://", StringComparison.Ordinal) || !text.Contains("Host=", StringComparison.OrdinalIgnoreCase)))
            values.Problem(Name, "is not a connection string: write it as Host=…;Database=…;Username=…;Password=…, or remove it to use the private PostgreSQL");
        return text;
    }
}
