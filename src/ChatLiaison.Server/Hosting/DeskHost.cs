using ChatLiaison.Handover;
using ChatLiaison.Server.Settings;
using ChatLiaison.Slack;
using ChatLiaison.Teams;

namespace ChatLiaison.Server.Hosting;

/// <summary>Puts one web server together: the desk, the platforms that are configured, and the health endpoints.</summary>
public static class DeskHost
{
    /// <param name="connectionString">The database, ready to be connected to.</param>
    /// <param name="adjust">Called before the server is built: tests bring a clock and an address of their own.</param>
    public static WebApplication Build(ServerSettings settings, string connectionString, string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(settings);
        builder.Services.AddDesk(connectionString, "slack", "teams");
        builder.Services.AddSingleton(services => new PublicAddress(() => settings.PublicUrl ?? Feeds.OwnAddress(services)));
        if (settings.Slack is { } slack)
        {
            builder.Services.AddSlack(Options(slack, settings.PublicUrl));
        }

        if (settings.Teams is { } teams)
        {
            builder.Services.AddTeams(Options(teams));
        }

        builder.Services.AddSingleton(new HookOptions(settings.HooksSecret));
        builder.Services.AddSingleton<Readiness>();
        Quiet(builder.Logging);
        adjust?.Invoke(builder);
        var app = builder.Build();
        Map(app, settings);
        return app;
    }

    private static void Map(WebApplication app, ServerSettings settings)
    {
        app.MapHealth();
        app.MapNotices();
        app.MapFeeds();
        app.MapHooks();
        if (settings.Slack is not null)
        {
            app.MapSlack();
        }

        if (settings.Teams is not null)
        {
            app.MapTeams();
        }
    }

    private static void Quiet(ILoggingBuilder logging) => logging
        .ClearProviders()
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        })
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Quartz", LogLevel.Warning)
        .AddFilter("System", LogLevel.Warning);

    private static SlackOptions Options(SlackSettings slack, Uri? publicUrl) => new()
    {
        SigningSecret = slack.SigningSecret,
        BotToken = slack.BotToken,
        AppToken = slack.AppToken ?? "",
        ApiUrl = slack.ApiUrl.ToString(),
        ClientId = slack.ClientId ?? "",
        ClientSecret = slack.ClientSecret ?? "",
        PublicUrl = publicUrl?.ToString() ?? "",
    };

    private static TeamsOptions Options(TeamsSettings teams) => new()
    {
        AppId = teams.AppId,
        AppPassword = teams.AppPassword,
        TenantId = teams.TenantId ?? "",
        OpenIdMetadataUrl = teams.OpenIdMetadataUrl.ToString(),
        TokenUrl = teams.TokenUrl.ToString(),
        AllowedServiceHosts = teams.AllowedServiceHosts,
        DangerouslyAllowUnauthenticated = teams.DangerouslyAllowUnauthenticated,
    };
}
