using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatLiaison.Playground.Teams;

/// <summary>Makes the bearer token of an activity on its way to the app, right or wrong in one chosen way.</summary>
internal sealed class TeamsTokenMint(TeamsSigningKeys keys, string appId, TimeProvider time)
{
    public const string Issuer = "https://api.botframework.com";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>The token, or null when none is to be sent.</summary>
    public string? For(string serviceUrl, TeamsForgery forgery)
    {
        if (forgery == TeamsForgery.NoToken)
        {
            return null;
        }

        var start = time.GetUtcNow().UtcDateTime - TimeSpan.FromMinutes(1) + forgery switch
        {
            TeamsForgery.Expired => -2 * Lifetime,
            TeamsForgery.NotYetValid => Lifetime,
            _ => TimeSpan.Zero,
        };
        var claims = new Dictionary<string, object>(StringComparer.Ordinal);
        if (forgery != TeamsForgery.NoServiceUrl)
        {
            claims["serviceurl"] = forgery == TeamsForgery.WrongServiceUrl ? "https://elsewhere.example/teams/" : serviceUrl;
        }

        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = forgery == TeamsForgery.WrongIssuer ? "https://sts.example/issuer" : Issuer,
            Audience = forgery == TeamsForgery.WrongAudience ? "99999999-9999-4999-8999-999999999999" : appId,
            NotBefore = start,
            Expires = start + Lifetime,
            Claims = claims,
            SigningCredentials = CredentialsFor(forgery),
        });
    }

    private SigningCredentials? CredentialsFor(TeamsForgery forgery) => forgery switch
    {
        TeamsForgery.WithoutSignature => null,
        TeamsForgery.WrongKey => Rsa(new RsaSecurityKey(keys.Stranger.Rsa) { KeyId = keys.Current.KeyId }),
        TeamsForgery.UnknownKey => Rsa(keys.Stranger),
        TeamsForgery.KeyWithoutEndorsement => Rsa(keys.Unendorsed),
        TeamsForgery.SymmetricAlgorithm => new SigningCredentials(
            new SymmetricSecurityKey(keys.Current.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = keys.Current.KeyId },
            SecurityAlgorithms.HmacSha256),
        _ => Rsa(keys.Current),
    };

    private static SigningCredentials Rsa(RsaSecurityKey key) =>
        // No cached provider: it would go on signing with an earlier key of the same id.
        new(key, SecurityAlgorithms.RsaSha256) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
}
