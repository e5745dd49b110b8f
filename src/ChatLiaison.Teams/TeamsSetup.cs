using ChatLiaison.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatLiaison.Teams;

/// <summary>
/// Adds Microsoft Teams to a server. The server brings an <see cref="IChatInbox"/> and an <see cref="IPlatformMemory"/>, both as
/// singletons; the platform is registered as an <see cref="IChatPlatform"/>.
/// </summary>
public static class TeamsSetup
{
    /// <exception cref="ArgumentException">A setting is missing or malformed; the message names it and says how to mend it.</exception>
    public static IServiceCollection AddTeams(this IServiceCollection services, TeamsOptions options)
    {
        options.Check();
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(options)
            .AddSingleton<TeamsHttp>()
            .AddSingleton<TeamsHosts>()
            .AddSingleton<TeamsKeys>()
            .AddSingleton<TeamsSignature>()
            .AddSingleton<TeamsGate>()
            .AddSingleton<TeamsToken>()
            .AddSingleton<TeamsApi>()
            .AddSingleton<TeamsReferences>()
            .AddSingleton<TeamsSender>()
            .AddSingleton<IChatPlatform, TeamsPlatform>()
            .AddSingleton<TeamsFormRenderer>()
            .AddSingleton<TeamsPeople>()
            .AddSingleton<TeamsDesk>()
            .AddSingleton<TeamsReplies>()
            .AddSingleton<TeamsDialogs>()
            .AddSingleton<TeamsTaskInvokes>()
            .AddSingleton<TeamsExtensionInvokes>()
            .AddSingleton<TeamsCardInvokes>()
            .AddSingleton<TeamsSearchInvokes>()
            .AddSingleton<TeamsMessageActivities>()
            .AddSingleton<TeamsInvokeActivities>()
            .AddSingleton<TeamsUpdateActivities>()
            .AddSingleton<TeamsActivities>()
            .AddSingleton<TeamsInbox>()
            .AddHostedService<TeamsStart>();
    }

    /// <summary>Maps <c>POST /api/messages</c>, the bot's messaging endpoint.</summary>
    public static IEndpointConventionBuilder MapTeams(this IEndpointRouteBuilder endpoints)
    {
        var inbox = endpoints.ServiceProvider.GetRequiredService<TeamsInbox>();
        return endpoints.MapPost("/api/messages", inbox.TakeAsync);
    }
}
