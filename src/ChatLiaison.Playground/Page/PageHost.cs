using System.Net;
using ChatLiaison.Playground.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Playground.Page;

/// <summary>
/// The playground's web server: the page with its API, and the server's own addresses, handed on to wherever it runs at the moment. It
/// outlives the server, so a page can watch it die and come back.
/// </summary>
public sealed class PageHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly LiveWorld _world;
    private readonly Forwarding _forwarding;

    private PageHost(WebApplication app, LiveWorld world, Forwarding forwarding) => (_app, _world, _forwarding) = (app, world, forwarding);

    /// <summary><c>http://127.0.0.1:3978</c></summary>
    public string Address => _app.Urls.First();

    /// <summary>Begins to listen.</summary>
    /// <param name="pageFolder">The built page.</param>
    /// <exception cref="IOException">The address is taken.</exception>
    /// <exception cref="ArgumentException">It is not on loopback.</exception>
    public static async Task<PageHost> StartAsync(Uri url, string pageFolder, Stage stage, PlaygroundClock clock, IPlayedServer server)
    {
        if (!url.IsLoopback)
        {
            throw new ArgumentException($"The playground lets anybody act as anybody, so it listens on this machine only: --urls http://127.0.0.1:{url.Port}.");
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, url.Port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        var app = builder.Build();
        var world = new LiveWorld(stage, clock, server);
        var forwarding = new Forwarding(stage);
        app.Use(OnlyByItsNameAsync);
        UsePage(app, pageFolder);
        app.UseRouting();
        new PageEndpoints(world, app.Lifetime).Map(app);
        app.MapGet("/", () => Results.Redirect("/playground/"));
        app.MapGet("/playground/{**rest}", http => ElsewhereAsync(http, pageFolder));
        app.MapFallback(forwarding.HandOnAsync);
        var host = new PageHost(app, world, forwarding);
        try
        {
            await app.StartAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _world.Dispose();
        _forwarding.Dispose();
    }

    /// <summary>A name that leads here by somebody else's doing (DNS rebinding) is turned away.</summary>
    private static Task OnlyByItsNameAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Host.Host is "127.0.0.1" or "localhost" or "[::1]")
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return http.Response.WriteAsync("The playground answers at 127.0.0.1 and localhost only.");
    }

    private static bool IsBuilt(string folder) => File.Exists(Path.Combine(folder, "index.html"));

    /// <summary>What is no file of the page: its address without the last slash, or an address that is none.</summary>
    private static Task ElsewhereAsync(HttpContext http, string folder)
    {
        if (http.Request.Path.Value == "/playground")
        {
            http.Response.Redirect("/playground/");
            return Task.CompletedTask;
        }

        http.Response.StatusCode = IsBuilt(folder) ? StatusCodes.Status404NotFound : StatusCodes.Status503ServiceUnavailable;
        return http.Response.WriteAsync(IsBuilt(folder)
            ? "There is no such page. The playground is at /playground/."
            : "The playground's page is not built. Start by ./run.sh, which builds it (Node.js and npm are needed), or run "
                + "npm ci && npm run build in src/ChatLiaison.Playground/web and build the server again.");
    }

    private static void UsePage(WebApplication app, string folder)
    {
        if (!IsBuilt(folder))
        {
            return;
        }

        var files = new PhysicalFileProvider(folder);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files, RequestPath = "/playground" });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            RequestPath = "/playground",
            ContentTypeProvider = new FileExtensionContentTypeProvider(),
            // The files under assets carry a hash of what is in them in their names; the page itself does not.
            OnPrepareResponse = answer => answer.Context.Response.Headers.CacheControl =
                answer.Context.Request.Path.StartsWithSegments("/playground/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }

    /// <summary>Whoever started the playground says when it ends.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
