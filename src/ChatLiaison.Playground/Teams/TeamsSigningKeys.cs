using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace ChatLiaison.Playground.Teams;

/// <summary>The keys that sign what the channel sends, and the set that is published.</summary>
internal sealed class TeamsSigningKeys
{
    // Making keys takes a noticeable moment, so that all stand-ins of a process share a few, under ids of their own.
    private static readonly Lazy<RSAParameters>[] Made =
    [
        .. Enumerable.Range(0, 5).Select(_ => new Lazy<RSAParameters>(() =>
        {
            using var rsa = RSA.Create(2048);
            return rsa.ExportParameters(includePrivateParameters: true);
        })),
    ];

    private readonly Lock _gate = new();
    private IReadOnlyList<PublishedKey> _published;
    private int _rotations;

    public TeamsSigningKeys()
    {
        Current = NewKey(2);
        _published = [new PublishedKey(Current, Endorsed: true), new PublishedKey(Unendorsed, Endorsed: false)];
    }

    public RsaSecurityKey Current { get; private set; }

    /// <summary>Published, but endorsed for another channel only.</summary>
    public RsaSecurityKey Unendorsed { get; } = NewKey(0);

    /// <summary>Never published.</summary>
    public RsaSecurityKey Stranger { get; } = NewKey(1);

    public string Rotate(bool keepOld)
    {
        lock (_gate)
        {
            var old = _published.Where(key => keepOld || !key.Endorsed);
            // Three sets of material in turn: never the one in use until now.
            Current = NewKey(2 + (++_rotations % 3));
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

    private static RsaSecurityKey NewKey(int made) => new(RSA.Create(Made[made].Value)) { KeyId = $"playground-{Guid.NewGuid():N}" };

    private sealed record PublishedKey(RsaSecurityKey Key, bool Endorsed);
}
