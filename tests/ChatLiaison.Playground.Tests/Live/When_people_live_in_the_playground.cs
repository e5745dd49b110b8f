using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Live;

/// <summary>One playground for all of these; each uses words of its own.</summary>
[CollectionDefinition(nameof(LivePlayground))]
public sealed class Shared : ICollectionFixture<LivePlayground>;

[Collection(nameof(LivePlayground))]
public sealed class When_people_live_in_the_playground(LivePlayground playground)
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_case_goes_from_the_form_to_the_card_and_is_acknowledged(string side)
    {
        var hands = new Hands(playground, side);
        var card = await hands.CaptureAsync($"The lists are empty in {side}");
        Hands.Has(card, "acknowledge.now").ShouldBeTrue();
        var world = await playground.WorldAsync();
        hands.Unread(world, "lee", "triage").ShouldBeGreaterThan(0);
        await playground.PostAsync("read", new { side, @as = "lee", room = "triage" });
        hands.Unread(await playground.WorldAsync(), "lee", "triage").ShouldBe(0);

        await hands.PressAsync("lee", card, "Acknowledge");
        await hands.SeesAsync("triage", m => (string)m["id"]! == (string)card["id"]! && !Hands.Has(m, "acknowledge.now"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_a_form_lacks_is_said_at_its_fields_and_the_form_stays(string side)
    {
        var hands = new Hands(playground, side);
        await hands.OpenFormAsync($"A form in {side}");
        var answer = await hands.TryAsync("dana", new { @do = "submit", values = new { } });
        ((bool)answer["ok"]!).ShouldBeFalse();
        answer["errors"]!.AsObject().Count.ShouldBeGreaterThan(0);
        hands.Views(await playground.WorldAsync(), "dana").ShouldHaveSingleItem();
        await hands.ActAsync("dana", new { @do = "close" });
        hands.Views(await playground.WorldAsync(), "dana").ShouldBeEmpty();
    }

    [Theory, InlineData("slack", "/escalate"), InlineData("teams", "escalate")]
    public async Task Commands_and_menus_are_those_of_the_manifests(string side, string command)
    {
        var pane = (await playground.WorldAsync())["panes"]![side]!;
        pane["commands"]!.AsArray().Select(c => (string)c!["name"]!).ShouldContain(command);
        pane["commands"]!.AsArray().First(c => (string)c!["name"]! == command)!["usage"]!.ToString().ShouldBe("[text]");
        pane["messageActions"]!.AsArray().Select(c => (string)c!["title"]!).ShouldContain("Open a case from this");
        pane["globalActions"]!.AsArray().Select(c => (string)c!["title"]!).ShouldContain("Report a problem");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_message_is_taken_down_by_its_menu(string side)
    {
        var hands = new Hands(playground, side);
        await hands.SayAsync("ada", "acme", $"The totals are wrong in {side}");
        var said = await hands.SeesAsync("acme", m => Hands.Has(m, $"The totals are wrong in {side}") && (string?)m["from"]!["key"] == "ada");
        var menu = (string)(await playground.WorldAsync())["panes"]![side]!["messageActions"]![0]!["id"]!;
        await hands.ActAsync("dana", new { @do = "messageAction", room = "acme", message = (string)said["id"]!, id = menu });
        var view = await playground.SeesAsync(w => hands.Views(w, "dana").FirstOrDefault(), "an open form");
        Hands.Has(view, $"The totals are wrong in {side}").ShouldBeTrue();
        await hands.ActAsync("dana", new { @do = "close" });
    }

    [Fact]
    public async Task Who_comes_from_another_workspace_is_told_how_to_go_about_it()
    {
        var hands = new Hands(playground, "slack");
        var answer = await hands.TryAsync("ada", new { @do = "say", room = "acme", text = "/escalate now" });
        ((bool)answer["ok"]!).ShouldBeFalse();
        ((string)answer["said"]!).ShouldContain("Name @ChatLiaison in the channel");
        answer = await hands.TryAsync("dana", new { @do = "say", room = "management", text = "hello" });
        ((string)answer["said"]!).ShouldBe("Dana is not in that room.");
    }

    [Fact]
    public async Task A_file_comes_back_as_it_was_sent()
    {
        foreach (var (side, room) in new[] { ("slack", "direct:dana"), ("teams", "direct:dana"), ("slack", "triage"), ("teams", "triage") })
        {
            var hands = new Hands(playground, side);
            await hands.ActAsync("dana", new { @do = "upload", room, name = "trace.txt", base64 = Convert.ToBase64String("line one"u8), text = "here" });
            var message = await hands.SeesAsync(room, m => m["files"]!.AsArray().Count == 1);
            (await playground.Http.GetStringAsync($"file?side={side}&id={message["files"]![0]!["id"]}")).ShouldBe("line one");
        }
    }

    [Fact]
    public async Task A_listener_is_told_what_changed_and_no_more()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await using var stream = await playground.Http.GetStreamAsync("events", stop.Token);
        using var reader = new StreamReader(stream);
        var first = await NextAsync(reader, stop.Token);
        ((bool)first["whole"]!).ShouldBeTrue();
        await new Hands(playground, "slack").SayAsync("dana", "random", "only this is new");
        JsonNode next;
        do
        {
            next = await NextAsync(reader, stop.Token);
        }
        while (next["panes"]!["slack"]!["messages"]!.AsArray().Count == 0);
        ((bool)next["whole"]!).ShouldBeFalse();
        next["panes"]!["slack"]!["messages"]!.AsArray().ShouldHaveSingleItem();
        ((string)next["panes"]!["slack"]!["messages"]![0]!["text"]!).ShouldBe("only this is new");
    }

    [Theory]
    [InlineData("act", "{\"side\":\"irc\",\"as\":\"dana\",\"act\":{\"do\":\"close\"}}", "\"side\" is to be slack or teams.")]
    [InlineData("act", "{\"side\":\"slack\",\"as\":\"nobody\",\"act\":{\"do\":\"close\"}}", "Nobody here is called nobody.")]
    [InlineData("act", "{\"side\":\"slack\",\"as\":\"dana\",\"act\":{\"do\":\"fly\"}}", "There is no act fly.")]
    [InlineData("act", "{\"side\":\"slack\",\"as\":\"dana\",\"act\":{\"do\":\"say\",\"room\":\"cellar\",\"text\":\"x\"}}", "Slack has no room cellar.")]
    [InlineData("time", "{\"do\":\"back\"}", "The clock knows no back.")]
    [InlineData("fault", "{\"do\":\"fire\"}", "There is no such fault as fire.")]
    [InlineData("tour", "not json", "The request is not JSON.")]
    public async Task A_malformed_request_is_refused_in_one_sentence(string path, string body, string sentence)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await playground.Http.PostAsync(path, content);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["said"]!).ShouldBe(sentence);
    }

    [Fact]
    public async Task Another_site_in_the_same_browser_can_do_nothing_here()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "reset") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Add("Origin", "https://elsewhere.example");
        (await playground.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var renamed = new HttpRequestMessage(HttpMethod.Get, "world");
        renamed.Headers.Host = "rebound.example";
        (await playground.Http.SendAsync(renamed)).StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
    }

    [Fact]
    public async Task The_servers_own_addresses_answer_beside_the_page()
    {
        (await playground.Http.GetStringAsync(new Uri(playground.Address, "/health/ready"))).ShouldBe("ready");
        (await playground.Http.PostAsync(new Uri(playground.Address, "/slack/commands"), new StringContent("text=unsigned"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await playground.Http.PostAsync(new Uri(playground.Address, "/api/messages"), new StringContent("{}"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<JsonNode> NextAsync(StreamReader reader, CancellationToken stop)
    {
        while (await reader.ReadLineAsync(stop) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonNode.Parse(line[6..])!;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
