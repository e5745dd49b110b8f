using ChatLiaison.Benchmarks.Fakes;
using ChatLiaison.Benchmarks.Load;

namespace ChatLiaison.Benchmarks.Running;

/// <summary>The server as it is shipped, in a process of its own, with nothing but settings.</summary>
internal static class Product
{
    public const string TeamsAppId = "33333333-3333-4333-8333-333333333333";

    public static Task<(Child Child, TimeSpan Ready)> StartAsync(string connectionString, FakeSlack slack, FakeTeams? teams = null)
    {
        var url = Ports.Free();
        return Child.StartAsync(["dotnet", Repository.Server, "--urls", url.ToString()], Settings(connectionString, slack, teams), url, "health/ready");
    }

    /// <summary>Fills the directory, as a team does before its first day.</summary>
    public static async Task ImportAsync(string connectionString, FakeSlack slack)
    {
        var file = Path.Combine(Path.GetTempPath(), $"town-{Environment.ProcessId}.yaml");
        await File.WriteAllTextAsync(file, Town.Directory());
        await Programs.RunAsync(["dotnet", Repository.Server, "import", file], Settings(connectionString, slack, null));
        File.Delete(file);
    }

    private static Dictionary<string, string> Settings(string connectionString, FakeSlack slack, FakeTeams? teams)
    {
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__ChatLiaison"] = connectionString,
            ["Slack__SigningSecret"] = SlackRequests.Secret,
            ["Slack__BotToken"] = "xoxb-bench-token",
            ["Slack__ApiUrl"] = new Uri(slack.Url, "api/").ToString(),
        };
        if (teams is not null)
        {
            settings["Teams__AppId"] = TeamsAppId;
            settings["Teams__AppPassword"] = "bench-password";
            settings["Teams__TenantId"] = Town.Tenant;
            settings["Teams__OpenIdMetadataUrl"] = teams.OpenIdMetadata.ToString();
            settings["Teams__TokenUrl"] = teams.Token.ToString();
            settings["Teams__AllowedServiceHosts"] = teams.Url.Authority;
        }

        return settings;
    }
}
