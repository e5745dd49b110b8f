using System.Text.Json;
using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Teams;

public class When_a_person_speaks
{
    [Fact]
    public async Task A_mention_in_a_channel_arrives_in_the_shape_seen_on_the_wire()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var said = await trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Acme, "card", mentionBot: true);
        var activity = trial.App.Received.ShouldHaveSingleItem();
        Shapes.Of(activity).ShouldBe(Shapes.ChannelMessage);
        activity.GetProperty("text").GetString().ShouldBe("<at>ChatLiaison</at> card");
        activity.GetProperty("id").GetString().ShouldBe(said.Id);
        activity.GetProperty("conversation").GetProperty("id").GetString().ShouldBe($"{TeamsTrial.Acme};messageid={said.Id}");
        activity.GetProperty("entities")[0].GetProperty("mentioned").GetProperty("id").GetString().ShouldBe(trial.World.BotId);
        activity.GetProperty("channelData").GetProperty("team").GetProperty("id").GetString().ShouldBe(TeamsWorld.SampleTeamId);
        activity.GetProperty("from").GetProperty("aadObjectId").GetString().ShouldBe(SamplePeople.Dana.AadObjectId);
    }

    [Fact]
    public async Task The_bot_does_not_hear_a_channel_message_without_its_mention()
    {
        await using var trial = await TeamsTrial.StartAsync();
        await trial.Client.SayAsync(TeamsTrial.Ada, TeamsTrial.Acme, "Anyone there?");
        trial.App.Received.ShouldBeEmpty();
        trial.World.MessagesIn(TeamsTrial.Acme).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_bot_hears_everything_in_a_team_that_granted_it()
    {
        await using var trial = await TeamsTrial.StartAsync();
        trial.World.Put(trial.World.FindTeam(TeamsWorld.SampleTeamId)! with { ReadsAllMessages = true });
        await trial.Client.SayAsync(TeamsTrial.Ada, TeamsTrial.Acme, "Anyone there?");
        trial.App.Last.GetProperty("text").GetString().ShouldBe("Anyone there?");
        trial.App.Last.GetProperty("entities").EnumerateArray().Select(entity => entity.GetProperty("type").GetString()).ShouldBe(["clientInfo"]);
    }

    [Fact]
    public async Task The_bot_hears_everything_in_a_personal_chat()
    {
        await using var trial = await TeamsTrial.StartAsync();
        await trial.Client.SayAsync(TeamsTrial.Dana, trial.World.PersonalChatOf(trial.DanaUser).Id, "help");
        trial.App.Last.GetProperty("conversation").GetProperty("conversationType").GetString().ShouldBe("personal");
        trial.App.Last.GetProperty("conversation").TryGetProperty("isGroup", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_reaches_an_app_that_is_not_in_the_team()
    {
        await using var trial = await TeamsTrial.StartAsync();
        trial.World.Put(trial.World.FindTeam(TeamsWorld.SampleTeamId)! with { HasApp = false });
        await trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Acme, "card", mentionBot: true);
        trial.App.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_stays_in_its_thread()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var root = await trial.Client.SayAsync(TeamsTrial.Ada, TeamsTrial.Acme, "It broke");
        var answer = await trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Acme, "take it", mentionBot: true, replyTo: root.Id);
        answer.ThreadId.ShouldBe(root.Id);
        trial.App.Last.GetProperty("conversation").GetProperty("id").GetString().ShouldBe(root.ThreadConversationId);
        var again = await trial.Client.SayAsync(TeamsTrial.Ada, root.ThreadConversationId, "Thanks");
        again.ThreadId.ShouldBe(root.Id);
    }

    [Fact]
    public async Task Other_people_are_mentioned_by_name()
    {
        await using var trial = await TeamsTrial.StartAsync();
        await trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Triage, "assign <at>Priya Raman</at>", mentionBot: true);
        trial.App.Last.GetProperty("entities").EnumerateArray()
            .Where(entity => entity.GetProperty("type").GetString() == "mention")
            .Select(entity => entity.GetProperty("mentioned").GetProperty("id").GetString())
            .ShouldBe([trial.World.BotId, "29:priya"]);
    }

    [Fact]
    public async Task A_guest_cannot_speak_where_they_are_not()
    {
        await using var trial = await TeamsTrial.StartAsync();
        await Should.ThrowAsync<InvalidOperationException>(trial.Client.SayAsync(TeamsTrial.Ada, TeamsTrial.Triage, "hello"));
    }

    [Fact]
    public async Task A_group_chat_works_by_mention_too()
    {
        await using var trial = await TeamsTrial.StartAsync();
        await trial.Client.SayAsync(TeamsTrial.Dana, "19:swarm@thread.v2", "status", mentionBot: true);
        await trial.Client.SayAsync(TeamsTrial.Dana, "19:swarm@thread.v2", "just us");
        var conversation = trial.App.Received.ShouldHaveSingleItem().GetProperty("conversation");
        conversation.GetProperty("conversationType").GetString().ShouldBe("groupChat");
        conversation.GetProperty("id").GetString().ShouldBe("19:swarm@thread.v2");
    }

    [Fact]
    public async Task The_same_activity_can_be_delivered_twice()
    {
        await using var trial = await TeamsTrial.StartAsync();
        await trial.Client.SayAsync(TeamsTrial.Dana, TeamsTrial.Triage, "once", mentionBot: true);
        await trial.Client.RedeliverAsync(trial.Teams.Deliveries[0]);
        trial.App.Received.Count.ShouldBe(2);
        JsonElement.DeepEquals(trial.App.Received[0], trial.App.Received[1]).ShouldBeTrue();
    }
}
