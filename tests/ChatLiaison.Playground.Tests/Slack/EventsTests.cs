using ChatLiaison.Playground.Tests.Slack.Support;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Slack;

public sealed class EventsTests : SlackTest
{
    private IEnumerable<string?> Types => App.On("/slack/events").Select(g => (string?)g.Payload["event"]!["type"]);

    [Fact]
    public async Task A_mention_is_told_twice_with_different_event_ids()
    {
        var posted = await Client.PostAsync(Ada, Acme, "<@U0LIAISON> we are down");
        Types.ShouldBe(["message", "app_mention"]);
        posted.Deliveries.Select(d => d.EventId).Distinct().Count().ShouldBe(2);
        var payload = App.Got.First().Payload;
        ((string?)payload["type"]).ShouldBe("event_callback");
        ((bool?)payload["is_ext_shared_channel"]).ShouldBe(true);
        ((string?)payload["authorizations"]![0]!["team_id"]).ShouldBe("T0OURS");
        ((string?)payload["team_id"]).ShouldBe("T0ACME");
        ((string?)payload["event"]!["user_team"]).ShouldBe("T0ACME");
        ((string?)payload["event"]!["ts"]).ShouldBe(posted.Message.Ts);
    }

    [Fact]
    public async Task A_channel_without_the_app_is_not_told_of()
    {
        World.AddChannel("C0OTHER", "other", [Dana]);
        (await Client.PostAsync(Dana, "C0OTHER", "<@U0LIAISON> hello")).Deliveries.ShouldBeEmpty();
        App.Got.ShouldBeEmpty();
        await Client.JoinChannelAsync("U0LIAISON", "C0OTHER");
        Types.ShouldBe(["member_joined_channel"]);
    }

    [Fact]
    public async Task A_message_to_the_app_itself_is_direct()
    {
        await Client.PostAsync(Dana, "U0LIAISON", "help");
        ((string?)App.Last.Payload["event"]!["channel_type"]).ShouldBe("im");
    }

    [Fact]
    public async Task Edits_and_deletions_name_what_they_change()
    {
        var message = (await Client.PostAsync(Dana, Triage, "before")).Message;
        await Client.EditAsync(Dana, message, "after");
        var edit = App.Last.Payload["event"]!;
        ((string?)edit["subtype"]).ShouldBe("message_changed");
        ((string?)edit["message"]!["text"]).ShouldBe("after");
        ((string?)edit["previous_message"]!["text"]).ShouldBe("before");
        ((string?)edit["ts"]).ShouldNotBe(message.Ts);
        await Client.DeleteAsync(Dana, message);
        ((string?)App.Last.Payload["event"]!["deleted_ts"]).ShouldBe(message.Ts);
        World.Messages(Triage).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_workspace_tells_of_its_channels_and_homes()
    {
        await Client.RenameChannelAsync(Triage, "triage-2");
        await Client.ArchiveChannelAsync(Dana, Triage);
        await Client.ChangeChannelIdAsync("C0RANDOM", "C1RANDOM");
        await Client.OpenHomeAsync(Dana);
        var file = World.AddFile(Dana, "log.txt", new byte[] { 1 });
        await Client.PostAsync(Dana, Acme, "See", files: [file]);
        Types.ShouldBe(["channel_rename", "channel_archive", "channel_id_changed", "app_home_opened", "message"]);
        ((string?)App.Last.Payload["event"]!["files"]![0]!["name"]).ShouldBe("log.txt");
        World.Channel("C0RANDOM").ShouldBeNull();
        World.Channel("C1RANDOM").ShouldNotBeNull();
        World.Channel(Triage)!.IsArchived.ShouldBeTrue();
    }

    [Fact]
    public async Task A_failing_delivery_is_tried_three_times_more_with_the_reason()
    {
        App.Says(new AppSays(503));
        var delivery = (await Client.PostAsync(Dana, Triage, "x")).Deliveries.Single();
        (await delivery.Completion.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeFalse();
        delivery.Attempts.Count.ShouldBe(4);
        App.Got.Select(g => g.Headers.GetValueOrDefault("x-slack-retry-num")).ShouldBe([null, "1", "2", "3"]);
        App.Got.Skip(1).ShouldAllBe(g => g.Headers["x-slack-retry-reason"] == "http_error");
        App.Got.Select(g => g.Body).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_retry_that_succeeds_is_the_last()
    {
        App.Answer = got => Task.FromResult(new AppSays(got.Headers.ContainsKey("x-slack-retry-num") ? 200 : 500));
        var delivery = (await Client.PostAsync(Dana, Triage, "x")).Deliveries.Single();
        (await delivery.Completion.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
        delivery.Attempts.Select(a => a.Answer.Status).ShouldBe([500, 200]);
    }

    [Fact]
    public async Task An_app_may_ask_for_no_retry()
    {
        App.Says(new AppSays(500, NoRetry: true));
        var delivery = (await Client.PostAsync(Dana, Triage, "x")).Deliveries.Single();
        (await delivery.Completion.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeFalse();
        App.Got.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_events_address_is_proved_by_its_challenge()
    {
        (await Client.VerifyEventsUrlAsync()).ShouldBeFalse();
        App.Answer = got => Task.FromResult(new AppSays(200, (string)got.Payload["challenge"]!));
        (await Client.VerifyEventsUrlAsync()).ShouldBeTrue();
        App.Says(new AppSays());
        (await Client.CheckCertificateAsync()).Status.ShouldBe(200);
        App.Last.Field("ssl_check").ShouldBe("1");
    }
}
