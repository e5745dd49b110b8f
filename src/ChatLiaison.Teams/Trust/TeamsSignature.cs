using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatLiaison.Teams;

/// <summary>What a good token says: from where activities may come with it, and for which channels.</summary>
internal sealed record TeamsCaller(string ServiceUrl, FrozenSet<string> Endorsements, DateTimeOffset Until);

/// <summary>
/// Checks the token of an activity (Bot Connector authentication: RS256, issuer, audience, life, service address, endorsements). One
/// token comes with many activities, so a token that was found good is remembered by its exact text until it expires.
/// </summary>
internal sealed class TeamsSignature(TeamsOptions options, TeamsKeys keys, TimeProvider time, ILogger<TeamsSignature> log)
{
    private const string Issuer = "https://api.botframework.com";
    private const string Scheme = "Bearer ";
    private const int Remembered = 4096;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly ConcurrentDictionary<string, TeamsCaller> _good = new(StringComparer.Ordinal);

    /// <summary>Who calls, by the Authorization header; null when the header is missing or its token is no good.</summary>
    public ValueTask<TeamsCaller?> CallerAsync(string? header, CancellationToken cancellationToken)
    {
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return new(Refuse("it carries no bearer token"));
        }

        var known = _good.GetAlternateLookup<ReadOnlySpan<char>>();
        return known.TryGetValue(header.AsSpan(Scheme.Length), out var caller) && time.GetUtcNow() < caller.Until
            ? new(caller)
            : new(ValidateAsync(header[Scheme.Length..], cancellationToken));
    }

    /// <summary>Whether this caller may send this activity. Asked for each one, since one token comes with many.</summary>
    public bool Covers(TeamsCaller caller, string serviceUrl, string channelId)
    {
        if (!string.Equals(caller.ServiceUrl, serviceUrl, StringComparison.Ordinal))
        {
            return Refuse("its service address is not the one its token was made for") is not null;
        }

        return caller.Endorsements.Contains(channelId) || Refuse("its token's key is not endorsed for its channel") is not null;
    }

    private async Task<TeamsCaller?> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        if (!_handler.CanReadToken(token) || _handler.ReadJsonWebToken(token) is not { Alg: SecurityAlgorithms.RsaSha256 } read)
        {
            return Refuse("its token is no RS256 token");
        }

        var key = string.IsNullOrEmpty(read.Kid) ? null : await keys.FindAsync(read.Kid, cancellationToken);
        if (key is null)
        {
            return Refuse("its token's key is not among the connector's keys");
        }

        var result = await _handler.ValidateTokenAsync(read, ParametersFor(key.Key));
        if (!result.IsValid)
        {
            return Refuse(result.Exception?.GetType().Name ?? "its token is not valid");
        }

        var caller = new TeamsCaller(
            read.TryGetPayloadValue<string>("serviceurl", out var url) ? url : "", key.Endorsements, new DateTimeOffset(read.ValidTo, TimeSpan.Zero));
        Remember(token, caller);
        return caller;
    }

    private TokenValidationParameters ParametersFor(SecurityKey key) => new()
    {
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ValidIssuer = Issuer,
        ValidAudience = options.AppId,
        IssuerSigningKey = key,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => IsAlive(from, until),
    };

    private bool IsAlive(DateTime? from, DateTime? until)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + Skew && (from is not { } start || now >= start - Skew);
    }

    // Emptying it now and then costs one check a token; keeping an order of use would cost a lock on every activity.
    private void Remember(string token, TeamsCaller caller)
    {
        if (_good.Count >= Remembered)
        {
            _good.Clear();
        }

        _good[token] = caller;
    }

    private TeamsCaller? Refuse(string reason)
    {
        log.LogWarning("An activity for Teams was refused: {Reason}", reason);
        return null;
    }
}
