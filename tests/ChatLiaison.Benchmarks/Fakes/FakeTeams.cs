using System.Security.Cryptography;
using ChatLiaison.Benchmarks.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace ChatLiaison.Benchmarks.Fakes;

/// <summary>The connector, the token endpoint and the signing keys of Teams, with nothing behind them.</summary>
internal sealed class FakeTeams : IAsyncDisposable
{
    public const string KeyId = "bench-key";
    public const string Issuer = "https://api.botframework.com";

    private readonly WebApplication app;
    private long messages;

    private FakeTeams(WebApplication app, Uri url) => (this.app, Url) = (app, url);

    public Uri Url { get; }

    public RSA Key { get; } = RSA.Create(2048);

    public Uri OpenIdMetadata => new(Url, ".well-known/openidconfiguration");

    public Uri Token => new(Url, "token");

    public static async Task<FakeTeams> StartAsync()
    {
        var url = Ports.Free();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var fake = new FakeTeams(builder.Build(), url);
        fake.app.Urls.Add(url.ToString());
        fake.app.Run(fake.AnswerAsync);
        await fake.app.StartAsync();
        return fake;
    }

    public async ValueTask DisposeAsync()
    {
        Key.Dispose();
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        var path = context.Request.Path.Value!;
        var key = Key.ExportParameters(false);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(path switch
        {
            "/.well-known/openidconfiguration" =>
                $$"""{"issuer":"{{Issuer}}","jwks_uri":"{{new Uri(Url, "keys")}}","id_token_signing_alg_values_supported":["RS256"]}""",
            "/keys" =>
                $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"{{KeyId}}","x5t":"{{KeyId}}","n":"{{Base64UrlEncoder.Encode(key.Modulus)}}","e":"{{Base64UrlEncoder.Encode(key.Exponent)}}","endorsements":["msteams"]}]}""",
            "/token" => """{"token_type":"Bearer","expires_in":3599,"access_token":"bench"}""",
            _ when path.Contains("/members/", StringComparison.Ordinal) => """{"id":"29:x","name":"Person","userRole":"user","tenantId":"11111111-1111-4111-8111-111111111111"}""",
            _ => $$"""{"id":"{{Interlocked.Increment(ref messages)}}"}""",
        });
    }
}
