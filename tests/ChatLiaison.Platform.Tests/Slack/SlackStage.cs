using ChatLiaison.Chat;
using ChatLiaison.Playground.Slack;
using ChatLiaison.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Platform.Tests.Slack;

/// <summary>The adapter on a real port, a workspace to talk to, and a desk that does as it is told.</summary>
internal sealed class SlackStage : IAsyncDisposable
{
    private WebApplication? app;
    private bool slackIsGone;

    private SlackStage(SlackStandIn slack) => Slack = slack;

    public SlackStandIn Slack { get; }

    public FakeDesk Desk { get; } = new();

    public RememberedThings Memory { get; private init; } = new();

    public IChatPlatform Platform => app!.Services.GetRequiredService<IChatPlatform>();

    public Uri Address => new(app!.Urls.First());

    public static async Task<SlackStage> StartAsync(SlackStandIn? slack = null, RememberedThings? memory = null, bool socket = false, bool install = false)
    {
        slack ??= await SlackStandIn.StartAsync(new SlackStandInOptions { EnforceRateLimits = false });
        slack.UseSocketMode = socket;
        var stage = new SlackStage(slack) { Memory = memory ?? new() };
        await stage.OpenAsync(socket, install);
        return stage;
    }

    public static async Task<T> EventuallyAsync<T>(Func<T?> look)
        where T : class
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (look() is { } found)
            {
                return found;
            }

            await Task.Delay(20, limit.Token);
        }
    }

    public async Task CloseAppAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
            app = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAppAsync();
        await CloseSlackAsync();
    }

    public async Task CloseSlackAsync()
    {
        if (!slackIsGone)
        {
            slackIsGone = true;
            await Slack.DisposeAsync();
        }
    }

    private async Task OpenAsync(bool socket, bool install)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IChatInbox>(Desk).AddSingleton<IPlatformMemory>(Memory);
        builder.Services.AddSlack(new SlackOptions
        {
            SigningSecret = Slack.SigningSecret,
            BotToken = Slack.BotToken,
            AppToken = socket ? Slack.AppToken : "",
            ApiUrl = Slack.ApiUrl,
            ClientId = install ? Slack.Options.ClientId : "",
            ClientSecret = install ? Slack.Options.ClientSecret : "",
        });
        app = builder.Build();
        app.MapSlack();
        await app.StartAsync();
        Slack.AppUrl = Address;
        await EventuallyAsync(() => Memory.Entries.ContainsKey("slack/team") ? "known" : null);
    }
}
