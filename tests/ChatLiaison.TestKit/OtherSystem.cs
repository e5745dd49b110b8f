using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using ChatLiaison.Handover;

namespace ChatLiaison.TestKit;

/// <summary>A deployment tool or a tracker that tells the desk something, signed as the README says.</summary>
public sealed class OtherSystem(Uri server, TimeProvider clock) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = server };

    /// <param name="hook">What stands after <c>/hooks/</c>.</param>
    /// <param name="secret">What it is signed with; null for no signature at all.</param>
    /// <param name="late">How long ago it was signed.</param>
    public async Task<(int Status, string Said)> TellAsync(string hook, string json, string? secret = TestLiaison.HooksSecret, TimeSpan late = default)
    {
        var body = Encoding.UTF8.GetBytes(json);
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/hooks/{hook}", UriKind.Relative)) { Content = content };
        if (secret is not null)
        {
            var timestamp = (clock.GetUtcNow() - late).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            request.Headers.Add(HookSignature.TimestampHeader, timestamp);
            request.Headers.Add(HookSignature.SignatureHeader, HookSignature.Sign(secret, timestamp, body));
        }

        using var answer = await _http.SendAsync(request);
        return ((int)answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Trim());
    }

    public void Dispose() => _http.Dispose();
}
