using System.Text.Json.Nodes;
using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Tests.Slack.Support;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Slack;

public sealed class FormsTests : SlackTest
{
    private static readonly Dictionary<string, object?> Filled = new() { ["Subject"] = "Down" };

    private static string Field(string block, string element, bool isOptional = false) => $$$"""
        {"type":"input","block_id":"{{{block}}}","optional":{{{(isOptional ? "true" : "false")}}},
         "label":{"type":"plain_text","text":"{{{block}}}"},"element":{{{element}}}}
        """;

    private Task<SlackView> OpenSimpleAsync(string more = "") => OpenedAsync(Views.Modal(Views.TextInput("subject", "Subject"), more));

    [Fact]
    public async Task Every_kind_of_field_is_sent_in_its_own_shape()
    {
        var options = $"\"options\":[{Views.Option("a")},{Views.Option("b")}]";
        await OpenedAsync(Views.Modal(string.Join(',',
            Views.TextInput("text", "Text"),
            Field("select", $$"""{"type":"static_select","action_id":"v",{{options}}}"""),
            Field("radio", $$"""{"type":"radio_buttons","action_id":"v",{{options}}}"""),
            Field("checks", $$"""{"type":"checkboxes","action_id":"v",{{options}}}"""),
            Field("user", """{"type":"users_select","action_id":"v"}"""),
            Field("date", """{"type":"datepicker","action_id":"v"}"""),
            Field("time", """{"type":"timepicker","action_id":"v"}"""),
            Field("at", """{"type":"datetimepicker","action_id":"v"}"""),
            Field("number", """{"type":"number_input","action_id":"v","is_decimal_allowed":false}"""),
            Field("none", """{"type":"multi_static_select","action_id":"v",""" + options + "}", isOptional: true)),
            ",\"private_metadata\":\"case-7\""));
        var outcome = await Client.SubmitViewAsync(Dana, new Dictionary<string, object?>
        {
            ["Text"] = "words", ["select"] = "The b", ["radio"] = "a", ["checks"] = new[] { "a", "b" }, ["user"] = "U0LEE",
            ["date"] = "2026-03-04", ["time"] = "09:30", ["at"] = new DateTimeOffset(2026, 3, 4, 9, 30, 0, TimeSpan.Zero), ["number"] = 42,
        });
        outcome.IsTaken.ShouldBeTrue();
        outcome.View.ShouldBeNull("an empty answer closes the view");
        var view = App.Last.Payload["view"]!;
        ((string?)view["private_metadata"]).ShouldBe("case-7");
        JsonNode At(string block, string action = "v") => view["state"]!["values"]![block]![action]!;
        ((string?)At("text", "text")["value"]).ShouldBe("words");
        ((string?)At("select")["selected_option"]!["value"]).ShouldBe("b");
        ((string?)At("radio")["selected_option"]!["value"]).ShouldBe("a");
        At("checks")["selected_options"]!.AsArray().Select(o => (string)o!["value"]!).ShouldBe(["a", "b"]);
        ((string?)At("user")["selected_user"]).ShouldBe("U0LEE");
        ((string?)At("date")["selected_date"]).ShouldBe("2026-03-04");
        ((string?)At("time")["selected_time"]).ShouldBe("09:30");
        ((long?)At("at")["selected_date_time"]).ShouldBe(1772616600);
        ((string?)At("number")["value"]).ShouldBe("42", "a number comes as text");
        At("none")["selected_options"]!.AsArray().Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_missing_field_is_caught_before_anything_is_sent()
    {
        await OpenSimpleAsync();
        var outcome = await Client.SubmitViewAsync(Dana);
        (outcome.WasSent, outcome.IsTaken).ShouldBe((false, false));
        outcome.Errors.Keys.ShouldBe(["subject"]);
        App.On("/slack/interactions").ShouldBeEmpty();
        World.TopView(Dana)!.Errors.Keys.ShouldBe(["subject"]);
    }

    [Fact]
    public async Task Errors_stand_by_their_fields_and_what_was_typed_stays()
    {
        await OpenSimpleAsync();
        App.Says(AppSays.Json("""{"response_action":"errors","errors":{"subject":"Say more"}}"""));
        var outcome = await Client.SubmitViewAsync(Dana, Filled);
        outcome.Errors["subject"].ShouldBe("Say more");
        ((string?)World.TopView(Dana)!.Typed[new SlackFieldKey("subject", "text")]["value"]).ShouldBe("Down");
        App.Says(AppSays.Json("""{"response_action":"errors","errors":{"text":"By action id"}}"""));
        (await Client.SubmitViewAsync(Dana)).Failure.ShouldNotBeNull().ShouldStartWith("invalid_errors");
    }

    [Fact]
    public async Task Update_push_and_clear_act_on_the_stack()
    {
        var first = await OpenSimpleAsync();
        var next = Views.Modal(Views.TextInput("subject", "Subject"));
        App.Says(AppSays.Json($$"""{"response_action":"push","view":{{next}}}"""));
        var pushed = (await Client.SubmitViewAsync(Dana, Filled)).View!;
        World.Views(Dana).Select(v => v.Id).ShouldBe([first.Id, pushed.Id]);
        var renamed = next.Replace("Escalate", "Updated", StringComparison.Ordinal);
        App.Says(AppSays.Json($$"""{"response_action":"update","view":{{renamed}}}"""));
        (await Client.SubmitViewAsync(Dana, Filled)).View!.Title.ShouldBe("Updated");
        App.Says(new AppSays());
        (await Client.SubmitViewAsync(Dana, Filled)).View!.Id.ShouldBe(first.Id, "only the top one closes");
        App.Says(AppSays.Json($$"""{"response_action":"push","view":{{next}}}"""));
        await Client.SubmitViewAsync(Dana, Filled);
        App.Says(AppSays.Json("""{"response_action":"clear"}"""));
        (await Client.SubmitViewAsync(Dana, Filled)).View.ShouldBeNull();
        World.Views(Dana).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(500, "", "dispatch_failed")]
    [InlineData(200, """{"response_action":"update","view":{"type":"modal","blocks":[]}}""", "invalid_view")]
    [InlineData(200, """{"text":"hello"}""", "invalid_response_action")]
    public async Task After_a_bad_answer_the_form_stays(int status, string body, string failure)
    {
        var view = await OpenSimpleAsync();
        App.Says(new AppSays(status, body, "application/json"));
        var outcome = await Client.SubmitViewAsync(Dana, Filled);
        outcome.Failure.ShouldNotBeNull().ShouldStartWith(failure);
        World.TopView(Dana)!.Id.ShouldBe(view.Id);
    }

    [Fact]
    public async Task Closing_is_told_only_when_asked_for()
    {
        await OpenSimpleAsync();
        (await Client.CloseViewAsync(Dana)).ShouldBeEmpty();
        await OpenSimpleAsync(",\"notify_on_close\":true");
        (await Client.CloseViewAsync(Dana, all: true)).ShouldHaveSingleItem();
        ((string?)App.Last.Payload["type"]).ShouldBe("view_closed");
        ((bool?)App.Last.Payload["is_cleared"]).ShouldBe(true);
        World.TopView(Dana).ShouldBeNull();
    }

    [Fact]
    public async Task A_button_in_a_form_brings_what_was_typed_so_far()
    {
        var view = await OpenedAsync(Views.Modal(
            Views.TextInput("subject", "Subject") + "," + Views.Actions(Views.Button("more", "More"))));
        await Client.ChangeAsync(Dana, "Subject", "half");
        App.On("/slack/interactions").ShouldBeEmpty();
        await Client.ClickInViewAsync(Dana, "More");
        var payload = App.Last.Payload;
        ((string?)payload["view"]!["id"]).ShouldBe(view.Id);
        ((string?)payload["view"]!["state"]!["values"]!["subject"]!["text"]!["value"]).ShouldBe("half");
        payload["channel"].ShouldBeNull();
        payload["response_url"].ShouldBeNull();
    }

    [Fact]
    public async Task A_field_that_acts_at_once_is_told_when_it_changes()
    {
        await OpenedAsync(Views.Modal(Views.TextInput("subject", "Subject", inBlock: ",\"dispatch_action\":true")));
        await Client.ChangeAsync(Dana, "subject", "x");
        ((string?)App.Last.Payload["actions"]![0]!["value"]).ShouldBe("x");
    }

    [Fact]
    public async Task Options_come_from_the_app()
    {
        await OpenedAsync(Views.Modal(Field("case", """{"type":"external_select","action_id":"pick","min_query_length":2}""")));
        App.Answer = got => Task.FromResult(got.Path == "/slack/options"
            ? AppSays.Json($$"""{"options":[{{Views.Option("ACME-1")}}]}""")
            : new AppSays());
        (await Client.SuggestAsync(Dana, "case", "A")).ShouldBeEmpty("too short to ask");
        (await Client.SuggestAsync(Dana, "case", "ACM")).ShouldBe([new SlackSuggestion("The ACME-1", "ACME-1")]);
        ((string?)App.Last.Payload["value"]).ShouldBe("ACM");
        (await Client.SubmitViewAsync(Dana, new Dictionary<string, object?> { ["case"] = "ACME-1" })).IsTaken.ShouldBeTrue();
        ((string?)App.Last.Payload["view"]!["state"]!["values"]!["case"]!["pick"]!["selected_option"]!["value"]).ShouldBe("ACME-1");
    }

    [Fact]
    public async Task A_customers_person_submits_with_their_team_and_our_installation()
    {
        var message = await PostedAsync(Acme, $"\"text\":\"x\",\"blocks\":[{Views.Actions(Views.Button("rate", "Rate"))}]");
        App.Answer = async got =>
        {
            await CallAsync("views.open", $$"""
                {"trigger_id":"{{(string?)got.Payload["trigger_id"]}}","view":{{Views.Modal(Views.TextInput("subject", "Subject"))}}}
                """);
            return new AppSays();
        };
        (await Client.ClickAsync(Ada, message, "Rate")).View.ShouldNotBeNull().UserId.ShouldBe(Ada);
        App.Says(new AppSays());
        (await Client.SubmitViewAsync(Ada, Filled)).IsTaken.ShouldBeTrue();
        var payload = App.Last.Payload;
        ((string?)payload["team"]!["id"]).ShouldBe("T0ACME");
        ((string?)payload["user"]!["team_id"]).ShouldBe("T0ACME");
        ((string?)payload["view"]!["app_installed_team_id"]).ShouldBe("T0OURS");
    }
}
