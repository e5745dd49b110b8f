using ChatLiaison.Server.Settings;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace ChatLiaison.Server.Tests;

public sealed class ServerSettingsTests
{
    private const string Slack = "Slack:SigningSecret=s3cret-value Slack:BotToken=xoxb-1";
    private const string Teams = "Teams:AppId=11111111-2222-4333-8444-555555555555 Teams:AppPassword=p4ss-value";

    [Theory]
    [InlineData("Slack:BotToken=xoxb-1", "Slack:SigningSecret")]
    [InlineData("Slack:SigningSecret= Slack:BotToken=xoxb-1", "Slack:SigningSecret")]
    [InlineData("Slack:SigningSecret=", "Slack:SigningSecret Slack:BotToken")]
    [InlineData("Slack:SigningSecret=s", "Slack:BotToken")]
    [InlineData("Slack:SigningSecret=s Slack:BotToken=xoxp-1", "Slack:BotToken")]
    [InlineData(Slack + " Slack:AppToken=xoxb-2", "Slack:AppToken")]
    [InlineData(Slack + " Slack:ApiUrl=slack.example", "Slack:ApiUrl")]
    [InlineData("Teams:AppId=11111111-2222-4333-8444-555555555555", "Teams:AppPassword")]
    [InlineData("Teams:AppPassword=p", "Teams:AppId")]
    [InlineData("Teams:AppId=my-bot Teams:AppPassword=p", "Teams:AppId")]
    [InlineData(Teams + " Teams:TenantId=contoso", "Teams:TenantId")]
    [InlineData(Teams + " Teams:TokenUrl=nowhere", "Teams:TokenUrl")]
    [InlineData(Teams + " Teams:OpenIdMetadataUrl=ftp://a/b", "Teams:OpenIdMetadataUrl")]
    [InlineData(Teams + " Teams:AllowedServiceHosts=https://a.example/", "Teams:AllowedServiceHosts")]
    [InlineData(Teams + " Teams:DangerouslyAllowUnauthenticated=yes", "Teams:DangerouslyAllowUnauthenticated")]
    [InlineData(Teams + " Teams:DangerouslyAllowUnauthenticated=true", "Teams:DangerouslyAllowUnauthenticated")]
    [InlineData(Slack + " Teams:DangerouslyAllowUnauthenticated=true", "Teams:DangerouslyAllowUnauthenticated")]
    [InlineData(Slack + " Server:PublicUrl=desk.example.com", "Server:PublicUrl")]
    [InlineData(Slack + " ConnectionStrings:ChatLiaison=postgres://desk", "ConnectionStrings:ChatLiaison")]
    [InlineData(Slack + " ConnectionStrings:ChatLiaison=localhost", "ConnectionStrings:ChatLiaison")]
    [InlineData(Slack + " Hooks:Secret=", "Hooks:Secret")]
    [InlineData(Slack + " Hooks:Secret=short", "Hooks:Secret")]
    [InlineData("", "Slack:SigningSecret")]
    [InlineData(Slack, "")]
    [InlineData(Teams, "")]
    [InlineData(Slack + " " + Teams + " ConnectionStrings:ChatLiaison=Host=db;Database=desk", "")]
    public void Names_what_is_wrong_in_production(string given, string expected) =>
        Read(given, "Production").Problems.Select(problem => problem.Split(": ")[0]).ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Says_no_secret_in_a_problem() =>
        string.Join(' ', Read("Slack:SigningSecret=s3cret Slack:BotToken=t0ken Teams:AppId=x Teams:AppPassword=p4ss", "Production").Problems)
            .ShouldSatisfyAllConditions(text => text.ShouldNotContain("s3cret"), text => text.ShouldNotContain("t0ken"), text => text.ShouldNotContain("p4ss"));

    [Fact]
    public void Opens_the_playground_in_development_when_no_platform_is_configured()
    {
        Read("", "Development").ShouldSatisfyAllConditions(
            settings => settings.IsPlayground.ShouldBeTrue(),
            settings => settings.Problems.ShouldBeEmpty());
        Read(Slack, "Development").IsPlayground.ShouldBeFalse();
        Read("Slack:SigningSecret=", "Development").IsPlayground.ShouldBeFalse();
    }

    [Fact]
    public void Turns_on_the_platform_that_is_configured()
    {
        Read(Slack, "Production").ShouldSatisfyAllConditions(
            settings => settings.Slack!.ApiUrl.ShouldBe(SlackSettings.DefaultApiUrl),
            settings => settings.Slack!.AppToken.ShouldBeNull(),
            settings => settings.Teams.ShouldBeNull());
        Read(Teams, "Production").ShouldSatisfyAllConditions(
            settings => settings.Slack.ShouldBeNull(),
            settings => settings.Teams!.TokenUrl.AbsolutePath.ShouldBe("/botframework.com/oauth2/v2.0/token"),
            settings => settings.Teams!.AllowedServiceHosts.ShouldBeEmpty());
    }

    [Fact]
    public void Asks_the_tenant_of_a_single_tenant_bot_for_tokens() =>
        Read(Teams + " Teams:TenantId=99999999-2222-4333-8444-555555555555", "Production")
            .Teams!.TokenUrl.AbsolutePath.ShouldBe("/99999999-2222-4333-8444-555555555555/oauth2/v2.0/token");

    [Theory]
    [InlineData("Teams:AllowedServiceHosts=a.example,b.example")]
    [InlineData("Teams:AllowedServiceHosts:0=a.example Teams:AllowedServiceHosts:1=b.example")]
    public void Takes_hosts_as_a_list_or_an_array(string hosts) =>
        Read($"{Teams} {hosts}", "Production").Teams!.AllowedServiceHosts.ShouldBe(["a.example", "b.example"]);

    [Fact]
    public void Lets_anybody_speak_to_the_bot_in_development_only_when_told_so()
    {
        Read(Teams + " Teams:DangerouslyAllowUnauthenticated=true", "Development").Teams!.DangerouslyAllowUnauthenticated.ShouldBeTrue();
        Read(Teams, "Development").Teams!.DangerouslyAllowUnauthenticated.ShouldBeFalse();
    }

    [Fact]
    public void Puts_relative_paths_below_the_content_root()
    {
        Read("", "Development").DataPath.ShouldBe("/desk/.data");
        Read("Data:Path=/srv/desk Playbook:Path=ours", "Development").ShouldSatisfyAllConditions(
            settings => settings.DataPath.ShouldBe("/srv/desk"),
            settings => settings.PlaybookPath.ShouldBe("/desk/ours"));
    }

    private static ServerSettings Read(string given, string environment)
    {
        var pairs = given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(pairs.Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build();
        return SettingsReader.Read(configuration, environment, "/desk");
    }
}
