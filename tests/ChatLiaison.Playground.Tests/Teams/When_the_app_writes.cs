using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Teams;

public class When_the_app_writes
{
    [Fact]
    public async Task A_chat_is_opened_by_object_id_and_takes_messages()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var (status, body) = await trial.CallAsync(HttpMethod.Post, "/v3/conversations", Chat(trial, trial.DanaUser.AadObjectId));
        status.ShouldBe(HttpStatusCode.Created);
        var id = body.GetProperty("id").GetString()!;
        (await trial.SendAsync(id, Cards.Text("Hello Dana"))).Status.ShouldBe(HttpStatusCode.Created);
        var message = trial.World.SeenBy(trial.DanaUser.Mri, id).ShouldHaveSingleItem();
        message.Text.ShouldBe("Hello Dana");
        message.FromId.ShouldBe(trial.World.BotId);
        long.Parse(message.Id).ShouldBeGreaterThan(1_700_000_000_000);
    }

    [Fact]
    public async Task A_new_thread_in_a_channel_answers_with_thread_and_message()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var (status, body) = await trial.CallAsync(HttpMethod.Post, "/v3/conversations", new JsonObject
        {
            ["isGroup"] = true,
            ["tenantId"] = trial.Teams.TenantId,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = TeamsTrial.Acme } },
            ["activity"] = Cards.Text("A new case"),
        });
        status.ShouldBe(HttpStatusCode.Created);
        var root = body.GetProperty("activityId").GetString();
        body.GetProperty("id").GetString().ShouldBe($"{TeamsTrial.Acme};messageid={root}");
        await trial.SendAsync(body.GetProperty("id").GetString()!, Cards.Text("More of it"));
        trial.World.MessagesIn($"{TeamsTrial.Acme};messageid={root}").Select(message => message.Text).ShouldBe(["A new case", "More of it"]);
    }

    [Fact]
    public async Task A_reply_joins_the_thread_of_the_message_it_answers()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var said = await trial.Client.SayAsync(TeamsTrial.Ada, TeamsTrial.Acme, "It broke");
        var (status, _) = await trial.CallAsync(HttpMethod.Post, TeamsTrial.Path(said), Cards.Text("Looking"));
        status.ShouldBe(HttpStatusCode.Created);
        trial.World.MessagesIn(said.ThreadConversationId).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_is_updated_and_deleted()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var message = await trial.SendCardAsync(TeamsTrial.Triage, Cards.Button("[]"));
        (await trial.CallAsync(HttpMethod.Put, TeamsTrial.Path(message), Cards.Text("Changed"))).Status.ShouldBe(HttpStatusCode.OK);
        var changed = trial.World.FindMessage(message.Id)!;
        changed.Text.ShouldBe("Changed");
        changed.IsEdited.ShouldBeTrue();
        changed.Cards.ShouldBeEmpty();
        (await trial.CallAsync(HttpMethod.Delete, TeamsTrial.Path(message))).Status.ShouldBe(HttpStatusCode.OK);
        trial.World.MessagesIn(TeamsTrial.Triage).ShouldBeEmpty();
        (await trial.CallAsync(HttpMethod.Put, TeamsTrial.Path(message), Cards.Text("Again"))).Body.ErrorCode()
            .ShouldBe("ActivityNotFoundInConversation");
    }

    [Fact]
    public async Task Somebody_elses_message_cannot_be_changed()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var said = await trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Triage, "Mine");
        (await trial.CallAsync(HttpMethod.Put, TeamsTrial.Path(said), Cards.Text("Not"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await trial.CallAsync(HttpMethod.Delete, TeamsTrial.Path(said))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_targeted_message_is_seen_by_its_recipient_only()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var secret = Cards.Text("For you alone");
        secret["recipient"] = new JsonObject { ["id"] = trial.DanaUser.Mri };
        var (status, body) = await trial.SendAsync(TeamsTrial.Acme, secret, "?isTargetedActivity=true");
        status.ShouldBe(HttpStatusCode.Created);
        var message = trial.World.FindMessage(body.GetProperty("id").GetString()!)!;
        trial.World.SeenBy(trial.DanaUser.Mri, TeamsTrial.Acme).ShouldHaveSingleItem();
        trial.World.SeenBy(trial.World.FindUser(TeamsTrial.Ada)!.Mri, TeamsTrial.Acme).ShouldBeEmpty();
        (await trial.CallAsync(HttpMethod.Put, TeamsTrial.Path(message), Cards.Text("x"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await trial.CallAsync(HttpMethod.Delete, $"{TeamsTrial.Path(message)}?isTargetedActivity=true")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_targeted_message_needs_a_recipient_who_is_there()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var secret = Cards.Text("For you alone");
        secret["recipient"] = new JsonObject { ["id"] = trial.World.FindUser(TeamsTrial.Ada)!.Mri };
        (await trial.SendAsync(TeamsTrial.Triage, secret, "?isTargetedActivity=true")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Typing_leaves_nothing_behind()
    {
        await using var trial = await TeamsTrial.StartAsync();
        (await trial.SendAsync(TeamsTrial.Triage, new JsonObject { ["type"] = "typing" })).Status.ShouldBe(HttpStatusCode.Created);
        trial.World.Messages.ShouldBeEmpty();
    }

    internal static JsonObject Chat(TeamsTrial trial, string member) => new()
    {
        ["bot"] = new JsonObject { ["id"] = trial.World.BotId },
        ["members"] = new JsonArray(new JsonObject { ["id"] = member }),
        ["isGroup"] = false,
        ["tenantId"] = trial.Teams.TenantId,
    };
}
