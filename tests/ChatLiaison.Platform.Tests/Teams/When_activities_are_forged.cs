using System.Net;
using System.Text;
using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Teams;

public sealed class When_activities_are_forged : IAsyncLifetime
{
    private TeamsTrial _trial = null!;

    public async ValueTask InitializeAsync() => _trial = await TeamsTrial.StartAsync();

    public ValueTask DisposeAsync() => _trial.DisposeAsync();

    public static TheoryData<TeamsForgery> Forgeries => [.. Enum.GetValues<TeamsForgery>().Where(forgery => forgery != TeamsForgery.None)];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_token_is_refused(TeamsForgery forgery)
    {
        (await SendAsync(Hello, forgery)).Status.ShouldBe(401);
        _trial.Desk.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_good_token_is_taken_time_and_again()
    {
        (await SendAsync(Hello)).Status.ShouldBe(200);
        (await SendAsync(Hello)).Status.ShouldBe(200);
        _trial.Teams.Calls.Count(TeamsCall.SigningKeys).ShouldBe(1);
    }

    [Fact]
    public async Task A_host_that_is_not_Teams_own_is_refused()
    {
        await using var trial = await TeamsTrial.StartAsync(configure: options => options with { AllowedServiceHosts = [] });
        (await trial.Client.SendAsync(Activities.Message(trial.Teams, "\"text\": \"hello\""))).Status.ShouldBe(403);
        trial.Teams.Calls.Count(TeamsCall.Token).ShouldBe(0);
    }

    [Theory]
    [InlineData("""{ "type": """)]
    [InlineData("""[1]""")]
    [InlineData("")]
    public async Task Malformed_json_is_refused_in_a_sentence(string body)
    {
        await using var trial = await TeamsTrial.StartAsync(configure: options => options with { DangerouslyAllowUnauthenticated = true });
        var answer = await PostAsync(trial, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldEndWith(".");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var trial = await TeamsTrial.StartAsync(configure: options => options with { DangerouslyAllowUnauthenticated = true });
        var answer = await PostAsync(trial, $$"""{ "text": "{{new string('x', 1024 * 1024)}}" }""");
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_new_signing_key_is_found_at_once_when_the_keys_were_read_long_ago()
    {
        var clock = new HandClock();
        await using var trial = await TeamsTrial.StartAsync(clock);
        (await trial.Client.SendAsync(Activities.Message(trial.Teams, "\"text\": \"hello\""))).Status.ShouldBe(200);
        trial.Teams.RotateKey();
        clock.Advance(TimeSpan.FromMinutes(2));
        (await trial.Client.SendAsync(Activities.Message(trial.Teams, "\"text\": \"hello\""))).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("hovercraft", "", 200)]
    [InlineData("invoke", "\"name\": \"no/such\"", 501)]
    [InlineData("message", "", 200)]
    [InlineData("messageReaction", "\"reactionsAdded\": [{ \"type\": \"like\" }]", 200)]
    [InlineData("conversationUpdate", "\"membersAdded\": 7", 200)]
    public async Task What_we_do_not_know_is_left_alone(string type, string rest, int expected) =>
        (await SendAsync(Activities.Of(_trial.Teams, type, rest))).Status.ShouldBe(expected);

    private string Hello => Activities.Message(_trial.Teams, "\"text\": \"hello\"");

    private Task<TeamsDelivery> SendAsync(string activity, TeamsForgery forgery = TeamsForgery.None) => _trial.Client.SendAsync(activity, forgery);

    private static async Task<HttpResponseMessage> PostAsync(TeamsTrial trial, string body)
    {
        using var http = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await http.PostAsync(new Uri(trial.AppUrl, "/api/messages"), content);
    }
}
