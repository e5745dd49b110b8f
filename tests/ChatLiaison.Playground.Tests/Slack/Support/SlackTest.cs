using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatLiaison.Playground.Slack;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Slack.Support;

/// <summary>A stand-in with the sample world and a manual clock, a fake app behind it, and the web API from the app's side.</summary>
public abstract class SlackTest : IAsyncLifetime
{
    protected const string Dana = "U0DANA";
    protected const string Ada = "U0ADA";
    protected const string Triage = "C0TRIAGE";
    protected const string Acme = "C0ACME";

    private readonly HttpClient _http = new();

    private protected ManualClock Clock { get; } = new();

    private protected FakeApp App { get; private set; } = null!;

    private protected SlackStandIn Slack { get; private set; } = null!;

    private protected SlackWorld World => Slack.World;

    private protected SlackClient Client => Slack.Client;

    private protected virtual SlackStandInOptions Configure(SlackStandInOptions options) => options;

    public async ValueTask InitializeAsync()
    {
        App = await FakeApp.StartAsync();
        Slack = await SlackStandIn.StartAsync(Configure(new SlackStandInOptions
        {
            Time = Clock,
            AppUrl = App.Url,
            EchoOwnMessages = false,
            EventRetryDelays = [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero],
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await Slack.DisposeAsync();
        await App.DisposeAsync();
        _http.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Calls a method with a JSON body, as the app does.</summary>
    private protected async Task<JsonNode> CallAsync(string method, string json = "{}", string? token = null)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await SendAsync(method, content, token);
        ((int)response.StatusCode).ShouldBe(200, "the web API says no with HTTP 200");
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private protected async Task<JsonNode> CallFormAsync(string method, params (string Key, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Key, f.Value)));
        using var response = await SendAsync(method, content);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private protected async Task<HttpResponseMessage> SendAsync(
        string method, HttpContent content, string? token = null, CancellationToken cancel = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Slack.ApiUrl + method) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Slack.BotToken);
        return await _http.SendAsync(request, cancel);
    }

    private protected async Task<(int Status, string Body)> PostAsync(string url, string body, string type = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await _http.PostAsync(new Uri(url), content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private protected async Task ShouldFailAsync(string error, string method, string json)
    {
        var answer = await CallAsync(method, json);
        ((string?)answer["error"]).ShouldBe(error, answer.ToJsonString());
        ((bool?)answer["ok"]).ShouldBe(false);
    }

    /// <summary>Posts and returns the message as the world holds it.</summary>
    private protected async Task<SlackMessage> PostedAsync(string channel, string more)
    {
        var answer = await CallAsync("chat.postMessage", $$"""{"channel":"{{channel}}",{{more}}}""");
        ((bool?)answer["ok"]).ShouldBe(true, answer.ToJsonString());
        return World.Message((string)answer["channel"]!, (string)answer["ts"]!)!;
    }

    /// <summary>Opens this modal for Dana, by a command.</summary>
    private protected async Task<SlackView> OpenedAsync(string view)
    {
        App.Answer = async got =>
        {
            var answer = await CallAsync("views.open", $$"""{"trigger_id":"{{got.Field("trigger_id")}}","view":{{view}}}""");
            ((bool?)answer["ok"]).ShouldBe(true, answer.ToJsonString());
            return new AppSays();
        };
        var outcome = await Client.RunCommandAsync(Dana, Triage, "/escalate");
        App.Says(new AppSays());
        return outcome.View.ShouldNotBeNull();
    }
}
