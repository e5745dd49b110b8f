using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ChatLiaison.Playground.Teams;

/// <summary>
/// The token endpoint's memory: access tokens given for client credentials, and whether one that comes back is good.
/// Source: Microsoft identity platform, client credentials flow.
/// </summary>
internal sealed class ConnectorTokens(string appId, string appPassword, TeamsStandInOptions options)
{
    public const string Scope = "https://api.botframework.com/.default";

    private readonly ConcurrentDictionary<string, DateTimeOffset> _expiries = new(StringComparer.Ordinal);

    /// <summary>Forgets all tokens, as the service does when an app's credentials were reset.</summary>
    public void Revoke() => _expiries.Clear();

    public bool IsGood(string? authorization) =>
        authorization?.StartsWith("Bearer ", StringComparison.Ordinal) == true
        && _expiries.TryGetValue(authorization["Bearer ".Length..], out var expiry)
        && options.Time.GetUtcNow() < expiry;

    public ConnectorAnswer Issue(IFormCollection form)
    {
        if (form["grant_type"] != "client_credentials")
        {
            return Refused(400, "unsupported_grant_type", "The grant type must be client_credentials.");
        }

        if (form["scope"] != Scope)
        {
            return Refused(400, "invalid_scope", $"The scope must be {Scope}.");
        }

        if (form["client_id"] != appId)
        {
            return Refused(400, "unauthorized_client", "No application has this client_id.");
        }

        if (form["client_secret"] != appPassword)
        {
            return Refused(401, "invalid_client", "The client secret is wrong.");
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        _expiries[token] = options.Time.GetUtcNow() + options.AccessTokenLifetime;
        return new ConnectorAnswer(200, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)options.AccessTokenLifetime.TotalSeconds,
            ["ext_expires_in"] = (int)options.AccessTokenLifetime.TotalSeconds,
            ["access_token"] = token,
        });
    }

    private static ConnectorAnswer Refused(int status, string error, string description) =>
        new(status, new JsonObject { ["error"] = error, ["error_description"] = description });
}
