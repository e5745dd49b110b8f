using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using ChatLiaison.Playground.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatLiaison.Playground.Tests.Teams;

/// <summary>The smallest app there can be: it checks the token as the documentation asks, keeps the activity, and answers as told.</summary>
internal sealed class FakeApp : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly HttpClient _http = new();
    private readonly ConcurrentQueue<JsonElement> _received = new();
    private TeamsStandIn _teams = null!;

    private FakeApp(WebApplication web) => _web = web;

    public IReadOnlyList<JsonElement> Received => [.. _received];

    public JsonElement Last => _received.Last();

    /// <summary>What an invoke is answered with; gets the activity.</summary>
    public Func<JsonElement, object?> Answers { get; set; } = _ => null;

    public int Status { get; set; } = 200;

    /// <summary>How long the app thinks before it answers.</summary>
    public TimeSpan Thinks { get; set; }

    /// <summary>Why the last refused token was refused.</summary>
    public string? Refusal { get; private set; }

    public static async Task<FakeApp> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var web = builder.Build();
        var app = new FakeApp(web);
        web.MapPost("/api/messages", app.TakeAsync);
        await web.StartAsync();
        return app;
    }

    public void Serve(TeamsStandIn teams)
    {
        _teams = teams;
        teams.AppUrl = new Uri(_web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _web.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        var activity = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        Refusal = await RefuseAsync(http.Request.Headers.Authorization.ToString(), activity);
        if (Refusal is not null)
        {
            http.Response.StatusCode = 401;
            return;
        }

        _received.Enqueue(activity);
        await Task.Delay(Thinks, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        http.Response.StatusCode = Status;
        if (Answers(activity) is { } body)
        {
            await http.Response.WriteAsJsonAsync(body);
        }
    }

    private async Task<string?> RefuseAsync(string authorization, JsonElement activity)
    {
        if (!authorization.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            return "no token";
        }

        var metadata = await _http.GetFromJsonElementAsync(_teams.OpenIdMetadataUrl);
        var keys = (await _http.GetFromJsonElementAsync(metadata.GetProperty("jwks_uri").GetString()!)).GetProperty("keys");
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(authorization["Bearer ".Length..], new TokenValidationParameters
        {
            ValidIssuer = metadata.GetProperty("issuer").GetString(),
            ValidAudience = _teams.AppId,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKeys = [.. keys.EnumerateArray().Select(key => new JsonWebKey(key.GetRawText()))],
            ClockSkew = TimeSpan.FromMinutes(5),
        });
        if (!result.IsValid)
        {
            return result.Exception.GetType().Name;
        }

        var token = (JsonWebToken)result.SecurityToken;
        if (!token.TryGetPayloadValue<string>("serviceurl", out var claim) || claim != activity.GetProperty("serviceUrl").GetString())
        {
            return "serviceurl";
        }

        var key = keys.EnumerateArray().Single(key => key.GetProperty("kid").GetString() == token.Kid);
        return key.GetProperty("endorsements").EnumerateArray().Any(channel => channel.GetString() == "msteams") ? null : "endorsements";
    }
}
