using ChatLiaison.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatLiaison.Slack;

/// <summary>Plugs Slack into a web server. The desk brings <see cref="IChatInbox"/> and <see cref="IPlatformMemory"/>, both singletons.</summary>
public static class SlackSetup
{
    /// <summary>Throws when an option is missing or malformed; see <see cref="SlackOptions.Validate"/>.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackOptions options)
    {
        options.Validate();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(provider => new SlackSignature(options.SigningSecret, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SlackInstallation>().AddSingleton<SlackApi>().AddSingleton<SlackDirect>().AddSingleton<SlackViews>();
        services.AddSingleton<SlackPlatform>().AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<SlackPlatform>());
        services.AddSingleton<SlackPeople>().AddSingleton<SlackActor>().AddSingleton<SlackWhispers>().AddSingleton<SlackHome>();
        services.AddSingleton<SlackInbox>().AddSingleton<SlackDesk>().AddSingleton<SlackCommands>().AddSingleton<SlackInstall>();
        services.AddSingleton<SlackInteractions>().AddSingleton<SlackPresses>().AddSingleton<SlackPressReplies>();
        services.AddSingleton<SlackSubmissions>().AddSingleton<SlackShortcuts>().AddSingleton<SlackSuggestions>();
        services.AddSingleton<SlackEvents>().AddSingleton<SlackFiles>().AddSingleton<SlackMessages>().AddSingleton<SlackMessageIntake>().AddSingleton<SlackNotices>();
        services.AddSingleton<SlackWatermarks>().AddSingleton<SlackCatchUp>().AddHostedService<SlackStart>();
        if (options.AppToken.Length > 0)
        {
            services.AddSingleton<SlackSocketIntake>().AddHostedService<SlackSocketMode>();
        }

        return services;
    }

    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder endpoints)
    {
        var inbox = endpoints.ServiceProvider.GetRequiredService<SlackInbox>();
        var install = endpoints.ServiceProvider.GetRequiredService<SlackInstall>();
        endpoints.MapPost("/slack/commands", inbox.CommandsAsync);
        endpoints.MapPost("/slack/interactions", inbox.InteractionsAsync);
        endpoints.MapPost("/slack/options", inbox.InteractionsAsync);
        endpoints.MapPost("/slack/events", inbox.EventsAsync);
        endpoints.MapGet("/slack/install", install.StartAsync);
        endpoints.MapGet("/slack/oauth", install.FinishAsync);
        return endpoints;
    }
}
