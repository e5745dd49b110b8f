using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Teams;
using ChatLiaison.Server.Settings;

namespace ChatLiaison.Server.Hosting;

/// <summary>The stand-ins of both platforms, for a start without configuration; on loopback only.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private Stage(SlackStandIn slack, TeamsStandIn teams) => (Slack, Teams) = (slack, teams);

    public SlackStandIn Slack { get; }

    public TeamsStandIn Teams { get; }

    /// <summary>
    /// The stand-ins take the two ports after the server's own: what the server remembers of them holds at its next start too. Where one
    /// of these is taken, any free one will do.
    /// </summary>
    public static async Task<Stage> OpenAsync(Uri app)
    {
        var slack = await AtAsync(app.Port + 1, port => SlackStandIn.StartAsync(new() { AppUrl = app, World = SlackWorld.Sample(), Port = port }));
        var teams = await AtAsync(app.Port + 2, port => TeamsStandIn.StartAsync(new() { AppUrl = app, World = TeamsWorld.Sample(), Port = port }));
        return new Stage(slack, teams);
    }

    private static async Task<T> AtAsync<T>(int port, Func<int, Task<T>> start)
    {
        try
        {
            return await start(port);
        }
        catch (IOException)
        {
            return await start(0);
        }
    }

    /// <summary>The settings with both platforms pointing at the stand-ins.</summary>
    public ServerSettings Furnish(ServerSettings settings) => settings with
    {
        Slack = new SlackSettings { SigningSecret = Slack.SigningSecret, BotToken = Slack.BotToken, ApiUrl = new Uri(Slack.ApiUrl.ToString()) },
        Teams = new TeamsSettings
        {
            AppId = Teams.AppId,
            AppPassword = Teams.AppPassword,
            TenantId = Teams.TenantId,
            OpenIdMetadataUrl = new Uri(Teams.OpenIdMetadataUrl.ToString()),
            TokenUrl = new Uri(Teams.TokenUrl.ToString()),
            AllowedServiceHosts = [new Uri(Teams.ServiceUrl.ToString()).Authority],
        },
    };

    public async ValueTask DisposeAsync()
    {
        await Slack.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
