using ChatLiaison.Chat;
using ChatLiaison.Platform.Tests.Rendering;
using ChatLiaison.Playground.Slack;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Slack;

public sealed class SlackCommandsTests : IAsyncLifetime
{
    private SlackStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await SlackStage.StartAsync();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Hands_over_the_name_the_words_and_who_and_where()
    {
        await stage.Slack.Client.RunCommandAsync("U0DANA", "C0ACME", "/liaison", "digest A&B <now> äöü+50%");
        var call = stage.Desk.The<CommandCall>();
        call.Name.ShouldBe("liaison");
        call.Text.ShouldBe("digest A&B <now> äöü+50%");
        call.Person.Id.ShouldBe("U0DANA");
        call.Person.External.ShouldBeFalse();
        call.Place.ShouldBe(new ChatPlace("slack", PlaceKind.Channel, "C0ACME"));
        call.Key.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("form-every-field")]
    [InlineData("form-more-hidden")]
    [InlineData("form-more-shown")]
    [InlineData("form-hostile")]
    [InlineData("form-preview")]
    public async Task Opens_each_form_before_it_answers(string name)
    {
        stage.Desk.Answers(Reply.Show(Gallery.Forms[name]));
        var outcome = await stage.Slack.Client.RunCommandAsync("U0DANA", "C0ACME", "/escalate");
        outcome.Failure.ShouldBeNull();
        outcome.Message?.AllText.ShouldBeNull();
        outcome.View.ShouldNotBeNull().CallbackId.ShouldBe(Gallery.Forms[name].Action);
    }

    [Fact]
    public async Task Says_so_when_the_form_could_not_be_opened()
    {
        stage.Desk.Answers(Reply.Show(Gallery.Forms["form-preview"]));
        stage.Slack.Faults.Next(SlackFaultKind.ServerError, "views.open");
        var outcome = await stage.Slack.Client.RunCommandAsync("U0DANA", "C0ACME", "/escalate");
        outcome.Failure.ShouldBeNull();
        outcome.Message.ShouldNotBeNull().AllText.ShouldContain("try again");
        outcome.Message.EphemeralTo.ShouldBe("U0DANA");
    }

    [Theory]
    [MemberData(nameof(ChatPlatformContract.CardNames), MemberType = typeof(ChatPlatformContract))]
    public async Task Shows_each_card_to_the_person_alone(string name)
    {
        stage.Desk.Answers(Reply.Show(Gallery.Cards[name]));
        var outcome = await stage.Slack.Client.RunCommandAsync("U0DANA", "C0ACME", "/case");
        outcome.Failure.ShouldBeNull();
        outcome.Message.ShouldNotBeNull().EphemeralTo.ShouldBe("U0DANA");
    }

    [Fact]
    public async Task Shows_a_card_to_everyone_here()
    {
        stage.Desk.Answers(Reply.Show(Gallery.Cards["card-plain"], Visibility.Here));
        var outcome = await stage.Slack.Client.RunCommandAsync("U0DANA", "C0ACME", "/case");
        outcome.Message.ShouldNotBeNull().EphemeralTo.ShouldBeNull();
    }

    [Fact]
    public async Task Says_that_nothing_was_saved_when_the_desk_fails()
    {
        stage.Desk.Answer = (_, _) => throw new InvalidOperationException("secret words of a database");
        var outcome = await stage.Slack.Client.RunCommandAsync("U0DANA", "C0ACME", "/case");
        outcome.Failure.ShouldBeNull();
        var said = outcome.Message.ShouldNotBeNull().AllText;
        said.ShouldContain("Nothing was saved");
        said.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Answers_within_three_seconds_when_the_desk_is_stuck()
    {
        stage.Desk.Answer = async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return Reply.Done();
        };
        var outcome = await stage.Slack.Client.RunCommandAsync("U0DANA", "C0ACME", "/case");
        outcome.Failure.ShouldBeNull();
        outcome.Message.ShouldNotBeNull().AllText.ShouldContain("Nothing was saved");
    }

    [Fact]
    public async Task Answers_the_certificate_check() =>
        (await stage.Slack.Client.CheckCertificateAsync()).Status.ShouldBe(200);
}
