using System.Text.Json.Nodes;
using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;
using static ChatLiaison.Playground.Tests.Teams.When_a_button_is_pressed;

namespace ChatLiaison.Playground.Tests.Teams;

public class When_a_message_extension_is_called
{
    [Fact]
    public async Task From_a_message_it_carries_that_message()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var said = await trial.Client.SayAsync(TeamsTrial.Ada, TeamsTrial.Acme, "5 < 6 & it broke");
        trial.App.Answers = _ => Cards.Continue(Cards.Form());
        var outcome = await trial.Client.FetchTaskAsync(TeamsTrial.Dana, "escalate", TeamsCommandContext.Message, TeamsTrial.Acme, said.Id);
        outcome.Kind.ShouldBe(TeamsOutcomeKind.DialogOpened);
        var activity = trial.App.Last;
        activity.GetProperty("name").GetString().ShouldBe("composeExtension/fetchTask");
        activity.GetProperty("conversation").GetProperty("id").GetString().ShouldBe(said.ThreadConversationId);
        var value = activity.GetProperty("value");
        value.GetProperty("commandId").GetString().ShouldBe("escalate");
        value.GetProperty("commandContext").GetString().ShouldBe("message");
        var payload = value.GetProperty("messagePayload");
        payload.GetProperty("id").GetString().ShouldBe(said.Id);
        payload.GetProperty("body").GetProperty("content").GetString().ShouldBe("<div>5 &lt; 6 &amp; it broke</div>");
        payload.GetProperty("from").GetProperty("user").GetProperty("id").GetString().ShouldBe(SamplePeople.Ada.AadObjectId);
    }

    [Fact]
    public async Task From_the_compose_box_its_form_is_submitted_with_the_command()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var chat = trial.World.PersonalChatOf(trial.DanaUser).Id;
        trial.App.Answers = _ => Cards.Continue(Cards.Form());
        await trial.Client.FetchTaskAsync(TeamsTrial.Dana, "createCase", TeamsCommandContext.Compose, chat);
        trial.App.Last.GetProperty("value").TryGetProperty("messagePayload", out _).ShouldBeFalse();
        trial.App.Answers = _ => null;
        var outcome = await trial.Client.SubmitDialogAsync(TeamsTrial.Dana, Values(("Title", "Broken")));
        outcome.Kind.ShouldBe(TeamsOutcomeKind.DialogClosed);
        Shapes.Of(trial.App.Last).ShouldBe(Shapes.PersonalSubmitAction);
        trial.App.Last.GetProperty("name").GetString().ShouldBe("composeExtension/submitAction");
        trial.App.Last.GetProperty("value").GetProperty("commandId").GetString().ShouldBe("createCase");
        trial.App.Last.GetProperty("channelData").GetProperty("source").GetProperty("name").GetString().ShouldBe("compose");
    }

    [Fact]
    public async Task A_result_goes_to_the_compose_box()
    {
        await using var trial = await TeamsTrial.StartAsync();
        trial.App.Answers = _ => Cards.Continue(Cards.Form());
        await trial.Client.FetchTaskAsync(TeamsTrial.Dana, "createCase", TeamsCommandContext.CommandBox, TeamsTrial.Triage);
        trial.App.Answers = _ => new JsonObject
        {
            ["composeExtension"] = new JsonObject
            {
                ["type"] = "result",
                ["attachmentLayout"] = "list",
                ["attachments"] = new JsonArray(Cards.Attachment(Cards.Button("[]"))),
            },
        };
        var outcome = await trial.Client.SubmitDialogAsync(TeamsTrial.Dana, Values(("Title", "Broken")));
        outcome.Kind.ShouldBe(TeamsOutcomeKind.Composed);
        outcome.Attachments.ShouldHaveSingleItem();
        trial.World.Dialogs.ShouldBeEmpty();
    }
}
