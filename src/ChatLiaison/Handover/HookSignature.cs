using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace ChatLiaison.Handover;

/// <summary>
/// Tells events of systems that share our secret from forged and replayed ones: <c>sha256=</c> and the hex of HMAC-SHA256 over the timestamp,
/// a dot and the raw body. The timestamp is in Unix seconds and at most five minutes off in either direction.
/// </summary>
internal static class HookSignature
{
    public const string SignatureHeader = "X-ChatLiaison-Signature";
    public const string TimestampHeader = "X-ChatLiaison-Timestamp";

    private const string Prefix = "sha256=";
    private static readonly Duration Window = Duration.FromMinutes(5);

    /// <summary>Why the event is not taken; null when the headers prove that it comes from somebody who knows the secret.</summary>
    public static string? Refusal(string secret, string timestamp, string signature, ReadOnlySpan<byte> body, Instant now)
    {
        if (timestamp.Length is 0 or > 16 || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > 253_402_300_799)
        {
            return $"{TimestampHeader} is missing or no number: send the time in Unix seconds.";
        }

        var sent = Instant.FromUnixTimeSeconds(seconds);
        if (sent < now - Window || sent > now + Window)
        {
            return $"{TimestampHeader} is more than five minutes off: sign each event when you send it, and set the clock.";
        }

        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return signature.Length == Prefix.Length + (2 * HMACSHA256.HashSizeInBytes) && signature.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.FromHexString(signature.AsSpan(Prefix.Length), given, out _, out var bytes) == OperationStatus.Done && bytes == given.Length
            && CryptographicOperations.FixedTimeEquals(Hash(secret, timestamp, body), given)
            ? null
            : $"{SignatureHeader} does not match: send {Prefix} and the hex of HMAC-SHA256 over the timestamp, a dot and the body, with the secret of Hooks:Secret.";
    }

    /// <summary>What a sender puts into <see cref="SignatureHeader"/>.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body) => Prefix + Convert.ToHexStringLower(Hash(secret, timestamp, body));

    private static byte[] Hash(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.ASCII.GetBytes(timestamp));
        hash.AppendData("."u8);
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
