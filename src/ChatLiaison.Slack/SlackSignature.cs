using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatLiaison.Slack;

/// <summary>
/// Tells Slack's requests from forged and replayed ones. HMAC-SHA256 over <c>v0:timestamp:body</c>, keyed with the signing secret, the
/// timestamp at most five minutes off in either direction. (Slack: verifying requests from Slack.)
/// </summary>
internal sealed class SlackSignature(string signingSecret, TimeProvider time)
{
    public const string SignatureHeader = "X-Slack-Signature";
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    private const int WindowSeconds = 300;
    private const int HexLength = 64;

    private readonly byte[] key = Encoding.UTF8.GetBytes(signingSecret);

    /// <summary>True when the headers prove that Slack sent this body a moment ago.</summary>
    public bool Proves(SlackBody body, string? timestamp, string? signature)
    {
        if (timestamp is not { Length: > 0 and <= 16 } || signature?.Length != HexLength + 3 || !signature.StartsWith("v0=", StringComparison.Ordinal))
        {
            return false;
        }

        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sentAt)
            || Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - sentAt) > WindowSeconds)
        {
            return false;
        }

        Span<byte> prefix = stackalloc byte[SlackBody.Headroom];
        "v0:"u8.CopyTo(prefix);
        var written = 3 + Encoding.ASCII.GetBytes(timestamp, prefix[3..]);
        prefix[written++] = (byte)':';

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, body.Prefixed(prefix[..written]), hash);
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return Convert.FromHexString(signature.AsSpan(3), given, out _, out var bytes) == OperationStatus.Done
            && bytes == given.Length
            && CryptographicOperations.FixedTimeEquals(hash, given);
    }
}
