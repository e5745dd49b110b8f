using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLiaison.Playground.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Teams;

public class When_a_button_is_pressed
{
    private const string Take = """[{"type":"Action.Execute","title":"Take","verb":"take","data":{"case":"ACME-1"}}]""";

    [Fact]
    public async Task An_execute_action_sends_an_invoke_and_its_card_replaces_the_own_one_for_that_person_only()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var message = await trial.SendCardAsync(TeamsTrial.Triage, Cards.Button(Take));
        trial.App.Answers = _ => ExecuteAnswer(200, "application/vnd.microsoft.card.adaptive", Cards.Of("""[{"type":"TextBlock","text":"Taken"}]"""));
        var outcome = await trial.Client.PressAsync(TeamsTrial.Dana, message.Id, "Take");
        outcome.Kind.ShouldBe(TeamsOutcomeKind.CardReplaced);
        var activity = trial.App.Last;
        activity.GetProperty("type").GetString().ShouldBe("invoke");
        activity.GetProperty("name").GetString().ShouldBe("adaptiveCard/action");
        activity.GetProperty("replyToId").GetString().ShouldBe(message.Id);
        var value = activity.GetProperty("value");
        value.GetProperty("trigger").GetString().ShouldBe("manual");
        value.GetProperty("action").GetProperty("verb").GetString().ShouldBe("take");
        value.GetProperty("action").GetProperty("data").GetProperty("case").GetString().ShouldBe("ACME-1");
        var after = trial.World.FindMessage(message.Id)!;
        after.CardsFor(trial.DanaUser.Mri)[0].ToString().ShouldContain("Taken");
        after.CardsFor("29:lee")[0].ToString().ShouldNotContain("Taken");
        await Should.ThrowAsync<InvalidOperationException>(trial.Client.PressAsync(TeamsTrial.Dana, message.Id, "Take"));
    }

    [Fact]
    public async Task An_update_of_the_message_takes_back_the_replaced_cards()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var message = await trial.SendCardAsync(TeamsTrial.Triage, Cards.Button(Take));
        trial.App.Answers = _ => ExecuteAnswer(200, "application/vnd.microsoft.card.adaptive", Cards.Button("[]"));
        await trial.Client.PressAsync(TeamsTrial.Dana, message.Id, "take");
        await trial.CallAsync(HttpMethod.Put, TeamsTrial.Path(message), Cards.Message(Cards.Of("""[{"type":"TextBlock","text":"For all"}]""")));
        trial.World.FindMessage(message.Id)!.CardsFor(trial.DanaUser.Mri)[0].ToString().ShouldContain("For all");
    }

    [Fact]
    public async Task A_text_in_the_answer_is_shown()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var message = await trial.SendCardAsync(TeamsTrial.Triage, Cards.Button(Take));
        trial.App.Answers = _ => ExecuteAnswer(200, "application/vnd.microsoft.activity.message", JsonValue.Create("Done"));
        (await trial.Client.PressAsync(TeamsTrial.Dana, message.Id, "Take")).Kind.ShouldBe(TeamsOutcomeKind.MessageShown);
        trial.World.Notices.ShouldBe([new TeamsNotice(trial.DanaUser.Mri, TeamsNoticeKind.Message, "Done")]);
    }

    [Fact]
    public async Task An_error_in_the_answer_is_shown()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var message = await trial.SendCardAsync(TeamsTrial.Triage, Cards.Button(Take));
        trial.App.Answers = _ => ExecuteAnswer(
            400, "application/vnd.microsoft.error", new JsonObject { ["code"] = "BadRequest", ["message"] = "Somebody has it" });
        var outcome = await trial.Client.PressAsync(TeamsTrial.Dana, message.Id, "Take");
        outcome.ShouldSatisfyAllConditions(
            () => outcome.Kind.ShouldBe(TeamsOutcomeKind.Error),
            () => outcome.Text.ShouldBe("Somebody has it"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""")]
    [InlineData("""{"statusCode":200,"type":"text/plain","value":"Done"}""")]
    public async Task An_answer_that_no_client_can_use_is_an_error(string answer)
    {
        await using var trial = await TeamsTrial.StartAsync();
        var message = await trial.SendCardAsync(TeamsTrial.Triage, Cards.Button(Take));
        trial.App.Answers = _ => JsonSerializer.Deserialize<JsonElement>(answer);
        (await trial.Client.PressAsync(TeamsTrial.Dana, message.Id, "Take")).Kind.ShouldBe(TeamsOutcomeKind.Error);
    }

    [Fact]
    public async Task A_plain_submit_is_a_message_with_a_value_and_no_text()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var card = Cards.Of(
            """[{"type":"Input.Text","id":"note","label":"Note"},{"type":"Input.Text","id":"empty","label":"Empty"}]""",
            """[{"type":"Action.Submit","title":"Send","data":{"kind":"submit"}}]""");
        var message = await trial.SendCardAsync(TeamsTrial.Acme, card);
        var outcome = await trial.Client.PressAsync(TeamsTrial.Ada, message.Id, "Send", Values(("Note", "from channel")));
        outcome.Kind.ShouldBe(TeamsOutcomeKind.Sent);
        Shapes.Of(trial.App.Last).ShouldBe(Shapes.ChannelSubmit);
        trial.App.Last.GetProperty("type").GetString().ShouldBe("message");
        trial.App.Last.GetProperty("replyToId").GetString().ShouldBe(message.Id);
        trial.App.Last.GetProperty("conversation").GetProperty("id").GetString().ShouldBe(message.ThreadConversationId);
    }

    [Fact]
    public async Task A_link_and_a_shown_card_stay_with_the_client()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var message = await trial.SendCardAsync(TeamsTrial.Triage, Cards.Of(
            """[{"type":"TextBlock","id":"more","text":"More","isVisible":false}]""",
            """
            [{"type":"Action.OpenUrl","title":"Docs","url":"https://example.com/docs"},
             {"type":"Action.ToggleVisibility","title":"Toggle","targetElements":["more"]},
             {"type":"Action.ShowCard","title":"Note","card":{"type":"AdaptiveCard","version":"1.5",
              "body":[{"type":"Input.Text","id":"note","label":"Note","isRequired":true,"errorMessage":"Write something"}],
              "actions":[{"type":"Action.Submit","title":"Add"}]}}]
            """));
        (await trial.Client.PressAsync(TeamsTrial.Dana, message.Id, "Docs")).Text.ShouldBe("https://example.com/docs");
        (await trial.Client.PressAsync(TeamsTrial.Dana, message.Id, "Toggle")).Kind.ShouldBe(TeamsOutcomeKind.DoneByClient);
        (await trial.Client.PressAsync(TeamsTrial.Dana, message.Id, "Note")).Card.ShouldNotBeNull();
        (await trial.Client.PressAsync(TeamsTrial.Dana, message.Id, "Add")).Problems["note"].ShouldBe("Write something");
        trial.App.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_presses_what_they_cannot_see()
    {
        await using var trial = await TeamsTrial.StartAsync();
        var secret = Cards.Message(Cards.Button(Take));
        secret["recipient"] = new JsonObject { ["id"] = trial.DanaUser.Mri };
        var (_, body) = await trial.SendAsync(TeamsTrial.Triage, secret, "?isTargetedActivity=true");
        await Should.ThrowAsync<InvalidOperationException>(
            trial.Client.PressAsync("29:lee", body.GetProperty("id").GetString()!, "Take"));
    }

    internal static Dictionary<string, string> Values(params (string Key, string Value)[] pairs) =>
        pairs.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    private static JsonObject ExecuteAnswer(int status, string type, JsonNode? value) =>
        new() { ["statusCode"] = status, ["type"] = type, ["value"] = value };
}
