using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Teams;

public class When_messages_are_touched
{
    [Fact]
    public async Task A_reaction_to_the_bots_message_is_told()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var message = await trial.SendCardAsync(TeamsTrial.Triage, Cards.Button("[]"));
        await trial.Client.ReactAsync(TeamsTrial.Dana, message.Id, "like");
        trial.App.Last.GetProperty("type").GetString().ShouldBe("messageReaction");
        trial.App.Last.GetProperty("replyToId").GetString().ShouldBe(message.Id);
        trial.App.Last.GetProperty("reactionsAdded")[0].GetProperty("type").GetString().ShouldBe("like");
        trial.World.FindMessage(message.Id)!.Reactions.ShouldBe([new TeamsReaction(trial.DanaUser.Mri, "like")]);
        await trial.Client.UnreactAsync(TeamsTrial.Dana, message.Id, "like");
        trial.App.Last.TryGetProperty("reactionsRemoved", out _).ShouldBeTrue();
        trial.World.FindMessage(message.Id)!.Reactions.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_edit_and_a_deletion_are_told_under_the_messages_own_id()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var said = await trial.Client.SayAsync(TeamsTrial.Dana, trial.World.PersonalChatOf(trial.DanaUser).Id, "helo");
        await trial.Client.EditAsync(TeamsTrial.Dana, said.Id, "hello");
        await trial.Client.DeleteAsync(TeamsTrial.Dana, said.Id);
        trial.App.Received.Select(activity => (activity.GetProperty("type").GetString(), activity.GetProperty("id").GetString()))
            .ShouldBe([("message", said.Id), ("messageUpdate", said.Id), ("messageDelete", said.Id)]);
        trial.App.Received[1].GetProperty("text").GetString().ShouldBe("hello");
        trial.App.Received[1].GetProperty("channelData").GetProperty("eventType").GetString().ShouldBe("editMessage");
        trial.App.Received[2].GetProperty("channelData").GetProperty("eventType").GetString().ShouldBe("softDeleteMessage");
        trial.World.FindMessage(said.Id)!.IsDeleted.ShouldBeTrue();
    }

    [Fact]
    public async Task Only_ones_own_messages_can_be_edited()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var said = await trial.Client.SayAsync(TeamsTrial.Ada, TeamsTrial.Acme, "mine");
        await Should.ThrowAsync<InvalidOperationException>(trial.Client.EditAsync(TeamsTrial.Dana, said.Id, "yours"));
    }

    [Fact]
    public async Task A_file_in_the_personal_chat_can_be_downloaded()
    {
        await using var trial = await TeamsTrial.StartAsync();
        await trial.Client.SendFileAsync(TeamsTrial.Dana, "log.txt", "line"u8.ToArray());
        var attachment = trial.App.Last.GetProperty("attachments")[0];
        attachment.GetProperty("contentType").GetString().ShouldBe("application/vnd.microsoft.teams.file.download.info");
        attachment.GetProperty("name").GetString().ShouldBe("log.txt");
        var url = attachment.GetProperty("content").GetProperty("downloadUrl").GetString();
        (await trial.Http.GetStringAsync(url)).ShouldBe("line");
    }
}
