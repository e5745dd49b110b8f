using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace ChatLiaison.Playground.Teams;

/// <summary>One activity sent to the app and what came back. Status 0: no answer, in time or at all.</summary>
public sealed record TeamsDelivery(JsonElement Activity, string RawActivity, int Attempt, int Status, string Body)
{
    public bool IsAccepted => Status is >= 200 and < 300;

    /// <summary>Why there is no answer: out of time, or no line.</summary>
    public bool IsTimedOut { get; init; }
}

/// <summary>The way to the app: signed POSTs to <c>/api/messages</c>.</summary>
internal sealed class AppLink(TeamsStandInOptions options, TeamsTokenMint mint, string serviceUrl) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private ImmutableList<TeamsDelivery> _deliveries = [];

    public string ServiceUrl => serviceUrl;

    public Uri? AppUrl { get; set; } = options.AppUrl;

    public IReadOnlyList<TeamsDelivery> Deliveries => _deliveries;

    public void Dispose() => _http.Dispose();

    /// <exception cref="InvalidOperationException">The app's address was not set.</exception>
    public async Task<TeamsDelivery> DeliverAsync(string activity, TimeSpan atMost, TeamsForgery forgery = TeamsForgery.None, int attempt = 1)
    {
        var delivery = await PostAsync(activity, atMost, forgery, attempt);
        ImmutableInterlocked.Update(ref _deliveries, all => all.Add(delivery));
        return delivery;
    }

    private async Task<TeamsDelivery> PostAsync(string activity, TimeSpan atMost, TeamsForgery forgery, int attempt)
    {
        var app = AppUrl ?? throw new InvalidOperationException("Set AppUrl before anybody acts in Teams.");
        // What is no JSON is sent all the same: the app must refuse it.
        var json = TeamsJson.TryParse(activity, out var parsed) ? parsed : default;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app, "/api/messages"));
        request.Content = new StringContent(activity, Encoding.UTF8, "application/json");
        if (mint.For(json.Text("serviceUrl") ?? serviceUrl, forgery) is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var limit = new CancellationTokenSource(atMost);
        try
        {
            using var response = await _http.SendAsync(request, limit.Token);
            var body = await response.Content.ReadAsStringAsync(limit.Token);
            return new TeamsDelivery(json, activity, attempt, (int)response.StatusCode, body);
        }
        catch (OperationCanceledException)
        {
            return new TeamsDelivery(json, activity, attempt, 0, "") { IsTimedOut = true };
        }
        catch (HttpRequestException)
        {
            return new TeamsDelivery(json, activity, attempt, 0, "");
        }
    }
}
