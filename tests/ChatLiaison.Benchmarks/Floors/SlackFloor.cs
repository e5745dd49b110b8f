using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Benchmarks.Floors;

/// <summary>
/// The least that could answer: Kestrel, the signature check, and the one thing that has to happen — the call of views.open with the very
/// modal that the product opens, or the very rows that the product writes, in one batch.
/// </summary>
internal static class SlackFloor
{
    private static readonly byte[] Clear = """{"response_action":"clear"}"""u8.ToArray();
    private static readonly MediaTypeHeaderValue JsonType = new("application/json", "utf-8");

    /// <summary>Settings by environment variables: FLOOR_URL, FLOOR_SECRET, FLOOR_VIEWS_OPEN, FLOOR_VIEW (a file), FLOOR_DATABASE and FLOOR_ROWS (a file).</summary>
    public static async Task<int> RunAsync()
    {
        var key = Encoding.UTF8.GetBytes(Setting("FLOOR_SECRET"));
        var view = await File.ReadAllTextAsync(Setting("FLOOR_VIEW"));
        var rows = File.Exists(Setting("FLOOR_ROWS")) ? RowWriter.Open(Setting("FLOOR_DATABASE"), await File.ReadAllTextAsync(Setting("FLOOR_ROWS"))) : null;
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, UseProxy = false, ActivityHeadersPropagator = null });
        var open = new Uri(Setting("FLOOR_VIEWS_OPEN"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        app.Urls.Add(Setting("FLOOR_URL"));
        app.MapGet("/health/ready", () => "ready");
        app.MapPost("/slack/commands", async context =>
        {
            if (await ProvenAsync(context, key) is { } body)
            {
                await OpenAsync(context, http, open, view, QueryHelpers.ParseQuery(body)["trigger_id"].ToString());
            }
        });
        app.MapPost("/slack/interactions", async context =>
        {
            if (await ProvenAsync(context, key) is { } body)
            {
                using var payload = JsonDocument.Parse(QueryHelpers.ParseQuery(body)["payload"].ToString());
                await rows!.WriteAsync(payload.RootElement.GetProperty("view").GetProperty("id").GetString()!, context.RequestAborted);
                context.Response.ContentType = "application/json";
                context.Response.ContentLength = Clear.Length;
                await context.Response.Body.WriteAsync(Clear);
            }
        });
        await app.RunAsync();
        return 0;
    }

    private static async Task OpenAsync(HttpContext context, HttpMessageInvoker http, Uri open, string view, string trigger)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"trigger_id":"{{trigger}}","view":{{view}}}"""));
        content.Headers.ContentType = JsonType;
        using var request = new HttpRequestMessage(HttpMethod.Post, open) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer xoxb-bench-token");
        using var answer = await http.SendAsync(request, context.RequestAborted);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        context.Response.StatusCode = json.RootElement.GetProperty("ok").GetBoolean() ? 200 : 502;
    }

    private static async Task<string?> ProvenAsync(HttpContext context, byte[] key)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var timestamp = context.Request.Headers["X-Slack-Request-Timestamp"].ToString();
        var hash = "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));
        var age = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - long.Parse(timestamp, CultureInfo.InvariantCulture);
        if (Math.Abs(age) <= 300 && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(context.Request.Headers["X-Slack-Signature"].ToString())))
        {
            return body;
        }

        context.Response.StatusCode = 401;
        return null;
    }

    private static string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? "";
}
