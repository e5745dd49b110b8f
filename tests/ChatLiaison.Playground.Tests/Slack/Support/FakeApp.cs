using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using System.Web;
using ChatLiaison.Playground.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Playground.Tests.Slack.Support;

internal sealed record AppGot(string Path, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public string? Field(string name) => HttpUtility.ParseQueryString(Body)[name];

    public JsonNode Payload => JsonNode.Parse(Path == "/slack/events" ? Body : Field("payload")!)!;
}

internal sealed record AppSays(int Status = 200, string Body = "", string ContentType = "text/plain", bool NoRetry = false)
{
    public static AppSays Json(string body) => new(200, body, "application/json");
}

/// <summary>The smallest app that Slack could talk to: it keeps what it got and answers as it was told.</summary>
internal sealed class FakeApp : IAsyncDisposable
{
    private readonly WebApplication _host;

    private FakeApp(WebApplication host) => _host = host;

    public ConcurrentQueue<AppGot> Got { get; } = new();

    public Func<AppGot, Task<AppSays>> Answer { get; set; } = _ => Task.FromResult(new AppSays());

    public Uri Url => new(_host.Urls.First());

    public IEnumerable<AppGot> On(string path) => Got.Where(g => g.Path == path);

    public AppGot Last => Got.Last();

    public void Says(AppSays says) => Answer = _ => Task.FromResult(says);

    public static async Task<FakeApp> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = new FakeApp(builder.Build());
        app._host.MapPost("/slack/{kind}", app.HandleAsync);
        await app._host.StartAsync();
        return app;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var got = new AppGot(context.Request.Path, await reader.ReadToEndAsync(), headers);
        Got.Enqueue(got);
        var says = await Answer(got);
        context.Response.StatusCode = says.Status;
        if (says.NoRetry)
        {
            context.Response.Headers["x-slack-no-retry"] = "1";
        }

        if (says.Body.Length > 0)
        {
            context.Response.ContentType = says.ContentType;
            await context.Response.WriteAsync(says.Body);
        }
    }

    /// <summary>Is the signature right, by our own reading of the rule?</summary>
    public static bool IsSigned(AppGot got, string secret) =>
        got.Headers.TryGetValue(SlackSignature.TimestampHeader, out var at)
        && got.Headers.TryGetValue(SlackSignature.SignatureHeader, out var s)
        && s == "v0=" + Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(secret), System.Text.Encoding.UTF8.GetBytes($"v0:{at}:{got.Body}")));
}
