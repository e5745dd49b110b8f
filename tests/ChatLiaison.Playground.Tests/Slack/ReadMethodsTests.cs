using System.Text.Json.Nodes;
using ChatLiaison.Playground.Tests.Slack.Support;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Slack;

public sealed class ReadMethodsTests : SlackTest
{
    private static IEnumerable<string> Texts(JsonNode answer) => answer["messages"]!.AsArray().Select(m => (string)m!["text"]!);

    [Fact]
    public async Task History_pages_from_the_newest_and_leaves_replies_out()
    {
        var posted = new List<string>();
        foreach (var text in (string[])["one", "two", "three"])
        {
            posted.Add((await Client.PostAsync(Dana, Triage, text)).Message.Ts);
        }

        await Client.PostAsync(Dana, Triage, "reply", threadTs: posted[0]);
        var first = await CallAsync("conversations.history", """{"channel":"C0TRIAGE","limit":2}""");
        Texts(first).ShouldBe(["three", "two"]);
        var cursor = (string)first["response_metadata"]!["next_cursor"]!;
        var second = await CallAsync("conversations.history", $$"""{"channel":"C0TRIAGE","limit":2,"cursor":"{{cursor}}"}""");
        Texts(second).ShouldBe(["one"]);
        ((string?)second["response_metadata"]!["next_cursor"]).ShouldBe("");
        Texts(await CallAsync("conversations.history", $$"""{"channel":"C0TRIAGE","oldest":"{{posted[1]}}"}""")).ShouldBe(["three"]);
        Texts(await CallFormAsync("conversations.replies", ("channel", Triage), ("ts", posted[0]))).ShouldBe(["one", "reply"]);
        await ShouldFailAsync("invalid_cursor", "conversations.history", """{"channel":"C0TRIAGE","cursor":"??"}""");
    }

    [Fact]
    public async Task History_holds_metadata_only_when_asked_and_no_ephemeral_message()
    {
        await PostedAsync(Triage, """ "text":"x","metadata":{"event_type":"case","event_payload":{"id":"7"}}""");
        await CallAsync("chat.postEphemeral", """{"channel":"C0TRIAGE","user":"U0DANA","text":"psst"}""");
        var plain = await CallAsync("conversations.history", """{"channel":"C0TRIAGE"}""");
        plain["messages"]!.AsArray().ShouldHaveSingleItem()!["metadata"].ShouldBeNull();
        var full = await CallAsync("conversations.history", """{"channel":"C0TRIAGE","include_all_metadata":true}""");
        ((string?)full["messages"]![0]!["metadata"]!["event_payload"]!["id"]).ShouldBe("7");
    }

    [Fact]
    public async Task A_channel_shared_with_a_customer_says_so()
    {
        var channel = (await CallFormAsync("conversations.info", ("channel", Acme)))["channel"]!;
        ((bool?)channel["is_ext_shared"]).ShouldBe(true);
        ((string?)channel["connected_team_ids"]![0]).ShouldBe("T0ACME");
        var members = (await CallFormAsync("conversations.members", ("channel", Acme)))["members"]!.AsArray().Select(m => (string)m!);
        members.ShouldContain("U0ADA");
        var list = await CallFormAsync("conversations.list", ("types", "public_channel"), ("exclude_archived", "true"));
        list["channels"]!.AsArray().Count.ShouldBe(7);
    }

    [Fact]
    public async Task Of_a_customers_person_less_is_told()
    {
        var ada = (await CallFormAsync("users.info", ("user", Ada)))["user"]!;
        ((string?)ada["team_id"]).ShouldBe("T0ACME");
        ada["profile"]!["email"].ShouldBeNull();
        ((bool?)ada["is_stranger"]).ShouldBe(false);
        ((string?)(await CallFormAsync("users.lookupByEmail", ("email", "ada@acme.example")))["error"]).ShouldBe("users_not_found");
        ((string?)(await CallFormAsync("users.lookupByEmail", ("email", "DANA@example.com")))["user"]!["id"]).ShouldBe(Dana);
        ((string?)(await CallFormAsync("users.info", ("user", "U0NOBODY")))["error"]).ShouldBe("user_not_found");
        (await CallFormAsync("users.list"))["members"]!.AsArray().Count.ShouldBe(12, "eleven people and the bot");
    }

    [Fact]
    public async Task A_direct_conversation_opens_once()
    {
        var first = await CallAsync("conversations.open", """{"users":"U0ADA"}""");
        var again = await CallAsync("conversations.open", """{"users":"U0ADA"}""");
        ((string?)again["channel"]!["id"]).ShouldBe((string?)first["channel"]!["id"]);
        ((bool?)again["already_open"]).ShouldBe(true);
        World.AddUser(World.User("U0OMAR")! with { IsStranger = true });
        World.AddUser(World.User("U0LEE")! with { IsDeleted = true });
        await ShouldFailAsync("user_not_found", "conversations.open", """{"users":"U0OMAR"}""");
        await ShouldFailAsync("user_disabled", "conversations.open", """{"users":"U0LEE"}""");
        await ShouldFailAsync("cannot_dm_bot", "conversations.open", """{"users":"U0LIAISON"}""");
    }

    [Fact]
    public async Task Joining_makes_a_member()
    {
        World.AddChannel("C0OTHER", "other", [Dana]);
        (await CallAsync("conversations.join", """{"channel":"C0OTHER"}"""))["ok"]!.GetValue<bool>().ShouldBeTrue();
        World.Channel("C0OTHER")!.Members.ShouldContain("U0LIAISON");
    }

    [Fact]
    public async Task A_reaction_counts_once()
    {
        var message = (await Client.PostAsync(Dana, Triage, "Help")).Message;
        var body = $$"""{"channel":"C0TRIAGE","timestamp":"{{message.Ts}}","name":"eyes"}""";
        (await CallAsync("reactions.add", body))["ok"]!.GetValue<bool>().ShouldBeTrue();
        await ShouldFailAsync("already_reacted", "reactions.add", body);
        await ShouldFailAsync("invalid_name", "reactions.add", body.Replace("eyes", ":eyes:", StringComparison.Ordinal));
        World.Message(Triage, message.Ts)!.Reactions["eyes"].ShouldBe(["U0LIAISON"]);
    }

    [Fact]
    public async Task A_file_comes_in_three_steps()
    {
        var ask = await CallFormAsync("files.getUploadURLExternal", ("filename", "log.txt"), ("length", "5"));
        var id = (string)ask["file_id"]!;
        var complete = $$"""{"files":[{"id":"{{id}}","title":"The log"}],"channel_id":"C0TRIAGE","initial_comment":"See"}""";
        await ShouldFailAsync("file_not_found", "files.completeUploadExternal", complete);
        (await PostAsync((string)ask["upload_url"]!, "too long", "text/plain")).Status.ShouldBe(400);
        (await PostAsync((string)ask["upload_url"]!, "hello", "text/plain")).ShouldBe((200, "OK - 5"));
        (await CallAsync("files.completeUploadExternal", complete))["ok"]!.GetValue<bool>().ShouldBeTrue();
        World.Messages(Triage).ShouldHaveSingleItem().FileIds.ShouldBe([id]);
        World.File(id)!.Title.ShouldBe("The log");
    }
}
