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

    public static async Task<Stage> OpenAsync(Uri app)
    {
        var slack = await SlackStandIn.StartAsync(new SlackStandInOptions { AppUrl = app, World = SlackWorld.Sample() });
        var teams = await TeamsStandIn.StartAsync(new TeamsStandInOptions { AppUrl = app, World = TeamsWorld.Sample() });
        return new Stage(slack, teams);
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
