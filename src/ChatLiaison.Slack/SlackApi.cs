using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using ChatLiaison.Chat;
using NodaTime;

namespace ChatLiaison.Slack;

/// <summary>
/// Slack's Web API. An error in the envelope is a value; what happens to the connection is a <see cref="ChatPlatformException"/> that says
/// whether the call may have arrived. Nothing is retried here, and no token is ever part of a message.
/// </summary>
internal sealed class SlackApi(SlackOptions options, SlackInstallation installation) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A trigger lives three seconds: what hangs on one must not wait longer.</summary>
    public static readonly TimeSpan TriggerPatience = TimeSpan.FromSeconds(2);

    private static readonly MediaTypeHeaderValue JsonType = new("application/json", "utf-8");

    private readonly ConcurrentDictionary<string, Uri> addresses = new(StringComparer.Ordinal);

    // The bare invoker: no cookies, no proxies of settings, no second time-out around ours.
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
    });

    /// <summary>Sends a JSON body, as writing methods take it. The buffer stays the caller's.</summary>
    public Task<SlackResult> PostAsync(string method, JsonBuffer json, CancellationToken cancellationToken, TimeSpan? patience = null)
    {
        var content = new ReadOnlyMemoryContent(json.Written);
        content.Headers.ContentType = JsonType;
        return SendAsync(method, Address(method), content, installation.Bearer, patience ?? Patience, cancellationToken);
    }

    /// <summary>Sends a form, which every method takes and reading methods demand.</summary>
    public Task<SlackResult> AskAsync(string method, CancellationToken cancellationToken, params IReadOnlyList<KeyValuePair<string, string>> arguments) =>
        SendAsync(method, Address(method), new FormUrlEncodedContent(arguments), installation.Bearer, Patience, cancellationToken);

    /// <summary>The same with other credentials than the bot's: an app-level token, or the app's own id and secret.</summary>
    public Task<SlackResult> AskAsAsync(string authorization, string method, CancellationToken cancellationToken, params IReadOnlyList<KeyValuePair<string, string>> arguments) =>
        SendAsync(method, Address(method), new FormUrlEncodedContent(arguments), authorization, Patience, cancellationToken);

    /// <summary>Answers through a payload's <c>response_url</c>, which needs no token and answers with plain words.</summary>
    public async Task RespondAsync(Uri responseUrl, JsonBuffer json, CancellationToken cancellationToken)
    {
        var content = new ReadOnlyMemoryContent(json.Written);
        content.Headers.ContentType = JsonType;
        await SendAsync("response_url", responseUrl, content, authorization: null, Patience, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private async Task<SlackResult> SendAsync(
        string method, Uri address, HttpContent content, string? authorization, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw Refusal(method, response);
            }

            return SlackResult.Of(method, await response.Content.ReadAsByteArrayAsync(limit.Token));
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            throw new ChatPlatformException(ChatFailure.Temporary, $"Slack could not be reached for {method} ({e.HttpRequestError}). It is tried again later.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new ChatPlatformException(ChatFailure.Uncertain, $"The connection to Slack broke during {method}; it may have arrived.", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ChatPlatformException(ChatFailure.Uncertain, $"Slack did not answer {method} within {patience.TotalSeconds:0} s; it may have arrived.", e);
        }
    }

    private Uri Address(string method) => addresses.GetOrAdd(method, static (name, root) => new Uri(root, name), options.Api);

    private static ChatPlatformException Refusal(string method, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            var wait = response.Headers.RetryAfter?.Delta is { } delta ? Duration.FromTimeSpan(delta) : Duration.FromSeconds(30);
            return SlackFailures.Of(method, "ratelimited", wait);
        }

        return status >= 500
            ? new(ChatFailure.Temporary, $"Slack answered {method} with {status}. It is tried again later.")
            : new(ChatFailure.Rejected, $"Slack answered {method} with {status}. Check that Slack:ApiUrl is Slack's address.");
    }
}
