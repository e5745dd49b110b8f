using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Tests.Slack.Support;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Slack;

public sealed class CommandsAndButtonsTests : SlackTest
{
    private protected override SlackStandInOptions Configure(SlackStandInOptions options) =>
        options with { Commands = ["/escalate", "/case"] };

    [Fact]
    public async Task A_command_shows_its_answer_to_the_one_who_ran_it()
    {
        App.Says(AppSays.Json("""{"text":"On it"}"""));
        var outcome = await Client.RunCommandAsync(Dana, Triage, "/case", "ACME-1");
        outcome.IsDone.ShouldBeTrue();
        outcome.Message.ShouldNotBeNull().Text.ShouldBe("On it");
        outcome.Message.EphemeralTo.ShouldBe(Dana);
        App.Last.Field("command").ShouldBe("/case");
        App.Last.Field("team_id").ShouldBe("T0OURS");
        App.Last.Field("channel_name").ShouldBe("support-triage");
        App.Last.Field("is_enterprise_install").ShouldBe("false");
    }

    [Theory]
    [InlineData("""{"response_type":"in_channel","text":"All"}""", "application/json; charset=utf-8", "All", null)]
    [InlineData("Just words", "text/plain", "Just words", Dana)]
    [InlineData("""{"text":"not said to be JSON"}""", "text/plain", """{"text":"not said to be JSON"}""", Dana)]
    public async Task An_answer_is_read_by_its_content_type(string body, string type, string text, string? seenBy)
    {
        App.Says(new AppSays(200, body, type));
        var message = (await Client.RunCommandAsync(Dana, Triage, "/case")).Message.ShouldNotBeNull();
        (message.Text, message.EphemeralTo).ShouldBe((text, seenBy));
    }

    [Fact]
    public async Task A_failing_app_shows_as_slack_shows_it()
    {
        App.Says(new AppSays(500));
        (await Client.RunCommandAsync(Dana, Triage, "/case")).Failure.ShouldBe("dispatch_failed");
        App.Says(AppSays.Json("""{"blocks":[{"type":"banner"}]}"""));
        (await Client.RunCommandAsync(Dana, Triage, "/case")).Failure.ShouldNotBeNull().ShouldStartWith("invalid_blocks");
        Slack.AppUrl = null;
        (await Client.RunCommandAsync(Dana, Triage, "/case")).Failure.ShouldBe("dispatch_failed");
    }

