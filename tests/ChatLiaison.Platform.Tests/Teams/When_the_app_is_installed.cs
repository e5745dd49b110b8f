using ChatLiaison.Chat;
using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Teams;

public sealed class When_the_app_is_installed : IAsyncLifetime
{
    private TeamsTrial _trial = null!;

    public async ValueTask InitializeAsync() => _trial = await TeamsTrial.StartAsync();

    public ValueTask DisposeAsync() => _trial.DisposeAsync();

    [Fact]
    public async Task A_person_is_welcomed_once_with_the_home_page()
    {
        await _trial.Client.InstallAsync(TeamsTrial.Ada);
        _trial.Desk.Notices.ShouldBe([NoticeKind.PersonInstalled]);
        _trial.Written(_trial.PersonalChat(TeamsTrial.Ada)).ShouldHaveSingleItem().Activity.GetRawText().ShouldContain("Your home page");
    }

    [Fact]
    public async Task A_person_who_removed_it_cannot_be_reached_until_they_add_it_again()
    {
        await _trial.Client.InstallAsync(TeamsTrial.Ada);
        await _trial.Client.UninstallAsync(TeamsTrial.Ada);
        _trial.Desk.Notices.ShouldBe([NoticeKind.PersonInstalled, NoticeKind.PersonUninstalled]);
        var id = _trial.Desk.Received[0].Person.Id;
        (await _trial.Platform.CheckPersonAsync(id, CancellationToken.None)).Reached.ShouldBeFalse();
        await _trial.Client.InstallAsync(TeamsTrial.Ada);
        (await _trial.Platform.CheckPersonAsync(id, CancellationToken.None)).ShouldBe(Reachability.Yes);
    }

    [Fact]
    public async Task A_team_is_told_of_once_although_Teams_tells_twice()
    {
        await _trial.Client.UninstallFromTeamAsync(TeamsTrial.Dana, TeamsWorld.SampleTeamId);
        await _trial.Client.InstallInTeamAsync(TeamsTrial.Dana, TeamsWorld.SampleTeamId, TeamsTrial.Acme);
        _trial.Desk.Notices.Count(kind => kind == NoticeKind.BotRemoved).ShouldBe(1);
        _trial.Desk.Notices.Count(kind => kind == NoticeKind.BotAdded).ShouldBe(1);
    }

    [Fact]
    public async Task Channels_that_are_renamed_or_deleted_are_told_of()
    {
        await _trial.Client.RenameChannelAsync(TeamsTrial.Dana, TeamsTrial.Acme, "acme-new");
        await _trial.Client.DeleteChannelAsync(TeamsTrial.Dana, TeamsTrial.Acme);
        var notices = _trial.Desk.Received.OfType<ChatNotice>().ToList();
        notices.Select(notice => notice.Kind).ShouldBe([NoticeKind.ChannelRenamed, NoticeKind.ChannelGone]);
        notices[0].Text.ShouldBe("acme-new");
        notices.ShouldAllBe(notice => notice.Place.ChannelId == TeamsTrial.Acme);
    }
}
