using System.Text;
using ChatLiaison.OnCall;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ChatLiaison.Server.Hosting;

/// <summary>People's turns on call for their calendar programs. The address is the key: nobody signs in.</summary>
internal static class Feeds
{
    public static void MapFeeds(this WebApplication app) => app.MapGet($"/{FeedDesk.Path}{{token}}.ics", ReadAsync);

    /// <summary>Where this server listens, for trying out on one machine; null when it listens on every address, which is none to give away.</summary>
    public static Uri? OwnAddress(IServiceProvider services) => services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses
        .Select(a => Uri.TryCreate(a, UriKind.Absolute, out var uri) && uri.IsLoopback ? uri : null).FirstOrDefault(uri => uri is not null);

    private static async Task<IResult> ReadAsync(string token, DeskStart desk, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "private, no-store";
        return await desk.ReadFeedAsync(token, cancellationToken) is { } calendar
            ? Results.Text(calendar, "text/calendar", Encoding.UTF8)
            : Results.NotFound();
    }
}