    [Fact]
    public async Task What_slacks_own_client_would_not_allow_is_refused()
    {
        async Task ShouldRefuse(SlackRefusal reason, Func<Task> act) =>
            (await Should.ThrowAsync<SlackRefusalException>(act)).Reason.ShouldBe(reason);

        await ShouldRefuse(SlackRefusal.AppNotInTheirWorkspace, () => Client.RunCommandAsync(Ada, Acme, "/case"));
        await ShouldRefuse(SlackRefusal.AppNotInTheirWorkspace, () => Client.GlobalShortcutAsync(Ada, "raise"));
        await ShouldRefuse(SlackRefusal.NoSuchCommand, () => Client.RunCommandAsync(Dana, Acme, "/other"));
        await ShouldRefuse(SlackRefusal.NotInChannel, () => Client.PostAsync(Ada, Triage, "Hello"));
        await ShouldRefuse(SlackRefusal.NoOpenView, () => Client.SubmitViewAsync(Dana));
        var internalMessage = await PostedAsync(Triage, $"\"text\":\"x\",\"blocks\":[{Views.Actions(Views.Button("take", "Take it"))}]");
        await ShouldRefuse(SlackRefusal.CannotSee, () => Client.ClickAsync(Ada, internalMessage, "take"));
        await ShouldRefuse(SlackRefusal.NoSuchElement, () => Client.ClickAsync(Dana, internalMessage, "give"));
        await ShouldRefuse(SlackRefusal.NotTheirMessage, () => Client.EditAsync(Dana, internalMessage, "y"));
        App.Got.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_button_is_found_by_its_words_and_sends_where_it_stands()
    {
        var message = await PostedAsync(Acme, $"\"text\":\"x\",\"blocks\":[{Views.Actions(Views.Button("take", "Take it", "case-7"))}]");
        await Client.ClickAsync(Ada, message, "Take it");
        var payload = App.Last.Payload;
        ((string?)payload["type"]).ShouldBe("block_actions");
        ((string?)payload["actions"]![0]!["value"]).ShouldBe("case-7");
        ((string?)payload["actions"]![0]!["action_id"]).ShouldBe("take");
        ((string?)payload["container"]!["message_ts"]).ShouldBe(message.Ts);
        ((string?)payload["message"]!["ts"]).ShouldBe(message.Ts);
        ((string?)payload["team"]!["id"]).ShouldBe("T0ACME", "a customer's person comes with their own team");
        ((string?)payload["trigger_id"]).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_choice_in_a_message_travels_with_its_option_and_stays_in_the_state()
    {
        var select = $$"""{"type":"static_select","action_id":"priority","options":[{{Views.Option("P1")}},{{Views.Option("P2")}}]}""";
        var message = await PostedAsync(Triage, $"\"text\":\"x\",\"blocks\":[{Views.Actions(select, Views.Button("go", "Go"))}]");
        await Client.ChooseAsync(Dana, message, "priority", "P2");
        ((string?)App.Last.Payload["actions"]![0]!["selected_option"]!["value"]).ShouldBe("P2");
        await Client.ClickAsync(Dana, message, "go");
        ((string?)App.Last.Payload["state"]!["values"]!["acts"]!["priority"]!["selected_option"]!["value"]).ShouldBe("P2");
        await Should.ThrowAsync<SlackRefusalException>(() => Client.ChooseAsync(Dana, message, "priority", "P9"));
    }

    [Fact]
    public async Task A_response_address_takes_five_answers_in_half_an_hour()
    {
        await Client.RunCommandAsync(Dana, Triage, "/case");
        var url = App.Last.Field("response_url")!;
        for (var i = 0; i < 5; i++)
        {
            (await PostAsync(url, """{"text":"later"}""")).Status.ShouldBe(200);
        }

        (await PostAsync(url, """{"text":"once more"}""")).ShouldBe((404, """{"ok":false,"error":"used_url"}"""));
        World.SeenBy(Dana, Triage).Count.ShouldBe(5);
        await Client.RunCommandAsync(Dana, Triage, "/case");
        Clock.Advance(TimeSpan.FromMinutes(31));
        (await PostAsync(App.Last.Field("response_url")!, """{"text":"x"}""")).Body.ShouldContain("expired_url");
    }

    [Fact]
    public async Task A_response_address_replaces_and_deletes_an_ephemeral_message()
    {
        await CallAsync("chat.postEphemeral", $$"""
            {"channel":"C0TRIAGE","user":"U0DANA","text":"psst","blocks":[{{Views.Actions(Views.Button("ok", "OK"))}}]}
            """);
        var message = World.SeenBy(Dana, Triage)[0];
        await Client.ClickAsync(Dana, message, "OK");
        App.Last.Payload["message"].ShouldBeNull("the text of an ephemeral message does not come back");
        ((bool?)App.Last.Payload["container"]!["is_ephemeral"]).ShouldBe(true);
        var url = (string)App.Last.Payload["response_url"]!;
        await PostAsync(url, """{"replace_original":true,"text":"done"}""");
        World.Message(Triage, message.Ts)!.Text.ShouldBe("done");
        World.Message(Triage, message.Ts)!.EphemeralTo.ShouldBe(Dana);
        await PostAsync(url, """{"delete_original":true}""");
        World.Message(Triage, message.Ts).ShouldBeNull();
    }
}
