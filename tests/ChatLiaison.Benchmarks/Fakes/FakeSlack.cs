using System.Globalization;
using ChatLiaison.Benchmarks.Load;
using ChatLiaison.Benchmarks.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Benchmarks.Fakes;

/// <summary>
/// The Web API's shapes with nothing behind them, so that it is never what limits a measure. Keeps the last modal that was opened, since
/// submissions are made from it.
/// </summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    private static readonly byte[] Opened = """{"ok":true,"view":{"id":"V0BENCH","type":"modal","hash":"156772938.1827394"}}"""u8.ToArray();
    private static readonly byte[] Fine = """{"ok":true}"""u8.ToArray();
    private static readonly byte[] Nothing = """{"ok":true,"messages":[],"channels":[],"members":[],"has_more":false,"response_metadata":{"next_cursor":""}}"""u8.ToArray();
    private static readonly byte[] User = """{"ok":true,"user":{"id":"U1","name":"person","real_name":"Person","profile":{"real_name":"Person"}}}"""u8.ToArray();

    private static readonly byte[] Test = System.Text.Encoding.UTF8.GetBytes(
        $$"""{"ok":true,"url":"https://bench.example/","team":"Bench","team_id":"{{Town.Team}}","user":"bot","user_id":"U0BOT","bot_id":"B0BOT"}""");

    private readonly WebApplication app;
    private long messages;

    private FakeSlack(WebApplication app, Uri url) => (this.app, Url) = (app, url);

    public Uri Url { get; }

    /// <summary>Keep what the next calls of views.open hold.</summary>
    public bool Watch { get; set; }

    public byte[] LastOpened { get; private set; } = [];

    /// <summary>Times views.open was called.</summary>
    public int Opens => opens;

    private int opens;

    public static async Task<FakeSlack> StartAsync()
    {
        var url = Ports.Free();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var fake = new FakeSlack(builder.Build(), url);
        fake.app.Urls.Add(url.ToString());
        fake.app.Run(fake.AnswerAsync);
        await fake.app.StartAsync();
        return fake;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var method = context.Request.Path.Value!.AsSpan();
        method = method[(method.LastIndexOf('/') + 1)..];
        var answer = method switch
        {
            "views.open" => Opened,
            "chat.postMessage" => Posted(),
            "auth.test" => Test,
            "users.info" => User,
            "conversations.open" => """{"ok":true,"channel":{"id":"D0DIRECT"}}"""u8.ToArray(),
            "conversations.history" or "conversations.replies" or "conversations.list" or "users.conversations" => Nothing,
            _ => Fine,
        };
        if (answer == Opened)
        {
            Interlocked.Increment(ref opens);
        }

        await ReadAsync(context, keep: Watch && answer == Opened);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer);
    }

    private async Task ReadAsync(HttpContext context, bool keep)
    {
        if (!keep)
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            return;
        }

        using var kept = new MemoryStream();
        await context.Request.Body.CopyToAsync(kept);
        LastOpened = kept.ToArray();
    }

    private byte[] Posted()
    {
        var number = Interlocked.Increment(ref messages);
        return System.Text.Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $$$"""{"ok":true,"ts":"{{{1_700_000_000 + (number / 1_000_000)}}}.{{{number % 1_000_000:d6}}}","message":{}}"""));
    }
}
