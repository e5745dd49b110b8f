using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatLiaison.Benchmarks.Floors;

/// <summary>The least that could answer Teams: Kestrel, the token's check, and the dialog as the product draws it or the rows as it writes them.</summary>
internal static class TeamsFloor
{
    private static readonly byte[] Saved = """{"task":{"type":"message","value":"Saved."}}"""u8.ToArray();

    /// <summary>Settings by environment variables: FLOOR_URL, FLOOR_KEYS (a JSON Web Key Set), FLOOR_APP_ID, FLOOR_VIEW and FLOOR_ROWS (files), FLOOR_DATABASE.</summary>
    public static async Task<int> RunAsync()
    {
        var dialog = await File.ReadAllBytesAsync(Setting("FLOOR_VIEW"));
        var rows = File.Exists(Setting("FLOOR_ROWS")) ? RowWriter.Open(Setting("FLOOR_DATABASE"), await File.ReadAllTextAsync(Setting("FLOOR_ROWS"))) : null;
        var handler = new JsonWebTokenHandler();
        var parameters = new TokenValidationParameters
        {
            ValidIssuer = Fakes.FakeTeams.Issuer,
            ValidAudience = Setting("FLOOR_APP_ID"),
            IssuerSigningKeys = new JsonWebKeySet(Setting("FLOOR_KEYS")).GetSigningKeys(),
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        app.Urls.Add(Setting("FLOOR_URL"));
        app.MapGet("/health/ready", () => "ready");
        app.MapPost("/api/messages", async context =>
        {
            var token = context.Request.Headers.Authorization.ToString();
            if (!token.StartsWith("Bearer ", StringComparison.Ordinal) || !(await handler.ValidateTokenAsync(token[7..], parameters)).IsValid)
            {
                context.Response.StatusCode = 401;
                return;
            }

            using var activity = await JsonDocument.ParseAsync(context.Request.Body);
            var answer = dialog;
            if (activity.RootElement.GetProperty("name").ValueEquals("task/submit"u8))
            {
                await rows!.WriteAsync(activity.RootElement.GetProperty("id").GetString()!, context.RequestAborted);
                answer = Saved;
            }

            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer);
        });
        await app.RunAsync();
        return 0;
    }

    private static string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? "";
}
