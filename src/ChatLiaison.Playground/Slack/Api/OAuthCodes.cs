using System.Collections.Concurrent;

namespace ChatLiaison.Playground.Slack;

/// <summary>Codes of the install flow: good once, for ten minutes.</summary>
internal sealed class OAuthCodes(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, (string UserId, DateTimeOffset At)> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _spent = new(StringComparer.Ordinal);

    public string Issue(string userId)
    {
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (userId, time.GetUtcNow());
        return code;
    }

    /// <returns>The person who installs.</returns>
    public string Spend(string code)
    {
        if (!_codes.TryGetValue(code, out var issued) || time.GetUtcNow() - issued.At > Lifetime)
        {
            throw new SlackApiException("invalid_code");
        }

        return _spent.TryAdd(code, true) ? issued.UserId : throw new SlackApiException("code_already_used");
    }
}
