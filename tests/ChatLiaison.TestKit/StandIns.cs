using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Teams;
using ChatLiaison.Server.Settings;
using ChatLiaison.TestKit.Chat;

namespace ChatLiaison.TestKit;

/// <summary>Starts a chat of the sample world and writes the settings that connect a server to it.</summary>
internal static class StandIns
{
    public static async Task<(IChatApp App, ServerSettings Settings)> StartAsync(string platform, TimeProvider clock, string? playbook)
    {
        var settings = new ServerSettings { DataPath = "", PlaybookPath = playbook, HooksSecret = TestLiaison.HooksSecret };
        if (platform == "slack")
        {
            var slack = await SlackStandIn.StartAsync(new SlackStandInOptions { Time = clock, World = SlackWorld.Sample(clock) });
            return (new SlackApp(slack), settings with
            {
                Slack = new SlackSettings { SigningSecret = slack.SigningSecret, BotToken = slack.BotToken, ApiUrl = new Uri(slack.ApiUrl) },
            });
        }

        // The team's owner lets the bot read along, as a support team would: without it only what names the bot is heard.
        var world = TeamsWorld.Sample();
        world.Put(world.FindTeam(TeamsWorld.SampleTeamId)! with { ReadsAllMessages = true });
        var teams = await TeamsStandIn.StartAsync(new TeamsStandInOptions { Time = clock, World = world });
        return (new TeamsApp(teams), settings with
        {
            Teams = new TeamsSettings
            {
                AppId = teams.AppId,
                AppPassword = teams.AppPassword,
                TenantId = teams.TenantId,
                OpenIdMetadataUrl = new Uri(teams.OpenIdMetadataUrl),
                TokenUrl = new Uri(teams.TokenUrl),
                AllowedServiceHosts = [new Uri(teams.ServiceUrl).Authority],
            },
        });
    }
}
