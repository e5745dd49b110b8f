using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatLiaison.Playground.Slack;

/// <summary>Who calls, and may they?</summary>
internal static class ApiCaller
{
    /// <exception cref="SlackApiException">not_authed, invalid_auth, not_allowed_token_type, account_inactive or missing_scope.</exception>
    public static void Check(SlackStandIn standIn, HttpRequest request, ApiArguments args, ApiMethod method)
    {
        var header = request.Headers.Authorization.ToString();
        if (method.Token == ApiToken.None)
        {
            TakeBasic(header, args);
            return;
        }

        var token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : args["token"];
        var (wanted, other) = method.Token == ApiToken.Bot ? (standIn.BotToken, standIn.AppToken) : (standIn.AppToken, standIn.BotToken);
        var refusal = token switch
        {
            null or "" => "not_authed",
            _ when token == other => "not_allowed_token_type",
            _ when token != wanted => "invalid_auth",
            _ when !standIn.IsInstalled => "account_inactive",
            _ => null,
        };
        if (refusal is not null)
        {
            throw new SlackApiException(refusal);
        }

        if (method.Scope is { } scope && standIn.Options.GrantedScopes is { } granted && !granted.Contains(scope))
        {
            var more = new JsonObject { ["needed"] = scope, ["provided"] = string.Join(',', granted) };
            throw new SlackApiException("missing_scope", more: more);
        }
    }

    // oauth.v2.access takes the client's id and secret in the form or as HTTP Basic.
    private static void TakeBasic(string header, ApiArguments args)
    {
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var bytes = new byte[header.Length];
        if (Convert.TryFromBase64String(header[6..].Trim(), bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var id, var secret])
        {
            args.Values["client_id"] = id;
            args.Values["client_secret"] = secret;
        }
    }
}
