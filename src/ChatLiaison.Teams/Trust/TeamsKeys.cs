using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ChatLiaison.Teams;

/// <summary>A key that signs activities, and the channels that it may sign for.</summary>
internal sealed record TeamsKey(SecurityKey Key, FrozenSet<string> Endorsements);

/// <summary>
/// The Bot Connector's signing keys. They are kept for a day; a key id that isn't among them makes us look again at once, but not more
/// than once a minute, so that forged tokens can't drive us.
/// </summary>
internal sealed class TeamsKeys(TeamsOptions options, TeamsHttp http, TimeProvider time, ILogger<TeamsKeys> log) : IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _oneLook = new(1, 1);
    private volatile Keys _keys = new(FrozenDictionary<string, TeamsKey>.Empty, DateTimeOffset.MinValue);
    private DateTimeOffset _nextLook = DateTimeOffset.MinValue;

    /// <summary>The key with this id; null when the connector has none, or can't be asked and we know none.</summary>
    public async ValueTask<TeamsKey?> FindAsync(string kid, CancellationToken cancellationToken)
    {
        var keys = _keys;
        if (keys.ById.TryGetValue(kid, out var key) && time.GetUtcNow() - keys.ReadAt < KeptFor)
        {
            return key;
        }

        await LookAsync(keys, cancellationToken);
        return _keys.ById.GetValueOrDefault(kid);
    }

    public void Dispose() => _oneLook.Dispose();

    private async Task LookAsync(Keys seen, CancellationToken cancellationToken)
    {
        await _oneLook.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (!ReferenceEquals(seen, _keys) || now < _nextLook)
            {
                return;
            }

            _nextLook = now + AfterFailure;
            _keys = new(await ReadAsync(cancellationToken), now);
            _nextLook = now + BetweenLooks;
        }
        catch (Exception failure) when (failure is HttpRequestException or ArgumentException or FormatException or IOException)
        {
            log.LogWarning("The signing keys of Teams could not be read from {Address}: {Reason}", options.OpenIdMetadataUrl, failure.Message);
        }
        finally
        {
            _oneLook.Release();
        }
    }

    private async Task<FrozenDictionary<string, TeamsKey>> ReadAsync(CancellationToken cancellationToken)
    {
        var metadata = OpenIdConnectConfiguration.Create(await http.GetTextAsync(options.OpenIdMetadataUrl, cancellationToken));
        var set = JsonWebKeySet.Create(await http.GetTextAsync(metadata.JwksUri, cancellationToken));
        return set.Keys
            .Where(key => key.Kty == JsonWebAlgorithmsKeyTypes.RSA && !string.IsNullOrEmpty(key.Kid))
            .DistinctBy(key => key.Kid)
            .ToFrozenDictionary(key => key.Kid, key => new TeamsKey(key, EndorsementsOf(key)));
    }

    // An addition of the Bot Framework's that the key type knows nothing of, so it stays as the JSON it was.
    private static FrozenSet<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var found) && found is JsonElement { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(item => item.ToString()).ToFrozenSet(StringComparer.Ordinal)
            : FrozenSet<string>.Empty;

    private sealed record Keys(FrozenDictionary<string, TeamsKey> ById, DateTimeOffset ReadAt);
}
