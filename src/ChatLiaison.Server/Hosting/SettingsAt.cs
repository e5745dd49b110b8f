using ChatLiaison.Server.Settings;

namespace ChatLiaison.Server.Hosting;

/// <summary>Reads the settings from where the server is started: files, user secrets, environment, command line.</summary>
internal static class SettingsAt
{
    /// <returns>The settings, and the addresses to listen at; null for the default one.</returns>
    public static (ServerSettings Settings, string? Urls) Start(string[] args)
    {
        var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
            ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Production;
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile(Path.Combine(System.IO.Directory.GetCurrentDirectory(), "appsettings.json"), optional: true)
            .AddUserSecrets(typeof(SettingsAt).Assembly, optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine([.. args.Where(a => a.Contains('=', StringComparison.Ordinal))])
            .Build();
        var urls = Option(args, "--urls") ?? configuration["urls"] ?? configuration["ASPNETCORE_URLS"];
        return (SettingsReader.Read(configuration, environment, System.IO.Directory.GetCurrentDirectory()), string.IsNullOrWhiteSpace(urls) ? null : urls.Split(';')[0]);
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
