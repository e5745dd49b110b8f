using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Playground.Teams;

/// <summary>
/// A Microsoft Teams tenant on the loopback interface: the Bot Framework's connector, token and OpenID endpoints with the state
/// behind them, and a client through which people act. The app under trial talks to it as it talks to the real service.
/// </summary>
public sealed class TeamsStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TeamsSigningKeys _keys;
    private readonly ConnectorTokens _tokens;
    private readonly AppLink _link;
    private readonly TeamsFiles _files;

    private TeamsStandIn(TeamsStandInOptions options, TeamsWorld world, WebApplication app, Parts parts)
    {
        _app = app;
        _keys = parts.Keys;
        _tokens = parts.Tokens;
        _files = parts.Files;
        Faults = parts.Faults;
        Calls = parts.Calls;
        World = world;
        AppId = AppIdOf(world);
        AppPassword = options.AppPassword;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        _link = new AppLink(options, new TeamsTokenMint(_keys, AppId, options.Time), ServiceUrl);
        Client = new TeamsClient(World, options, _link, file => $"{Origin}{ConnectorRoutes.Files}/{parts.Files.Keep(file)}");
    }

    public Uri Address { get; }

    public TeamsWorld World { get; }

    public TeamsClient Client { get; }

    public TeamsFaults Faults { get; }

    /// <summary>What the app called here.</summary>
    public TeamsCalls Calls { get; }

    /// <summary>What was sent to the app, each attempt for itself.</summary>
    public IReadOnlyList<TeamsDelivery> Deliveries => _link.Deliveries;

    /// <summary>The app's base address.</summary>
    public Uri? AppUrl
    {
        get => _link.AppUrl;
        set => _link.AppUrl = value;
    }

    public string ServiceUrl => $"{Origin}{ConnectorRoutes.Connector}";

    public string TokenUrl => $"{Origin}/_token/{TenantId}/oauth2/v2.0/token";

    public string OpenIdMetadataUrl => $"{Origin}{ConnectorRoutes.OpenId}";

    public string AppId { get; }

    public string AppPassword { get; }

    public string TenantId => World.TenantId;

    private string Origin => Address.GetLeftPart(UriPartial.Authority);

    /// <summary>Starts listening on the loopback interface.</summary>
    public static async Task<TeamsStandIn> StartAsync(TeamsStandInOptions? options = null)
    {
        options ??= new TeamsStandInOptions();
        var world = options.World ?? TeamsWorld.Sample();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        var parts = new Parts(new ConnectorTokens(AppIdOf(world), options.AppPassword, options));
        var pipeline = new ConnectorPipeline(options, parts.Tokens, parts.Faults, parts.Calls);
        app.MapConnector(pipeline, world, options);
        app.MapFiles(pipeline, parts.Files);
        app.MapIdentity(pipeline, parts.Tokens, parts.Keys);
        await app.StartAsync();
        return new TeamsStandIn(options, world, app, parts);
    }

    /// <summary>Signs with a new key from now on; the old one stays published only when asked.</summary>
    /// <returns>The new key's id.</returns>
    public string RotateKey(bool keepOld = false) => _keys.Rotate(keepOld);

    /// <summary>A file that somebody sent, by the last part of its address; null: there is none.</summary>
    public (string Name, ReadOnlyMemory<byte> Content)? File(string id) => _files.Find(id) is { } file ? (file.Name, file.Content) : null;

    /// <summary>Makes every access token given so far worthless.</summary>
    public void RevokeTokens() => _tokens.Revoke();

    public async ValueTask DisposeAsync()
    {
        _link.Dispose();
        await _app.DisposeAsync();
    }

    private static string AppIdOf(TeamsWorld world) => world.BotId[(world.BotId.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private sealed record Parts(ConnectorTokens Tokens)
    {
        public TeamsSigningKeys Keys { get; } = new();

        public TeamsFaults Faults { get; } = new();

        public TeamsCalls Calls { get; } = new();

        public TeamsFiles Files { get; } = new();
    }
}
