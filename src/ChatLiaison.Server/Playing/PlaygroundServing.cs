using ChatLiaison.Playground;
using ChatLiaison.Playground.Page;
using ChatLiaison.Server.Database;
using ChatLiaison.Server.Hosting;
using ChatLiaison.Server.Settings;

namespace ChatLiaison.Server.Playing;

/// <summary>
/// A start with nothing configured: the stand-ins of both platforms, the page that shows them, and PostgreSQL, in this process; and the server
/// proper in a process of its own below it, which may be killed and starts again.
/// </summary>
internal static class PlaygroundServing
{
    public static async Task<int> RunAsync(ServerSettings settings, Uri url, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        using var folder = PlaygroundFolder.Take(settings.DataPath);
        using var clock = folder.OpenClock();
        await using var stage = await Stage.OpenAsync(url.Port == 0 ? 0 : url.Port + 1, clock);
        await using var server = new PlayedServer(stage, clock);
        await using var page = await PageHost.StartAsync(url, Path.Combine(AppContext.BaseDirectory, "playground"), stage, clock, server);
        folder.Note($"{page.Address}/playground/");
        await using var postgres = settings.ConnectionString is null
            ? await EmbeddedPostgres.StartAsync(settings.DataPath, loggers.CreateLogger("PostgreSQL"), cancellationToken) : null;
        if (postgres is { IsShared: true })
        {
            throw new EmbeddedPostgresException($"Another server already uses the database in {postgres.Root}: stop it, or give the playground a folder of its own: Data__Path=/tmp/playground ./run.sh");
        }

        var connectionString = postgres?.ConnectionString ?? settings.ConnectionString!;
        try
        {
            if (!await server.OpenAsync(connectionString, postgres is not null, () => new HandOver(Furnish(settings, stage), connectionString, folder.ClockPath)))
            {
                return 1;
            }

            Banner.WritePlayground(Console.Out, page.Address, postgres is null ? null : settings.DataPath, server.Offer!);
            await UntilAsync(cancellationToken);
            return 0;
        }
        finally
        {
            // Before its database.
            await server.DisposeAsync();
        }
    }

    private static async Task UntilAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var told = cancellationToken.Register(() => stopped.TrySetResult());
        await stopped.Task;
    }

    /// <summary>The settings with both platforms pointing at the stand-ins.</summary>
    private static ServerSettings Furnish(ServerSettings settings, Stage stage) => settings with
    {
        Slack = new SlackSettings { SigningSecret = stage.Slack.SigningSecret, BotToken = stage.Slack.BotToken, ApiUrl = new Uri(stage.Slack.ApiUrl) },
        Teams = new TeamsSettings
        {
            AppId = stage.Teams.AppId,
            AppPassword = stage.Teams.AppPassword,
            TenantId = stage.Teams.TenantId,
            OpenIdMetadataUrl = new Uri(stage.Teams.OpenIdMetadataUrl),
            TokenUrl = new Uri(stage.Teams.TokenUrl),
            AllowedServiceHosts = [new Uri(stage.Teams.ServiceUrl).Authority],
        },
    };
}
