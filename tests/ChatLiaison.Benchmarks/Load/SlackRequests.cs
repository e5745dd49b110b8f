using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace ChatLiaison.Benchmarks.Load;

/// <summary>Requests as Slack makes them, each signed for the moment it is sent. (Slack: verifying requests from Slack.)</summary>
internal static class SlackRequests
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private static readonly byte[] Key = Encoding.UTF8.GetBytes(Secret);

    private static readonly MediaTypeHeaderValue FormType = new("application/x-www-form-urlencoded");

    /// <summary><c>/escalate</c>, typed by one of our people in one of the customers' channels.</summary>
    public static HttpRequestMessage Command(Uri server, long number)
    {
        var (user, channel) = Town.Somebody(number);
        return Signed(new Uri(server, "slack/commands"), Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"token=xyz&team_id={Town.Team}&team_domain=bench&channel_id={channel}&channel_name=customer&user_id={user}&user_name=person&command=%2Fescalate"
            + $"&text=checkout+is+down+for+everyone&api_app_id=A0BENCH&is_enterprise_install=false&response_url=http%3A%2F%2F127.0.0.1%2Fnowhere&trigger_id=13345224609.738474920.{number:x}")));
    }

    /// <summary>The form, filled in and submitted: <c>payload=…</c> with the JSON percent-encoded.</summary>
    public static HttpRequestMessage Interaction(Uri server, string json) =>
        Signed(new Uri(server, "slack/interactions"), Encoding.UTF8.GetBytes("payload=" + Uri.EscapeDataString(json)));

    private static HttpRequestMessage Signed(Uri address, byte[] body)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Key);
        hash.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = FormType;
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(hash.GetHashAndReset()));
        return request;
    }
}
