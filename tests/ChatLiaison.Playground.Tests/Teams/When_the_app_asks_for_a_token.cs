using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Teams;

public class When_the_app_asks_for_a_token
{
    private const string Roster = "/v3/conversations/19%3Acustomer-acme%40thread.tacv2/pagedmembers";

    [Fact]
    public async Task A_right_secret_gives_a_bearer_token_with_its_lifetime()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var answer = await (await trial.AskTokenAsync(trial.Teams.AppPassword)).Content.ReadFromJsonAsync<JsonElement>();
        answer.GetProperty("token_type").GetString().ShouldBe("Bearer");
        answer.GetProperty("expires_in").GetInt32().ShouldBe(3600);
        trial.Teams.Calls.Count(TeamsCall.Token).ShouldBe(2);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        await using var trial = await TeamsTrial.StartAsync();
        (await trial.AskTokenAsync("guess")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("client_credentials", "https://graph.microsoft.com/.default", "invalid_scope")]
    [InlineData("password", "https://api.botframework.com/.default", "unsupported_grant_type")]
    public async Task A_wrong_question_is_refused(string grant, string scope, string error)
    {
        await using var trial = await TeamsTrial.StartAsync();
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", grant), new("client_id", trial.Teams.AppId), new("client_secret", trial.Teams.AppPassword), new("scope", scope),
        ]);
        using var answer = await trial.Http.PostAsync(trial.Teams.TokenUrl, form);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString().ShouldBe(error);
    }

    [Fact]
    public async Task The_connector_refuses_a_missing_and_an_unknown_token()
    {
        await using var trial = await TeamsTrial.StartAsync();
        (await trial.CallAsync(HttpMethod.Get, Roster)).Status.ShouldBe(HttpStatusCode.OK);
        trial.Http.DefaultRequestHeaders.Authorization = new("Bearer", "made-up");
        (await trial.CallAsync(HttpMethod.Get, Roster)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        trial.Http.DefaultRequestHeaders.Authorization = null;
        var (status, body) = await trial.CallAsync(HttpMethod.Get, Roster);
        status.ShouldBe(HttpStatusCode.Unauthorized);
        body.ErrorCode().ShouldBe("Unauthorized");
    }

    [Fact]
    public async Task A_token_expires_by_the_clock()
    {
        var clock = new HandClock();
        await using var trial = await TeamsTrial.StartAsync(new TeamsStandInOptions { Time = clock });
        clock.Advance(TimeSpan.FromMinutes(59));
        (await trial.CallAsync(HttpMethod.Get, Roster)).Status.ShouldBe(HttpStatusCode.OK);
        clock.Advance(TimeSpan.FromMinutes(1));
        (await trial.CallAsync(HttpMethod.Get, Roster)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_revoked_token_is_worthless()
    {
        await using var trial = await TeamsTrial.StartAsync();
        trial.Teams.RevokeTokens();
        (await trial.CallAsync(HttpMethod.Get, Roster)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
