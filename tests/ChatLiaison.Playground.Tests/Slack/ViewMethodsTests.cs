using System.Text.Json.Nodes;
using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Tests.Slack.Support;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Slack;

public sealed class ViewMethodsTests : SlackTest
{
    private static readonly string Form = Views.Modal(Views.TextInput("subject", "Subject"));

    private async Task<string> TriggerAsync(bool inView = false)
    {
        await (inView ? Client.ClickInViewAsync(Dana, "more") : Client.GlobalShortcutAsync(Dana, "raise"));
        return (string)App.Last.Payload["trigger_id"]!;
    }

    private static string Open(string trigger, string view) => $$"""{"trigger_id":"{{trigger}}","view":{{view}}}""";

    [Fact]
    public async Task A_trigger_is_good_once()
    {
        var trigger = await TriggerAsync();
        (await CallAsync("views.open", Open(trigger, Form)))["ok"]!.GetValue<bool>().ShouldBeTrue();
        World.TopView(Dana)!.Title.ShouldBe("Escalate");
        await ShouldFailAsync("exchanged_trigger_id", "views.open", Open(trigger, Form));
        await ShouldFailAsync("invalid_trigger_id", "views.open", Open("made-up", Form));
    }

    [Fact]
    public async Task A_trigger_lives_three_seconds_of_the_stand_ins_clock()
    {
        var (first, second) = (await TriggerAsync(), await TriggerAsync());
        Clock.Advance(TimeSpan.FromSeconds(3));
        (await CallAsync("views.open", Open(first, Form)))["ok"]!.GetValue<bool>().ShouldBeTrue();
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        await ShouldFailAsync("expired_trigger_id", "views.open", Open(second, Form));
    }

    [Fact]
    public async Task A_fourth_view_does_not_fit_on_the_stack()
    {
        var page = Views.Modal(Views.Actions(Views.Button("more", "More")));
        await OpenedAsync(page);
        for (var depth = 2; depth <= 3; depth++)
        {
            (await CallAsync("views.push", Open(await TriggerAsync(inView: true), page)))["ok"]!.GetValue<bool>().ShouldBeTrue();
        }

        await ShouldFailAsync("push_limit_reached", "views.push", Open(await TriggerAsync(inView: true), page));
        World.Views(Dana).Count.ShouldBe(3);
        World.Views(Dana)[2].PreviousId.ShouldBe(World.Views(Dana)[1].Id);
        World.Views(Dana)[2].RootId.ShouldBe(World.Views(Dana)[0].Id);
    }

    [Fact]
    public async Task A_stale_hash_conflicts_and_changes_nothing()
    {
        var view = await OpenedAsync(Form);
        var update = new JsonObject { ["view_id"] = view.Id, ["hash"] = view.Hash, ["view"] = JsonNode.Parse(Form) };
        (await CallAsync("views.update", update.ToJsonString()))["ok"]!.GetValue<bool>().ShouldBeTrue();
        var hash = World.TopView(Dana)!.Hash;
        hash.ShouldNotBe(view.Hash);
        await ShouldFailAsync("hash_conflict", "views.update", update.ToJsonString());
        World.TopView(Dana)!.Hash.ShouldBe(hash);
    }

    [Fact]
    public async Task What_was_typed_outlives_an_update_where_the_names_stay()
    {
        var view = await OpenedAsync(Views.Modal(Views.TextInput("a", "A") + "," + Views.TextInput("b", "B")));
        await Client.ChangeAsync(Dana, "A", "kept");
        await Client.ChangeAsync(Dana, "B", "lost");
        var next = Views.Modal(Views.TextInput("a", "A again") + "," + Views.TextInput("b2", "B"));
        await CallAsync("views.update", $$"""{"view_id":"{{view.Id}}","view":{{next}}}""");
        var typed = World.TopView(Dana)!.Typed;
        ((string?)typed[new SlackFieldKey("a", "text")]["value"]).ShouldBe("kept");
        typed[new SlackFieldKey("b2", "text")]["value"].ShouldBeNull();
    }

    [Fact]
    public async Task An_external_id_names_one_view()
    {
        var named = Views.Modal(Views.TextInput("s", "S"), ",\"external_id\":\"case-1\"");
        await OpenedAsync(named);
        await ShouldFailAsync("duplicate_external_id", "views.open", Open(await TriggerAsync(), named));
        (await CallAsync("views.update", $$"""{"external_id":"case-1","view":{{named}}}"""))["ok"]!.GetValue<bool>().ShouldBeTrue();
        await ShouldFailAsync("not_found", "views.update", $$"""{"view_id":"V0NONE","view":{{named}}}""");
    }

    [Fact]
    public async Task A_home_is_published_for_one_person()
    {
        var home = $$"""{"type":"home","blocks":[{{Views.Section("Your cases")}}]}""";
        (await CallAsync("views.publish", $$"""{"user_id":"U0DANA","view":{{home}}}"""))["ok"]!.GetValue<bool>().ShouldBeTrue();
        World.Home(Dana)!.AllText.ShouldContain("Your cases");
        World.Home("U0LEE").ShouldBeNull();
        await ShouldFailAsync("hash_conflict", "views.publish", $$"""{"user_id":"U0DANA","hash":"old","view":{{home}}}""");
        await ShouldFailAsync("user_not_found", "views.publish", $$"""{"user_id":"U0NOBODY","view":{{home}}}""");
        await ShouldFailAsync("invalid_arguments", "views.publish", $$"""{"user_id":"U0DANA","view":{{Form}}}""");
    }
}
