using Microsoft.AspNetCore.Builder;

namespace ChatLiaison.Playground.Slack;

/// <summary>
/// A Slack of our own on the loopback address: the web API with the real one's refusals and limits, Socket Mode, and people (<see
/// cref="Client"/>) whose acts reach the app as signed requests. What is true in it can be watched in <see cref="World"/>.
/// </summary>
public sealed class SlackStandIn : IAsyncDisposable
{
    private WebApplication? _host;

    private SlackStandIn(SlackStandInOptions options)
    {
        Options = options;
        World = options.World ?? SlackWorld.Sample(options.Time);
        AppUrl = options.AppUrl;
        RateLimits = new RateLimits(options.Time) { Enforced = options.EnforceRateLimits };
        Triggers = new TriggerIds(options.Time);
        Codes = new OAuthCodes(options.Time);
        ResponseUrls = new ResponseUrls(this);
        Sockets = new SocketConnections(this);
        Link = new AppLink(this);
        Events = new EventPublisher(this);
        Client = new SlackClient(this);
    }

    public SlackStandInOptions Options { get; }

    public SlackWorld World { get; }

    /// <summary>Acts as the people.</summary>
    public SlackClient Client { get; }

    public SlackFaults Faults { get; } = new();

    /// <summary>What the app has asked of the web API.</summary>
    public SlackCallLog Calls { get; } = new();

    /// <summary>Where the app under test listens; null while it is not up.</summary>
    public Uri? AppUrl { get; set; }

    /// <summary>Deliver by Socket Mode in place of HTTP.</summary>
    public bool UseSocketMode { get; set; }

    /// <summary>Is the app installed? Its bot token is refused when not.</summary>
    public bool IsInstalled { get; set; } = true;

    public bool EnforceRateLimits
    {
        get => RateLimits.Enforced;
        set => RateLimits.Enforced = value;
    }

    /// <summary><c>http://127.0.0.1:port/</c></summary>
    public string BaseUrl { get; private set; } = "";

    /// <summary>What the app is given in place of <c>https://slack.com/api/</c>.</summary>
    public string ApiUrl => BaseUrl + "api/";

    public string SigningSecret => Options.SigningSecret;

    public string BotToken => Options.BotToken;

    public string AppToken => Options.AppToken;

    /// <summary>How many Socket Mode connections the app holds.</summary>
    public int SocketCount => Sockets.Count;

    internal RateLimits RateLimits { get; }

    internal TriggerIds Triggers { get; }

    internal OAuthCodes Codes { get; }

    internal ResponseUrls ResponseUrls { get; }

    internal SocketConnections Sockets { get; }

    internal AppLink Link { get; }

    internal EventPublisher Events { get; }

    public static async Task<SlackStandIn> StartAsync(SlackStandInOptions? options = null)
    {
        var standIn = new SlackStandIn(options ?? new SlackStandInOptions());
        standIn._host = StandInHost.Build(standIn);
        await standIn._host.StartAsync();
        standIn.BaseUrl = standIn._host.Urls.First().TrimEnd('/') + "/";
        return standIn;
    }

    /// <summary>A code as an installing person's browser would bring to the app; good once, for ten minutes.</summary>
    public string IssueOAuthCode(string installerId) => Codes.Issue(installerId);

    /// <summary>Asks every Socket Mode connection to be replaced, and ends it.</summary>
    /// <param name="reason"><c>warning</c> (announced, not ended), <c>refresh_requested</c> or <c>link_disabled</c>.</param>
    public Task DisconnectSocketsAsync(string reason = "refresh_requested") => Sockets.DisconnectAsync(reason);

    public async ValueTask DisposeAsync()
    {
        await Events.DisposeAsync();
        await Sockets.CloseAllAsync();
        Link.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
