using ChatLiaison.Chat;
using ChatLiaison.Platform.Tests.Rendering;
using ChatLiaison.Playground.Slack;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Slack;

public sealed class SlackPressesTests : IAsyncLifetime
{
    private SlackStage stage = null!;

    private SlackClient People => stage.Slack.Client;

    public async ValueTask InitializeAsync() => stage = await SlackStage.StartAsync();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    private async Task<SlackMessage> SendAsync(string? thread = null, string card = "card-every-element")
    {
        var message = new OutgoingMessage(Guid.NewGuid(), new ToChannel("slack", "C0ACME", thread), Gallery.Cards[card]);
        var sent = (await stage.Platform.SendAsync(message, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        return stage.Slack.World.Message(sent.ChannelId, sent.MessageId).ShouldNotBeNull();
    }

    [Fact]
    public async Task Hands_over_action_value_and_the_card()
    {
        var card = await SendAsync();
        (await People.ClickAsync("U0DANA", card, "case.take")).Failure.ShouldBeNull();
        var press = stage.Desk.The<ButtonPress>();
        press.Action.ShouldBe("case.take");
        press.Value.ShouldBe("ACME-12");
        press.Card.ShouldBe(new MessageRef("slack", "C0ACME", card.Ts));
        press.Place.ThreadId.ShouldBeNull();
        press.Person.External.ShouldBeFalse();
        press.Form.ShouldBeNull();
    }

    [Fact]
    public async Task An_act_chosen_in_the_menu_is_a_press_like_any_other()
    {
        var card = await SendAsync(null, "card-menu");
        (await People.ClickAsync("U0DANA", card, "Log a finding")).Failure.ShouldBeNull();
        var press = stage.Desk.The<ButtonPress>();
        press.Action.ShouldBe("finding.open");
        press.Value.ShouldBe("ACME-12");
        press.Card.ShouldBe(new MessageRef("slack", "C0ACME", card.Ts));
    }

    [Fact]
    public async Task A_link_in_the_menu_asks_nothing_of_the_desk()
    {
        await People.ClickAsync("U0DANA", await SendAsync(null, "card-menu"), "Runbook");
        stage.Desk.Heard.OfType<ButtonPress>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_customer_across_a_shared_channel_is_external()
    {
        var root = await SendAsync();
        var card = await SendAsync(root.Ts);
        await People.ClickAsync("U0ADA", card, "case.take");
        var press = stage.Desk.The<ButtonPress>();
        press.Person.External.ShouldBeTrue();
        press.Place.ThreadId.ShouldBe(root.Ts);
        press.Card.ShouldNotBeNull().Root.ShouldBe(root.Ts);
    }

    [Fact]
    public async Task Opens_a_form_in_the_press()
    {
        stage.Desk.Answers(Reply.Show(Gallery.Forms["form-every-field"]));
        (await People.ClickAsync("U0DANA", await SendAsync(), "case.take")).View.ShouldNotBeNull().CallbackId.ShouldBe("gallery.submit");
    }

    [Fact]
    public async Task Replaces_the_card_for_everyone()
    {
        var card = await SendAsync();
        stage.Desk.Answers(Reply.Replace(StaffCard.Titled("Taken by Dana")));
        await People.ClickAsync("U0DANA", card, "case.take");
        await SlackStage.EventuallyAsync(() => stage.Slack.World.Message("C0ACME", card.Ts) is { } now && now.AllText.Contains("Taken by Dana") ? now : null);
    }

    [Fact]
    public async Task Says_a_refusal_to_the_person_alone()
    {
        stage.Desk.Answers(Reply.Refused(CustomerText.Of($"It is taken already.")));
        await People.ClickAsync("U0DANA", await SendAsync(), "case.take");
        var said = await SlackStage.EventuallyAsync(() => stage.Slack.World.SeenBy("U0DANA", "C0ACME").FirstOrDefault(m => m.AllText.Contains("taken already")));
        said.EphemeralTo.ShouldBe("U0DANA");
    }

    [Fact]
    public async Task A_private_card_is_replaced_by_its_own_button()
    {
        stage.Desk.Answers(Reply.Show(Gallery.Cards["card-buttons"]));
        var shown = (await People.RunCommandAsync("U0DANA", "C0ACME", "/case")).Message.ShouldNotBeNull();
        stage.Desk.Answers(Reply.Replace(StaffCard.Titled("Taken")));
        (await People.ClickAsync("U0DANA", shown, "case.take")).Failure.ShouldBeNull();
        await SlackStage.EventuallyAsync(() => stage.Slack.World.SeenBy("U0DANA", "C0ACME").FirstOrDefault(m => m.AllText.Contains("Taken")));
        stage.Slack.World.SeenBy("U0DANA", "C0ACME").ShouldNotContain(m => m.AllText.Contains("Hand over"));
    }

    [Fact]
    public async Task A_global_shortcut_is_answered_in_a_dialog()
    {
        stage.Desk.Answers(Reply.Show(Gallery.Cards["card-sixty-rows"]));
        var outcome = await People.GlobalShortcutAsync("U0DANA", "liaison digest");
        outcome.Failure.ShouldBeNull();
        outcome.View.ShouldNotBeNull().AllText.ShouldContain("ACME-60");
        var call = stage.Desk.The<CommandCall>();
        (call.Name, call.Text, call.Place.Kind).ShouldBe(("liaison", "digest", PlaceKind.Nowhere));
    }

    [Fact]
    public async Task A_message_action_carries_the_message()
    {
        var written = (await People.PostAsync("U0ADA", "C0ACME", "Checkout &amp; cart are down <https://x.example|x.example>")).Message;
        stage.Desk.Answers(Reply.Show(Gallery.Forms["form-more-hidden"]));
        (await People.MessageShortcutAsync("U0DANA", "escalate", written)).View.ShouldNotBeNull();
        var source = stage.Desk.The<CommandCall>().Source.ShouldNotBeNull();
        source.Text.ShouldBe("Checkout & cart are down https://x.example");
        source.AuthorId.ShouldBe("U0ADA");
        source.Message.MessageId.ShouldBe(written.Ts);
    }

    [Fact]
    public async Task The_home_page_is_drawn_and_drawn_anew_after_a_press()
    {
        stage.Desk.Home = StaffCard.Titled("Your cases").With(Button.Act("home.refresh", "Refresh", ""));
        await People.OpenHomeAsync("U0DANA");
        await SlackStage.EventuallyAsync(() => stage.Slack.World.Home("U0DANA"));
        stage.Desk.Home = StaffCard.Titled("No cases");
        await People.ClickInHomeAsync("U0DANA", "home.refresh");
        await SlackStage.EventuallyAsync(() => stage.Slack.World.Home("U0DANA") is { } home && home.AllText.Contains("No cases") ? home : null);
    }
}
