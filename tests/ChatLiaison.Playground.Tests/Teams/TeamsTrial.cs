using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLiaison.Playground.Teams;

namespace ChatLiaison.Playground.Tests.Teams;

/// <summary>A stand-in, a fake app, and a caller of the connector with a good token.</summary>
internal sealed class TeamsTrial : IAsyncDisposable
{
    public const string Acme = "19:customer-acme@thread.tacv2";
    public const string Triage = "19:triage@thread.tacv2";

    public static readonly string Dana = SamplePeople.Dana.Email;
    public static readonly string Ada = SamplePeople.Ada.Email;

    private TeamsTrial(TeamsStandIn teams, FakeApp app)
    {
        Teams = teams;
        App = app;
        Http = new HttpClient();
    }

    public TeamsStandIn Teams { get; }

    public FakeApp App { get; }

    public HttpClient Http { get; }

    public TeamsWorld World => Teams.World;

    public TeamsClient Client => Teams.Client;

    public TeamsUser DanaUser => World.FindUser(Dana)!;

    public static async Task<TeamsTrial> StartAsync(TeamsStandInOptions? options = null)
    {
        var teams = await TeamsStandIn.StartAsync(options);
        var app = await FakeApp.StartAsync();
        app.Serve(teams);
        var trial = new TeamsTrial(teams, app);
        await trial.AuthorizeAsync();
        return trial;
    }

    public async Task AuthorizeAsync()
    {
        var answer = await AskTokenAsync(Teams.AppPassword);
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public Task<HttpResponseMessage> AskTokenAsync(string password) => Http.PostAsync(Teams.TokenUrl, new FormUrlEncodedContent(
    [
        new("grant_type", "client_credentials"),
        new("client_id", Teams.AppId),
        new("client_secret", password),
        new("scope", "https://api.botframework.com/.default"),
    ]));

    /// <summary>Calls the connector; the path's ids are encoded by the caller.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> CallAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, Teams.ServiceUrl + path);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    public Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(string conversation, JsonNode activity, string query = "") =>
        CallAsync(HttpMethod.Post, $"/v3/conversations/{Uri.EscapeDataString(conversation)}/activities{query}", activity);

    /// <summary>Posts a card to a conversation and gives its message.</summary>
    public async Task<TeamsMessage> SendCardAsync(string conversation, JsonObject card)
    {
        var (_, body) = await SendAsync(conversation, Cards.Message(card));
        return World.FindMessage(body.GetProperty("id").GetString()!)!;
    }

    public static string Path(TeamsMessage message) =>
        $"/v3/conversations/{Uri.EscapeDataString(message.ThreadConversationId)}/activities/{message.Id}";

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
