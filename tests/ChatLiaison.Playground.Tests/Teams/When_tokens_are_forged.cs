using System.Text.Json.Nodes;
using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Teams;

public class When_tokens_are_forged
{
    [Theory]
    [InlineData(TeamsForgery.NoToken, "no token")]
    [InlineData(TeamsForgery.WrongKey, "SecurityTokenInvalidSignatureException")]
    [InlineData(TeamsForgery.UnknownKey, "SecurityTokenSignatureKeyNotFoundException")]
    [InlineData(TeamsForgery.WrongIssuer, "SecurityTokenInvalidIssuerException")]
    [InlineData(TeamsForgery.WrongAudience, "SecurityTokenInvalidAudienceException")]
    [InlineData(TeamsForgery.Expired, "SecurityTokenExpiredException")]
    [InlineData(TeamsForgery.NotYetValid, "SecurityTokenNotYetValidException")]
    [InlineData(TeamsForgery.WrongServiceUrl, "serviceurl")]
    [InlineData(TeamsForgery.NoServiceUrl, "serviceurl")]
    [InlineData(TeamsForgery.KeyWithoutEndorsement, "endorsements")]
    [InlineData(TeamsForgery.WithoutSignature, "SecurityTokenInvalidSignatureException")]
    [InlineData(TeamsForgery.SymmetricAlgorithm, "SecurityTokenInvalidSignatureException")]
    public async Task A_careful_app_sees_exactly_that_fault(TeamsForgery forgery, string refusal)
    {
        await using var trial = await TeamsTrial.StartAsync();
        var delivery = await trial.Client.SendAsync(Activity(trial), forgery);
        trial.App.Refusal.ShouldBe(refusal);
        delivery.Status.ShouldBe(401);
        trial.App.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_honest_token_passes()
    {
        await using var trial = await TeamsTrial.StartAsync();
        (await trial.Client.SendAsync(Activity(trial))).Status.ShouldBe(200);
        trial.App.Received.Count.ShouldBe(1);
    }

    private static string Activity(TeamsTrial trial) =>
        new JsonObject { ["type"] = "message", ["serviceUrl"] = trial.Teams.ServiceUrl, ["channelId"] = "msteams" }.ToJsonString();
}
