using ChatLiaison.Playground.Tests.Slack.Support;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Slack;

public sealed class HomesAndShortcutsTests : SlackTest
{
    [Fact]
    public async Task A_button_in_a_home_can_open_a_form()
    {
        var home = $$"""{"type":"home","blocks":[{{Views.Actions(Views.Button("new", "New case"))}}]}""";
        await CallAsync("views.publish", $$"""{"user_id":"U0DANA","view":{{home}}}""");
        App.Answer = async got =>
        {
            await CallAsync("views.open", $$"""
                {"trigger_id":"{{(string?)got.Payload["trigger_id"]}}","view":{{Views.Modal(Views.TextInput("subject", "Subject"))}}}
                """);
            return new AppSays();
        };
        (await Client.ClickInHomeAsync(Dana, "New case")).View.ShouldNotBeNull().Title.ShouldBe("Escalate");
        var payload = App.Last.Payload;
        ((string?)payload["view"]!["type"]).ShouldBe("home");
        ((string?)payload["container"]!["type"]).ShouldBe("view");
        ((string?)payload["view"]!["id"]).ShouldBe(World.Home(Dana)!.Id);
    }

    [Fact]
    public async Task A_message_shortcut_brings_the_message_and_a_global_one_no_place()
    {
        var message = (await Client.PostAsync(Ada, Acme, "We are down")).Message;
        await Client.MessageShortcutAsync(Dana, "escalate_message", message);
        var onMessage = App.Last.Payload;
        ((string?)onMessage["type"]).ShouldBe("message_action");
        ((string?)onMessage["callback_id"]).ShouldBe("escalate_message");
        ((string?)onMessage["message"]!["text"]).ShouldBe("We are down");
        ((string?)onMessage["channel"]!["id"]).ShouldBe(Acme);
        ((string?)onMessage["response_url"]).ShouldNotBeNullOrEmpty();
        await Client.GlobalShortcutAsync(Dana, "raise");
        var global = App.Last.Payload;
        ((string?)global["type"]).ShouldBe("shortcut");
        (global["channel"], global["response_url"]).ShouldBe((null, null));
    }

    [Fact]
    public async Task A_reaction_is_told_with_its_message()
    {
        var message = (await Client.PostAsync(Ada, Acme, "We are down")).Message;
        await Client.ReactAsync(Dana, message, "eyes");
        var content = App.Last.Payload["event"]!;
        ((string?)content["type"]).ShouldBe("reaction_added");
        ((string?)content["item"]!["ts"]).ShouldBe(message.Ts);
        World.Message(Acme, message.Ts)!.Reactions["eyes"].ShouldBe([Dana]);
    }
}
