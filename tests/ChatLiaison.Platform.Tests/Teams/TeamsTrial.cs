using System.Net;
using ChatLiaison.Chat;
using ChatLiaison.Playground;
using ChatLiaison.Playground.Teams;
using ChatLiaison.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Platform.Tests.Teams;

/// <summary>The adapter in a server of its own, with a Teams tenant on the other side and a desk that answers as told behind it.</summary>
internal sealed class TeamsTrial : IAsyncDisposable
{
    public const string Acme = "19:customer-acme@thread.tacv2";
    public const string Triage = "19:triage@thread.tacv2";

    public static readonly string Dana = SamplePeople.Dana.Email;
    public static readonly string DanaId = SamplePeople.Dana.AadObjectId;
    public static readonly string Ada = SamplePeople.Ada.Email;

    private readonly WebApplication _app;

    private TeamsTrial(TeamsStandIn teams, WebApplication app)
    {
        Teams = teams;
        _app = app;
        AppUrl = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        teams.AppUrl = AppUrl;
    }

    public TeamsStandIn Teams { get; }

    public Uri AppUrl { get; }

    public TeamsClient Client => Teams.Client;

    public TeamsWorld World => Teams.World;

    public FakeTeamsDesk Desk => _app.Services.GetRequiredService<FakeTeamsDesk>();

    public TeamsMemory Memory => _app.Services.GetRequiredService<TeamsMemory>();

    public IChatPlatform Platform => _app.Services.GetRequiredService<IChatPlatform>();

    public T The<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public static async Task<TeamsTrial> StartAsync(
        TimeProvider? time = null, Func<TeamsOptions, TeamsOptions>? configure = null, TeamsStandInOptions? standIn = null)
    {
        var teams = await TeamsStandIn.StartAsync(standIn ?? new TeamsStandInOptions { Time = time ?? TimeProvider.System });
        var options = new TeamsOptions
        {
            AppId = teams.AppId,
            AppPassword = teams.AppPassword,
            TenantId = teams.TenantId,
            OpenIdMetadataUrl = teams.OpenIdMetadataUrl,
            TokenUrl = teams.TokenUrl,
            AllowedServiceHosts = ["127.0.0.1"],
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton<FakeTeamsDesk>().AddSingleton<IChatInbox>(services => services.GetRequiredService<FakeTeamsDesk>());
        builder.Services.AddSingleton<TeamsMemory>().AddSingleton<IPlatformMemory>(services => services.GetRequiredService<TeamsMemory>());
        builder.Services.AddTeams(configure?.Invoke(options) ?? options);
        var app = builder.Build();
        app.MapTeams();
        await app.StartAsync();
        return new TeamsTrial(teams, app);
    }

    /// <summary>Puts a card into a channel's thread of its own and gives its message.</summary>
    public async Task<TeamsMessage> PostAsync(Card card, string channel = Acme)
    {
        var sent = await Platform.SendAsync(new(Guid.NewGuid(), new ToChannel("teams", channel), card), CancellationToken.None);
        return World.FindMessage(sent!.MessageId)!;
    }

    /// <summary>What the bot has written there, in the order of writing.</summary>
    public IReadOnlyList<TeamsMessage> Written(string conversation) =>
        [.. World.MessagesIn(conversation).Where(message => message.FromId == World.BotId)];

    public string PersonalChat(string person) => World.PersonalChatOf(World.FindUser(person)!).Id;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
