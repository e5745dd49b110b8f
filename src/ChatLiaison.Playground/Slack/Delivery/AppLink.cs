using System.Globalization;
using System.Text;

namespace ChatLiaison.Playground.Slack;

/// <summary>The way from Slack to the app: signed HTTP requests, or envelopes on a Socket Mode connection.</summary>
internal sealed class AppLink(SlackStandIn standIn) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public bool HasReceiver => standIn.UseSocketMode ? standIn.Sockets.Count > 0 : standIn.AppUrl is not null;

    /// <summary>Delivers, and waits for the answer no longer than Slack would.</summary>
    public async Task<AppAnswer> DeliverAsync(AppRequest request)
    {
        if (standIn.UseSocketMode)
        {
            return await standIn.Sockets.DeliverAsync(request);
        }

        var (body, type) = request.ToHttp();
        var headers = SignedHeaders(body);
        if (request.Retry > 0)
        {
            headers["x-slack-retry-num"] = $"{request.Retry}";
            headers["x-slack-retry-reason"] = request.RetryReason ?? "unknown_error";
        }

        return await SendAsync(request.Path, body, type, headers, standIn.Options.AnswerWithin);
    }

    public Dictionary<string, string> SignedHeaders(string body, TimeSpan shift = default, string? secret = null)
    {
        var timestamp = (standIn.Options.Time.GetUtcNow() + shift).ToUnixTimeSeconds();
        return new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [SlackSignature.TimestampHeader] = timestamp.ToString(CultureInfo.InvariantCulture),
            [SlackSignature.SignatureHeader] = SlackSignature.Of(secret ?? standIn.SigningSecret, timestamp, body),
        };
    }

    /// <summary>Sends the bytes given, signed or not.</summary>
    public async Task<AppAnswer> SendAsync(
        string path, string body, string contentType, IReadOnlyDictionary<string, string> headers, TimeSpan within)
    {
        if (standIn.AppUrl is not { } app)
        {
            return AppAnswer.Unreachable;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app, path));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var limit = new CancellationTokenSource(within);
        try
        {
            using var response = await _http.SendAsync(request, limit.Token);
            var text = await response.Content.ReadAsStringAsync(limit.Token);
            return new AppAnswer(
                (int)response.StatusCode, text, response.Content.Headers.ContentType?.ToString(),
                response.IsSuccessStatusCode ? null : "dispatch_failed",
                response.Headers.TryGetValues("x-slack-no-retry", out var noRetry) && noRetry.Contains("1"));
        }
        catch (OperationCanceledException)
        {
            return AppAnswer.TimedOut;
        }
        catch (HttpRequestException)
        {
            return AppAnswer.Unreachable;
        }
    }

    public void Dispose() => _http.Dispose();
}
