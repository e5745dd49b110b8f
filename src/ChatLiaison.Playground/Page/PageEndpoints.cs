using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace ChatLiaison.Playground.Page;

/// <summary>The page's API below <c>/playground/api</c>; the shapes stand in <c>web/src/contract.ts</c>.</summary>
internal sealed class PageEndpoints(LiveWorld world, IHostApplicationLifetime lifetime)
{
    private const string Base = "/playground/api";
    private const int LargestRequest = 12 * 1024 * 1024;

    /// <summary>Changes that come together are told together.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(60);

    private static readonly AnswerView Done = new(true);

    public void Map(WebApplication app)
    {
        app.MapGet(Base + "/world", async (HttpContext http) => await WriteAsync(http, await world.DrawAsync(0, http.RequestAborted)));
        app.MapGet(Base + "/events", StreamAsync);
        app.MapGet(Base + "/file", (string side, string id) => world.File(side, id) is { } file
            ? Results.File(file.Content.ToArray(), "application/octet-stream", file.Name) : Results.NotFound());
        Post(app, "act", async (body, stop) => await world.Acts.DoAsync(
            RequestReader.Side(body), RequestReader.Person(body), RequestReader.Act(RequestReader.Member(body, "act") ?? default), stop));
        Post(app, "read", (body, _) =>
        {
            world.Read(RequestReader.Side(body), RequestReader.Person(body), RequestReader.Text(body, "room"));
            return Task.FromResult<object>(Done);
        });
        Post(app, "time", async (body, stop) => Said(await MoveAsync(body, stop)));
        Post(app, "mirror", (body, _) => Task.FromResult<object>(Said(Mirror(RequestReader.Text(body, "do")))));
        Post(app, "tour", (body, _) => Task.FromResult<object>(Said(Tour(RequestReader.Text(body, "do")))));
        Post(app, "fault", async (body, _) => Said(await FaultAsync(body)));
        Post(app, "reset", async (_, stop) => Said(await world.StartOverAsync(stop)));
    }

    private async Task<string?> MoveAsync(JsonElement body, CancellationToken stop)
    {
        switch (RequestReader.Text(body, "do"))
        {
            case "ahead":
                return await world.Walk.AheadAsync(TimeSpan.FromMinutes(Math.Clamp(RequestReader.Number(body, "minutes"), -1, 1e6)));
            case "opening":
                return await world.Walk.OpeningAsync(stop);
            case "monday":
                return await world.Walk.MondayAsync();
            case "slow":
                return await world.Walk.SlowAsync(RequestReader.Number(body, "minutesASecond"));
            case "stop":
                await world.Walk.StopAsync();
                return null;
            case var unknown:
                throw new MalformedException($"The clock knows no {unknown}.");
        }
    }

    private string? Mirror(string what)
    {
        switch (what)
        {
            case "on":
                return world.Mirror.Switch(true);
            case "off":
                return world.Mirror.Switch(false);
            case "clear":
                world.Mirror.Forget();
                return null;
            default:
                throw new MalformedException($"The mirror knows no {what}.");
        }
    }

    private string? Tour(string what)
    {
        Action act = what switch
        {
            "start" => world.Tour.Start,
            "skip" => world.Tour.Skip,
            "restart" => world.Tour.Begin,
            "close" => world.Tour.Close,
            _ => throw new MalformedException($"The tour knows no {what}."),
        };
        act();
        return null;
    }

    private async Task<string?> FaultAsync(JsonElement body)
    {
        switch (RequestReader.Text(body, "do"))
        {
            case "limit-slack":
                world.Faults.LimitSlack(RequestReader.Flag(body, "on"));
                return null;
            case "cut-teams":
                world.Faults.CutTeams(RequestReader.Flag(body, "on"));
                return null;
            case "kill" when RequestReader.Text(body, "when") == "next-send":
                world.Faults.ArmKill();
                return null;
            case "kill" when RequestReader.Text(body, "when") == "now":
                await world.Faults.KillAsync();
                return null;
            case var unknown:
                throw new MalformedException($"There is no such fault as {unknown}.");
        }
    }

    private async Task StreamAsync(HttpContext http)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var stop = either.Token;
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        var since = long.TryParse(http.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var view = await world.DrawAsync(since, stop);
                since = view.Number;
                await http.Response.WriteAsync($"id: {since}\ndata: {JsonSerializer.Serialize(view, Contract.Json)}\n\n", stop);
                await http.Response.Body.FlushAsync(stop);
                await Task.Delay(Breath, TimeProvider.System, stop);
                await world.Feed.WaitAsync(since, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The page went away, or the playground ends.
        }
    }

    private static void Post(WebApplication app, string path, Func<JsonElement, CancellationToken, Task<object>> work) =>
        app.MapPost($"{Base}/{path}", http => AnswerAsync(http, work));

    private static async Task AnswerAsync(HttpContext http, Func<JsonElement, CancellationToken, Task<object>> work)
    {
        object answer;
        try
        {
            if (!IsOwnPage(http.Request))
            {
                throw new MalformedException("Only the playground's own page may ask this.");
            }

            if (http.Request.ContentLength > LargestRequest)
            {
                throw new MalformedException("That is more than 9 MB. Choose a smaller file.");
            }

            using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            answer = await work(body.RootElement.Clone(), http.RequestAborted);
        }
        catch (Exception e) when (e is MalformedException or JsonException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            answer = new AnswerView(false, e is JsonException ? "The request is not JSON." : e.Message);
        }

        await WriteAsync(http, answer);
    }

    /// <summary>A page from elsewhere in the same browser could else act here: it can't send JSON without asking first, nor name us as its own place.</summary>
    private static bool IsOwnPage(HttpRequest request) =>
        request.HasJsonContentType()
        && (request.Headers.Origin.Count == 0 || request.Headers.Origin == $"{request.Scheme}://{request.Host}");

    private static async Task WriteAsync(HttpContext http, object answer)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await JsonSerializer.SerializeAsync(http.Response.Body, answer, Contract.Json, http.RequestAborted);
    }

    private static AnswerView Said(string? sentence) => new(sentence is null, sentence);
}
