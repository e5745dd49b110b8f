using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatLiaison.Playground.Slack;

/// <summary>
/// Slack: verifying requests. <c>v0=</c> and the lower-case hex HMAC-SHA256 of <c>v0:timestamp:body</c> under the signing secret.
/// </summary>
public static class SlackSignature
{
    public const string SignatureHeader = "x-slack-signature";
    public const string TimestampHeader = "x-slack-request-timestamp";

    /// <param name="timestamp">Unix seconds.</param>
    public static string Of(string secret, long timestamp, string body)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"v0:{timestamp}:{body}");
        return "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
    }
}
