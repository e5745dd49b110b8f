using ChatLiaison.Chat;
using ChatLiaison.Platform.Tests.Rendering;
using ChatLiaison.Playground.Slack;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Slack;

public sealed class SlackFormsTests : IAsyncLifetime
{
    private SlackStage stage = null!;

    private SlackClient People => stage.Slack.Client;

    public async ValueTask InitializeAsync() => stage = await SlackStage.StartAsync();

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    private async Task OpenAsync(string form)
    {
        stage.Desk.Answers(Reply.Show(Gallery.Forms[form]));
        (await People.RunCommandAsync("U0DANA", "C0ACME", "/escalate")).View.ShouldNotBeNull();
        stage.Desk.Answers(Reply.Done());
    }

    [Fact]
    public async Task Hands_back_what_was_filled_in_and_closes()
    {
        await OpenAsync("form-every-field");
        var outcome = await People.SubmitViewAsync("U0DANA", new Dictionary<string, object?> { ["story"] = "It fails" });
        outcome.Failure.ShouldBeNull();
        outcome.Errors.ShouldBeEmpty();
        outcome.View.ShouldBeNull();
        var form = stage.Desk.The<FormSubmission>();
        form.Action.ShouldBe("gallery.submit");
        form.State.ShouldBe("ACME-12");
        form.Place.ShouldBe(new ChatPlace("slack", PlaceKind.Channel, "C0ACME"));
        form.Values.One("title").ShouldBe("Checkout fails");
        form.Values.One("story").ShouldBe("It fails");
        form.Values.One("priority").ShouldBe("P2");
        form.Values.Many("tags").ShouldBe(["t1", "t3"]);
        form.Values.One("case").ShouldBe("ACME-2");
        form.Values.Moment("due").ShouldBe(Instant.FromUtc(2026, 11, 23, 12, 0));
        form.Values.Has("later").ShouldBeFalse();
    }

    [Fact]
    public async Task Submitting_one_form_twice_has_one_key()
    {
        await OpenAsync("form-more-shown");
        stage.Desk.Answers(Reply.Refused(CustomerText.Of($"Not now.")));
        var values = new Dictionary<string, object?> { ["summary"] = "Down", ["priority"] = "P1" };
        await People.SubmitViewAsync("U0DANA", values);
        await People.SubmitViewAsync("U0DANA", values);
        stage.Desk.Heard.OfType<FormSubmission>().Select(f => f.Key).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Marks_the_fields_that_are_wrong()
    {
        await OpenAsync("form-every-field");
        stage.Desk.Answers(Reply.Wrong(new FieldError("story", "Say more."), new FieldError("note", "And this.")));
        var outcome = await People.SubmitViewAsync("U0DANA");
        outcome.Failure.ShouldBeNull();
        outcome.Errors["story"].ShouldBe("Say more.");
        outcome.Errors["title"].ShouldBe("And this.");
        outcome.View.ShouldNotBeNull();
    }

    [Fact]
    public async Task Keeps_what_was_typed_when_the_desk_fails()
    {
        await OpenAsync("form-every-field");
        stage.Desk.Answer = (_, _) => throw new InvalidOperationException("no database");
        var outcome = await People.SubmitViewAsync("U0DANA", new Dictionary<string, object?> { ["story"] = "Long words" });
        outcome.Errors.Values.ShouldHaveSingleItem().ShouldContain("Nothing was saved");
        outcome.View.ShouldNotBeNull().Typed.Values.ShouldContain(v => v.ToJsonString().Contains("Long words"));
    }

    [Fact]
    public async Task A_refusal_of_a_form_without_fields_lies_on_top()
    {
        await OpenAsync("form-preview");
        stage.Desk.Answers(Reply.Refused(CustomerText.Of($"The case is closed.")));
        (await People.SubmitViewAsync("U0DANA")).View.ShouldNotBeNull().AllText.ShouldContain("The case is closed.");
    }

    [Fact]
    public async Task Asking_for_more_fields_keeps_what_was_typed()
    {
        await OpenAsync("form-more-hidden");
        await People.ChangeAsync("U0DANA", "summary", "Typed already");
        stage.Desk.Answers(Reply.Show(Gallery.Forms["form-more-shown"]));
        var outcome = await People.ClickInViewAsync("U0DANA", "escalate.more");
        outcome.Failure.ShouldBeNull();
        var press = stage.Desk.The<ButtonPress>();
        press.Form.ShouldNotBeNull().Values.One("summary").ShouldBe("Typed already");
        press.Form.Action.ShouldBe("escalate.submit");
        stage.Slack.World.Views("U0DANA").ShouldHaveSingleItem().AllText.ShouldContain("Steps to see it");
        stage.Desk.Answers(Reply.Done());
        await People.SubmitViewAsync("U0DANA", new Dictionary<string, object?> { ["priority"] = "P1" });
        stage.Desk.The<FormSubmission>().Values.One("summary").ShouldBe("Typed already");
    }

    [Fact]
    public async Task Another_form_goes_on_top_and_done_closes_all()
    {
        await OpenAsync("form-every-field");
        stage.Desk.Answers(Reply.Show(Gallery.Forms["form-preview"]));
        await People.SubmitViewAsync("U0DANA");
        stage.Slack.World.Views("U0DANA").Count.ShouldBe(2);
        stage.Desk.Answers(Reply.Done(CustomerText.Of($"Sent.")));
        (await People.SubmitViewAsync("U0DANA")).View.ShouldBeNull();
        await SlackStage.EventuallyAsync(() => stage.Slack.World.SeenBy("U0DANA", "C0ACME").FirstOrDefault(m => m.AllText.Contains("Sent.")));
        stage.Slack.World.SeenBy("U0ADA", "C0ACME").ShouldNotContain(m => m.AllText.Contains("Sent."));
    }

    [Fact]
    public async Task Searches_as_the_person_types()
    {
        await OpenAsync("form-every-field");
        stage.Desk.Choices = [new("ACME-7", "ACME-7 Odd & slow")];
        var found = await People.SuggestAsync("U0DANA", "case", "odd");
        found.ShouldHaveSingleItem().Value.ShouldBe("ACME-7");
        stage.Desk.Asked.ShouldNotBeNull().Source.ShouldBe("cases");
        stage.Desk.Asked.Typed.ShouldBe("odd");
    }
}
