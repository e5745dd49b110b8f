using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatLiaison.Slack;

/// <summary>
/// Installs the app through Slack's consent page. The way back must carry the state that this browser was sent out with. (Slack:
/// installing with OAuth.)
/// </summary>
internal sealed class SlackInstall(SlackOptions options, SlackApi api, SlackInstallation installation, ILogger<SlackInstall> log)
{
    private const string StateCookie = "chatliaison-slack-state";

    public Task StartAsync(HttpContext context)
    {
        if (!options.OffersInstall)
        {
            return PageAsync(context, 200, "ChatLiaison is installed by token", "Create the app from manifests/slack, install it there, and set Slack:BotToken. To install from this page instead, set Slack:ClientId and Slack:ClientSecret.");
        }

        var state = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(StateCookie, state, new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromMinutes(10),
            Path = "/slack",
        });
        var query = QueryString.Create("client_id", options.ClientId)
            .Add("scope", string.Join(',', SlackManifest.Scopes))
            .Add("state", state)
            .Add("redirect_uri", Back(context));
        context.Response.Redirect(new Uri(options.Api, "/oauth/v2/authorize") + query.ToUriComponent());
        return Task.CompletedTask;
    }

    public async Task FinishAsync(HttpContext context)
    {
        if (!options.OffersInstall)
        {
            await PageAsync(context, 404, "ChatLiaison is installed by token", "This server has no Slack:ClientId and Slack:ClientSecret, so there is nothing to finish here.");
            return;
        }

        var state = context.Request.Query["state"].ToString();
        var sent = context.Request.Cookies[StateCookie] ?? "";
        var code = context.Request.Query["code"].ToString();
        context.Response.Cookies.Delete(StateCookie, new CookieOptions { Path = "/slack" });
        if (sent.Length == 0 || code.Length == 0 || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(state)))
        {
            await PageAsync(context, 400, "Not installed", "Slack's answer does not belong to an installation that was begun in this browser in the last ten minutes. Open /slack/install again.");
            return;
        }

        await ExchangeAsync(context, code);
    }

    private async Task ExchangeAsync(HttpContext context, string code)
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}"));
        var result = await api.AskAsAsync($"Basic {credentials}", "oauth.v2.access", context.RequestAborted, new("code", code), new("redirect_uri", Back(context)));
        if (!result.IsOk)
        {
            log.LogWarning("Slack gave no token for an installation: {Error}", result.Error);
            await PageAsync(context, 400, "Not installed", "Slack did not accept the installation. Open /slack/install again.");
            return;
        }

        using var document = result.Read();
        var team = document.RootElement.Text("team", "id");
        if (installation.Team is { } ours && ours.TeamId != team)
        {
            await PageAsync(context, 409, "Not installed", "This server already works for another workspace; one server serves one. Set up a second server for this workspace.");
            return;
        }

        await installation.AcceptAsync(document.RootElement.Text("access_token") ?? "", context.RequestAborted);
        await PageAsync(context, 200, "Installed", "ChatLiaison is in your workspace. Invite it to a channel with /invite and type /liaison.");
    }

    private string Back(HttpContext context)
    {
        var root = options.PublicUrl.Length > 0 ? options.PublicUrl.TrimEnd('/') : $"{context.Request.Scheme}://{context.Request.Host}";
        return $"{root}/slack/oauth";
    }

    private static Task PageAsync(HttpContext context, int status, string title, string words)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{title}</title><h1>{title}</h1><p>{words}</p></html>");
    }
}
