using System.Text.Json;
using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;
using static ChatLiaison.Playground.Tests.Teams.When_a_button_is_pressed;

namespace ChatLiaison.Playground.Tests.Teams;

public class When_a_dialog_is_open
{
    [Fact]
    public async Task It_was_fetched_with_the_buttons_data()
    {
        await using var trial = await OpenAsync();
        var activity = trial.App.Received.ShouldHaveSingleItem();
        activity.GetProperty("name").GetString().ShouldBe("task/fetch");
        activity.GetProperty("value").GetProperty("data").GetProperty("case").GetString().ShouldBe("ACME-1");
        activity.GetProperty("value").GetProperty("context").GetProperty("theme").GetString().ShouldBe("default");
        var dialog = trial.World.DialogOf(trial.DanaUser.Mri)!;
        dialog.Title.ShouldBe("New case");
        dialog.Width!.Value.GetInt32().ShouldBe(400);
    }

    [Fact]
    public async Task Submitting_merges_the_inputs_flat_as_text_and_an_empty_answer_closes()
    {
        await using var trial = await OpenAsync();
        trial.App.Answers = _ => null;
        var outcome = await trial.Client.SubmitDialogAsync(TeamsTrial.Dana, Values(("Title", "Broken"), ("priority", "High"), ("Urgent", "true")));
        outcome.Kind.ShouldBe(TeamsOutcomeKind.DialogClosed);
        trial.App.Last.GetProperty("name").GetString().ShouldBe("task/submit");
        var data = trial.App.Last.GetProperty("value").GetProperty("data");
        JsonElement.DeepEquals(data, JsonSerializer.SerializeToElement(new
        {
            form = "new-case", count = 3, title = "Broken", priority = "p1", urgent = "true",
        })).ShouldBeTrue(data.ToString());
        trial.World.DialogOf(trial.DanaUser.Mri).ShouldBeNull();
    }

    [Fact]
    public async Task The_client_asks_for_corrections_before_the_app_hears_of_it()
    {
        await using var trial = await OpenAsync();
        var outcome = await trial.Client.SubmitDialogAsync(TeamsTrial.Dana, Values(("code", "lower")));
        outcome.Kind.ShouldBe(TeamsOutcomeKind.Invalid);
        outcome.Problems.ShouldBe(Values(("title", "Give a title"), ("code", "Capitals only")));
        (await trial.Client.SubmitDialogAsync(TeamsTrial.Dana, Values(("title", "far too long a title")))).Problems.Keys.ShouldContain("title");
        trial.App.Received.Count.ShouldBe(1);
        trial.World.DialogOf(trial.DanaUser.Mri)!.Typed["code"].ShouldBe("lower");
    }

    [Fact]
    public async Task What_nobody_could_type_throws()
    {
        await using var trial = await OpenAsync();
        await Should.ThrowAsync<InvalidOperationException>(trial.Client.SubmitDialogAsync(TeamsTrial.Dana, Values(("Colour", "red"))));
        await Should.ThrowAsync<InvalidOperationException>(trial.Client.SubmitDialogAsync(TeamsTrial.Dana, Values(("priority", "Medium"))));
    }

    [Fact]
    public async Task A_further_card_takes_its_place()
    {
        await using var trial = await OpenAsync();
        trial.App.Answers = _ => Cards.Continue(Cards.Form(), "Step two");
        (await trial.Client.SubmitDialogAsync(TeamsTrial.Dana, Values(("title", "One")))).Kind.ShouldBe(TeamsOutcomeKind.DialogOpened);
        trial.World.DialogOf(trial.DanaUser.Mri)!.Title.ShouldBe("Step two");
    }

    [Fact]
    public async Task A_text_is_shown_and_the_dialog_closes()
    {
        await using var trial = await OpenAsync();
        trial.App.Answers = _ => new { task = new { type = "message", value = "Saved" } };
        var outcome = await trial.Client.SubmitDialogAsync(TeamsTrial.Dana, Values(("title", "One")));
        outcome.ShouldBe(new TeamsOutcome(TeamsOutcomeKind.MessageShown, "Saved") { Problems = outcome.Problems, Attachments = outcome.Attachments });
        trial.World.DialogOf(trial.DanaUser.Mri).ShouldBeNull();
    }

    [Fact]
    public async Task A_failure_leaves_it_open_with_what_was_typed()
    {
        await using var trial = await OpenAsync();
        trial.App.Status = 500;
        (await trial.Client.SubmitDialogAsync(TeamsTrial.Dana, Values(("title", "One")))).Kind.ShouldBe(TeamsOutcomeKind.Error);
        var dialog = trial.World.DialogOf(trial.DanaUser.Mri)!;
        dialog.Error.ShouldNotBeNull();
        dialog.Typed["title"].ShouldBe("One");
        trial.App.Status = 200;
        trial.App.Answers = _ => null;
        (await trial.Client.SubmitDialogAsync(TeamsTrial.Dana)).Kind.ShouldBe(TeamsOutcomeKind.DialogClosed);
        trial.App.Last.GetProperty("value").GetProperty("data").GetProperty("title").GetString().ShouldBe("One");
    }

    [Theory]
    [InlineData("""{"task":{"type":"continue","value":{"title":"x"}}}""")]
    [InlineData("""{"task":{"type":"continue","value":{"width":"huge","card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5"}}}}}""")]
    [InlineData("""{"task":{"type":"continue","value":{"card":{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.6"}}}}}""")]
    [InlineData("""{"task":{"type":"update"}}""")]
    [InlineData("""{"status":"ok"}""")]
    [InlineData("""["ok"]""")]
    public async Task An_answer_that_no_client_can_use_is_an_error(string answer)
    {
        await using var trial = await OpenAsync();
        trial.App.Answers = _ => JsonSerializer.Deserialize<JsonElement>(answer);
        (await trial.Client.SubmitDialogAsync(TeamsTrial.Dana, Values(("title", "One")))).Kind.ShouldBe(TeamsOutcomeKind.Error);
    }

    [Fact]
    public async Task Cancelling_closes_it_and_tells_nobody()
    {
        await using var trial = await OpenAsync();
        trial.Client.CancelDialog(TeamsTrial.Dana);
        trial.World.Dialogs.ShouldBeEmpty();
        trial.App.Received.Count.ShouldBe(1);
    }

    private static async Task<TeamsTrial> OpenAsync()
    {
        var trial = await TeamsTrial.StartAsync();
        var message = await trial.SendCardAsync(TeamsTrial.Triage, Cards.Opener());
        trial.App.Answers = _ => Cards.Continue(Cards.Form());
        (await trial.Client.PressAsync(TeamsTrial.Dana, message.Id, "Open")).Kind.ShouldBe(TeamsOutcomeKind.DialogOpened);
        return trial;
    }
}
