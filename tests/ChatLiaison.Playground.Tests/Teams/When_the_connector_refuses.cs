using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Teams;

public class When_the_connector_refuses
{
    [Fact]
    public async Task A_person_without_the_app_cannot_be_written_to()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var ada = trial.World.FindUser(TeamsTrial.Ada)!;
        var (status, body) = await trial.CallAsync(HttpMethod.Post, "/v3/conversations", When_the_app_writes.Chat(trial, ada.Mri));
        status.ShouldBe(HttpStatusCode.Forbidden);
        body.ErrorCode().ShouldBe("BotNotInConversationRoster");
        body.GetProperty("error").GetProperty("subCode").GetString().ShouldBe("MessageWritesBlocked");
    }

    [Fact]
    public async Task A_person_who_blocked_the_app_cannot_be_written_to()
    {
        await using var trial = await TeamsTrial.StartAsync();
        trial.Client.Block(TeamsTrial.Dana);
        var (status, body) = await trial.SendAsync(trial.World.PersonalChatOf(trial.DanaUser).Id, Cards.Text("hello"));
        status.ShouldBe(HttpStatusCode.Forbidden);
        body.ErrorCode().ShouldBe("ConversationBlockedByUser");
        body.GetProperty("error").GetProperty("innerHttpError").GetProperty("body").GetProperty("subCode").GetString()
            .ShouldBe("MessageWritesBlocked");
    }

    [Fact]
    public async Task A_team_without_the_app_cannot_be_written_to()
    {
        await using var trial = await TeamsTrial.StartAsync();
        await trial.Client.UninstallFromTeamAsync(TeamsTrial.Dana, TeamsWorld.SampleTeamId);
        var (status, body) = await trial.SendAsync(TeamsTrial.Triage, Cards.Text("hello"));
        status.ShouldBe(HttpStatusCode.Forbidden);
        body.ErrorCode().ShouldBe("BotNotInConversationRoster");
    }

    [Theory]
    [InlineData("19:nowhere@thread.tacv2")]
    [InlineData("19:triage@thread.tacv2;messageid=1")]
    public async Task An_unknown_conversation_is_not_found(string id)
    {
        await using var trial = await TeamsTrial.StartAsync();
        var (status, body) = await trial.SendAsync(id, Cards.Text("hello"));
        status.ShouldBe(HttpStatusCode.NotFound);
        body.ErrorCode().ShouldBe("ConversationNotFound");
    }

    [Fact]
    public async Task A_chat_is_not_opened_by_address_for_two_or_without_a_tenant()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var byAddress = When_the_app_writes.Chat(trial, TeamsTrial.Dana);
        var forTwo = When_the_app_writes.Chat(trial, trial.DanaUser.Mri);
        forTwo["members"]!.AsArray().Add(new JsonObject { ["id"] = "29:lee" });
        var withoutTenant = When_the_app_writes.Chat(trial, trial.DanaUser.Mri);
        withoutTenant.Remove("tenantId");
        foreach (var body in new[] { byAddress, forTwo, withoutTenant })
        {
            var answer = await trial.CallAsync(HttpMethod.Post, "/v3/conversations", body);
            answer.Status.ShouldBe(HttpStatusCode.BadRequest);
            answer.Body.ErrorCode().ShouldBe("BadSyntax");
        }
    }

    [Theory]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","text":""}""")]
    [InlineData("""{"text":"no type"}""")]
    [InlineData("""{"type":"message","text":"hi","attachments":[{"content":{}}]}""")]
    [InlineData("""{"type":"message","text":"hi","entities":[{"type":"mention","text":"<at>Dana Park</at>","mentioned":{"id":"29:dana"}}]}""")]
    [InlineData("""{"type":"message","text":"<at>X</at>","entities":[{"type":"mention","text":"<at>X</at>","mentioned":{"id":"29:x"}}]}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task A_malformed_activity_is_bad_syntax(string activity)
    {
        await using var trial = await TeamsTrial.StartAsync();
        using var content = new StringContent(activity, Encoding.UTF8, "application/json");
        using var answer = await trial.Http.PostAsync(
            $"{trial.Teams.ServiceUrl}/v3/conversations/{Uri.EscapeDataString(TeamsTrial.Triage)}/activities", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("BadSyntax");
        trial.World.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_card_over_the_own_limit_is_too_big_and_the_limit_can_be_lifted()
    {
        var big = Cards.Of($$"""[{"type":"TextBlock","text":"{{new string('x', 30_000)}}"}]""");
        await using var strict = await TeamsTrial.StartAsync();
        var (status, body) = await strict.SendAsync(TeamsTrial.Triage, Cards.Message(big));
        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        body.ErrorCode().ShouldBe("MessageSizeTooBig");
        await using var lenient = await TeamsTrial.StartAsync(new TeamsStandInOptions { LargestCard = 80 * 1024 });
        (await lenient.SendAsync(TeamsTrial.Triage, Cards.Message(big))).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_message_over_the_platforms_limit_is_always_too_big()
    {
        await using var trial = await TeamsTrial.StartAsync(new TeamsStandInOptions { LargestCard = int.MaxValue, ChecksCards = false });
        var (status, _) = await trial.SendAsync(TeamsTrial.Triage, Cards.Text(new string('x', 52_000)));
        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_malformed_card_is_bad_syntax_that_names_the_fault()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var (status, body) = await trial.SendAsync(TeamsTrial.Triage, Cards.Message(Cards.Of("""[{"type":"TextBlok","text":"x"}]""")));
        status.ShouldBe(HttpStatusCode.BadRequest);
        body.GetProperty("error").GetProperty("message").GetString()!.ShouldContain("TextBlok");
    }
}
