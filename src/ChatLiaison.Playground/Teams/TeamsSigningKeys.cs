using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace ChatLiaison.Playground.Teams;

/// <summary>The keys that sign what the channel sends, and the set that is published.</summary>
internal sealed class TeamsSigningKeys
{
    private readonly Lock _gate = new();
    private IReadOnlyList<PublishedKey> _published;
    private int _made;

    public TeamsSigningKeys()
    {
        Current = NewKey();
        Unendorsed = NewKey();
        Stranger = NewKey();
        _published = [new PublishedKey(Current, Endorsed: true), new PublishedKey(Unendorsed, Endorsed: false)];
    }

    public RsaSecurityKey Current { get; private set; }

    /// <summary>Published, but endorsed for another channel only.</summary>
    public RsaSecurityKey Unendorsed { get; }

    /// <summary>Never published.</summary>
    public RsaSecurityKey Stranger { get; }

    public string Rotate(bool keepOld)
    {
        lock (_gate)
        {
            var old = _published.Where(key => keepOld || !key.Endorsed);
            Current = NewKey();
            _published = [new PublishedKey(Current, Endorsed: true), .. old];
            return Current.KeyId;
        }
    }

    /// <summary>The key set, with the <c>endorsements</c> that the Bot Framework adds to each key.</summary>
    public JsonObject Document()
    {
        var keys = _published.Select(JsonNode (published) =>
        {
            var key = published.Key.Rsa.ExportParameters(includePrivateParameters: false);
            return new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = published.Key.KeyId,
                ["x5t"] = published.Key.KeyId,
                ["n"] = Base64UrlEncoder.Encode(key.Modulus),
                ["e"] = Base64UrlEncoder.Encode(key.Exponent),
                ["endorsements"] = new JsonArray(published.Endorsed ? "msteams" : "webchat"),
            };
        });
        return new JsonObject { ["keys"] = new JsonArray([.. keys]) };
    }

    private RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = $"playground-{++_made}-{Guid.NewGuid():N}" };

    private sealed record PublishedKey(RsaSecurityKey Key, bool Endorsed);
}
