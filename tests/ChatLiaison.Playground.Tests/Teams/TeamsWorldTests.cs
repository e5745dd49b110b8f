using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Teams;

public class TeamsWorldTests
{
    [Fact]
    public void The_sample_shows_each_customer_only_their_own_channel()
    {
        var world = TeamsWorld.Sample();
        var ada = world.FindUser(SamplePeople.Ada.AadObjectId)!;
        ada.IsGuest.ShouldBeTrue();
        ada.HasApp.ShouldBeFalse();
        ada.TenantId.ShouldNotBe(world.TenantId);
        world.Conversations.Where(place => world.IsMember(place, ada.Mri)).Select(place => place.Name).ShouldBe(["customer-acme"]);
        world.Users.Where(user => !user.IsGuest).ShouldAllBe(user => user.HasApp && user.TenantId == world.TenantId);
        world.Conversations.Count(place => place.Kind == TeamsConversationKind.Channel).ShouldBe(8);
    }

    [Fact]
    public async Task Waiting_ends_when_the_awaited_message_comes()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var waiting = trial.World.WaitForBotMessageAsync(TeamsTrial.Triage, message => message.Text == "second");
        await trial.SendAsync(TeamsTrial.Triage, Cards.Text("first"));
        waiting.IsCompleted.ShouldBeFalse();
        await trial.SendAsync(TeamsTrial.Triage, Cards.Text("second"));
        (await waiting).Text.ShouldBe("second");
    }

    [Fact]
    public async Task Waiting_in_vain_tells_what_was_awaited()
    {
        var error = await Should.ThrowAsync<TimeoutException>(
            TeamsWorld.Sample().WaitForBotMessageAsync(TeamsTrial.Triage, atMost: TimeSpan.FromMilliseconds(50)));
        error.Message.ShouldContain(TeamsTrial.Triage);
    }

    [Fact]
    public async Task Every_change_is_told()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var told = new List<TeamsChangeKind>();
        trial.World.Changed += (_, change) => told.Add(change.Kind);
        var message = await trial.SendCardAsync(TeamsTrial.Triage, Cards.Opener());
        trial.App.Answers = _ => Cards.Continue(Cards.Form());
        await trial.Client.PressAsync(TeamsTrial.Dana, message.Id, "Open");
        trial.Client.CancelDialog(TeamsTrial.Dana);
        told.ShouldBe([TeamsChangeKind.MessagePosted, TeamsChangeKind.DialogOpened, TeamsChangeKind.DialogClosed]);
    }

    [Fact]
    public async Task Message_ids_differ_while_the_clock_stands_still()
    {
        await using var trial = await TeamsTrial.StartAsync(new TeamsStandInOptions { Time = new HandClock() });
        await trial.SendAsync(TeamsTrial.Triage, Cards.Text("a"));
        await trial.SendAsync(TeamsTrial.Triage, Cards.Text("b"));
        trial.World.MessagesIn(TeamsTrial.Triage).Select(message => message.Text).ShouldBe(["a", "b"]);
    }
}
