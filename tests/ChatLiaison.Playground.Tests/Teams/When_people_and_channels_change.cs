using System.Text.Json;
using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Teams;

public class When_people_and_channels_change
{
    [Fact]
    public async Task A_personal_install_is_told_twice()
    {
        await using var trial = await TeamsTrial.StartAsync();
        await trial.Client.InstallAsync(TeamsTrial.Ada);
        Shapes.Of(trial.App.Received[0]).ShouldBe(Shapes.PersonalInstallation);
        Shapes.Of(trial.App.Received[1]).ShouldBe(Shapes.PersonalUpdate);
        trial.App.Received[1].GetProperty("membersAdded").EnumerateArray().Select(member => member.GetProperty("id").GetString())
            .ShouldBe(["29:ada", trial.World.BotId]);
        trial.World.FindUser(TeamsTrial.Ada)!.HasApp.ShouldBeTrue();
    }

    [Fact]
    public async Task A_team_install_is_told_with_the_chosen_channel()
    {
        await using var trial = await TeamsTrial.StartAsync();
        await trial.Client.UninstallFromTeamAsync(TeamsTrial.Dana, TeamsWorld.SampleTeamId);
        await trial.Client.InstallInTeamAsync(TeamsTrial.Dana, TeamsWorld.SampleTeamId, TeamsTrial.Acme);
        trial.App.Received.Select(TypeOf).ShouldBe(["installationUpdate", "conversationUpdate", "installationUpdate", "conversationUpdate"]);
        trial.App.Received[0].GetProperty("action").GetString().ShouldBe("remove");
        trial.App.Received[1].GetProperty("membersRemoved")[0].GetProperty("id").GetString().ShouldBe(trial.World.BotId);
        Shapes.Of(trial.App.Received[2]).ShouldBe(Shapes.ChannelInstallation);
        Shapes.Of(trial.App.Received[3]).ShouldBe(Shapes.ChannelUpdate);
    }

    [Fact]
    public async Task Uninstalling_is_told_and_silences_the_app()
    {
        await using var trial = await TeamsTrial.StartAsync();
        await trial.Client.UninstallAsync(TeamsTrial.Dana);
        trial.App.Last.GetProperty("action").GetString().ShouldBe("remove");
        await trial.Client.SayAsync(TeamsTrial.Dana, trial.World.PersonalChatOf(trial.DanaUser).Id, "hello?");
        trial.App.Received.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Members_come_and_go()
    {
        await using var trial = await TeamsTrial.StartAsync();
        await trial.Client.RemoveMemberAsync(TeamsTrial.Dana, TeamsWorld.SampleTeamId, TeamsTrial.Ada);
        trial.App.Last.GetProperty("channelData").GetProperty("eventType").GetString().ShouldBe("teamMemberRemoved");
        trial.App.Last.GetProperty("membersRemoved")[0].GetProperty("id").GetString().ShouldBe("29:ada");
        await Should.ThrowAsync<InvalidOperationException>(trial.Client.SayAsync(TeamsTrial.Ada, TeamsTrial.Acme, "hello"));
        await trial.Client.AddMemberAsync(TeamsTrial.Dana, TeamsWorld.SampleTeamId, TeamsTrial.Ada, TeamsTrial.Acme);
        trial.App.Last.GetProperty("membersAdded")[0].GetProperty("aadObjectId").GetString().ShouldBe(SamplePeople.Ada.AadObjectId);
        await trial.Client.SayAsync(TeamsTrial.Ada, TeamsTrial.Acme, "hello");
        trial.World.MessagesIn(TeamsTrial.Acme).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Channels_are_created_renamed_and_deleted()
    {
        await using var trial = await TeamsTrial.StartAsync();
        const string Id = "19:customer-initech@thread.tacv2";
        await trial.Client.CreateChannelAsync(TeamsTrial.Dana, TeamsWorld.SampleTeamId, Id, "customer-initech");
        await trial.Client.RenameChannelAsync(TeamsTrial.Dana, Id, "initech");
        await trial.Client.DeleteChannelAsync(TeamsTrial.Dana, Id);
        trial.App.Received.Select(activity => activity.GetProperty("channelData"))
            .Select(data => (data.GetProperty("eventType").GetString(), data.GetProperty("channel").GetProperty("name").GetString()))
            .ShouldBe([("channelCreated", "customer-initech"), ("channelRenamed", "initech"), ("channelDeleted", "initech")]);
        trial.World.FindConversation(Id).ShouldBeNull();
    }

    private static string? TypeOf(JsonElement activity) => activity.GetProperty("type").GetString();
}
