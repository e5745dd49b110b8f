using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Playground.Slack;

/// <summary>The web server of the stand-in: which address leads where.</summary>
internal static class StandInHost
{
    public static WebApplication Build(SlackStandIn standIn)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, standIn.Options.Port));

        // A held answer (see SlackFaults) must not hold up the end of a test.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        var app = builder.Build();
        app.UseWebSockets();
        Map(app, standIn);
        return app;
    }

    private static void Map(WebApplication app, SlackStandIn standIn)
    {
        var api = new ApiEndpoint(standIn);
        app.MapMethods("/api/{method}", ["GET", "POST"], (HttpContext context, string method) => api.HandleAsync(context, method));
        app.MapPost("/upload/{id}", (HttpContext context, string id) => FileEndpoints.ReceiveAsync(standIn, context, id));
        app.MapGet("/files/{id}", (HttpContext context, string id) => FileEndpoints.Send(standIn, context, id));
        app.MapPost("/response/{id}", (HttpContext context, string id) => standIn.ResponseUrls.HandleAsync(context, id));
        app.Map("/socket/{ticket}", (HttpContext context, string ticket) => standIn.Sockets.HandleAsync(context, ticket));
    }
}
