using ChatLiaison.Playground.Slack;
using ChatLiaison.Playground.Tests.Slack.Support;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Slack;

public sealed class ChatMethodsTests : SlackTest
{
    [Fact]
    public async Task A_post_is_in_the_world_with_a_stamp_and_named_blocks()
    {
        var message = await PostedAsync(Triage, $$"""
            "text":"New case","blocks":[{{Views.Actions(Views.Button("take", "Take it"))}},{{Views.Section("*ACME-1*")}}]
            """);
        message.Ts.ShouldMatch(@"^\d{10}\.\d{6}$");
        ((string?)message.Blocks![1]!["block_id"]).ShouldNotBeNullOrEmpty();
        message.AllText.ShouldContain("*ACME-1*");
        (await PostedAsync(Triage, "\"text\":\"Second\"")).Ts.ShouldNotBe(message.Ts, "the clock stands still, stamps do not repeat");
    }

    [Fact]
    public async Task Posts_at_one_time_all_arrive_under_stamps_of_their_own()
    {
        Slack.EnforceRateLimits = false;
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => PostedAsync(Triage, $"\"text\":\"{i}\"")));
        World.Messages(Triage).Select(m => m.Ts).Distinct().Count().ShouldBe(40);
    }

    [Fact]
    public async Task A_post_to_a_person_opens_the_direct_conversation()
    {
        var message = await PostedAsync(Dana, "\"text\":\"Your turn\"");
        message.ChannelId.ShouldStartWith("D");
        World.DirectMessages(Dana).ShouldHaveSingleItem().Text.ShouldBe("Your turn");
    }

    [Theory]
    [InlineData("channel_not_found", """{"channel":"C0NONE","text":"x"}""")]
    [InlineData("channel_not_found", """{"channel":"U0NOBODY","text":"x"}""")]
    [InlineData("no_text", """{"channel":"C0TRIAGE"}""")]
    [InlineData("invalid_blocks_format", """{"channel":"C0TRIAGE","text":"x","blocks":"not json"}""")]
    [InlineData("invalid_metadata_schema", """{"channel":"C0TRIAGE","text":"x","metadata":{"event_type":"e"}}""")]
    [InlineData("thread_not_found", """{"channel":"C0TRIAGE","text":"x","thread_ts":"1.000000"}""")]
    [InlineData("invalid_arguments", """{"text":"x"}""")]
    [InlineData("json_not_object", "[1]")]
    [InlineData("invalid_json", "{")]
    public Task A_post_is_refused(string error, string body) => ShouldFailAsync(error, "chat.postMessage", body);

    [Fact]
    public async Task A_post_that_is_too_long_or_carries_too_much_is_refused()
    {
        await ShouldFailAsync("msg_too_long", "chat.postMessage", $$"""{"channel":"C0TRIAGE","text":"{{new string('x', 4001)}}"}""");
        await ShouldFailAsync("metadata_too_large", "chat.postMessage",
            $$$"""{"channel":"C0TRIAGE","text":"x","metadata":{"event_type":"e","event_payload":{"a":"{{{new string('x', 8000)}}}"} } }""");
    }

    [Fact]
    public async Task A_post_needs_membership_and_a_living_channel()
    {
        World.AddChannel("C0OTHER", "other", [Dana]);
        World.AddChannel("C0SECRET", "secret", [Dana], SlackChannelKind.Private);
        await ShouldFailAsync("not_in_channel", "chat.postMessage", """{"channel":"C0OTHER","text":"x"}""");
        await ShouldFailAsync("channel_not_found", "chat.postMessage", """{"channel":"C0SECRET","text":"x"}""");
        World.ChangeChannel(Triage, c => c with { IsArchived = true });
        await ShouldFailAsync("is_archived", "chat.postMessage", """{"channel":"C0TRIAGE","text":"x"}""");
        await ShouldFailAsync("is_archived", "conversations.join", """{"channel":"C0TRIAGE"}""");
    }

    [Fact]
    public async Task A_reply_names_the_parent_and_not_another_reply()
    {
        var parent = await PostedAsync(Triage, "\"text\":\"Parent\"");
        var reply = await PostedAsync(Triage, $"\"text\":\"Reply\",\"thread_ts\":\"{parent.Ts}\"");
        World.Message(Triage, parent.Ts)!.ThreadTs.ShouldBe(parent.Ts, "a parent names its own thread");
        World.Thread(Triage, parent.Ts).Select(m => m.Text).ShouldBe(["Parent", "Reply"]);
        await ShouldFailAsync("cannot_reply_to_message", "chat.postMessage",
            $$"""{"channel":"C0TRIAGE","text":"x","thread_ts":"{{reply.Ts}}"}""");
    }

    [Fact]
    public async Task An_update_that_brings_only_text_drops_the_blocks()
    {
        var message = await PostedAsync(Triage, $"\"text\":\"x\",\"blocks\":[{Views.Section("gone")}]");
        await CallAsync("chat.update", $$"""{"channel":"C0TRIAGE","ts":"{{message.Ts}}","text":"y"}""");
        var after = World.Message(Triage, message.Ts)!;
        (after.Text, after.Blocks, after.Edits).ShouldBe(("y", null, 1));
    }

    [Fact]
    public async Task Others_messages_can_be_neither_updated_nor_deleted()
    {
        var theirs = (await Client.PostAsync(Dana, Triage, "Mine")).Message;
        await ShouldFailAsync("cant_update_message", "chat.update", $$"""{"channel":"C0TRIAGE","ts":"{{theirs.Ts}}","text":"y"}""");
        await ShouldFailAsync("cant_delete_message", "chat.delete", $$"""{"channel":"C0TRIAGE","ts":"{{theirs.Ts}}"}""");
        await ShouldFailAsync("message_not_found", "chat.update", """{"channel":"C0TRIAGE","ts":"1.000000","text":"y"}""");
    }

    [Fact]
    public async Task An_ephemeral_message_is_seen_by_one_and_cannot_be_updated()
    {
        var answer = await CallAsync("chat.postEphemeral", """{"channel":"C0TRIAGE","user":"U0DANA","text":"psst"}""");
        World.SeenBy(Dana, Triage).ShouldHaveSingleItem().EphemeralTo.ShouldBe(Dana);
        World.SeenBy("U0LEE", Triage).ShouldBeEmpty();
        await ShouldFailAsync("message_not_found", "chat.update",
            $$"""{"channel":"C0TRIAGE","ts":"{{(string?)answer["message_ts"]}}","text":"y"}""");
        await ShouldFailAsync("user_not_in_channel", "chat.postEphemeral", """{"channel":"C0TRIAGE","user":"U0ADA","text":"psst"}""");
    }

    [Fact]
    public async Task A_deleted_message_is_gone_and_a_permalink_names_the_thread()
    {
        var parent = await PostedAsync(Triage, "\"text\":\"Parent\"");
        var reply = await PostedAsync(Triage, $"\"text\":\"Reply\",\"thread_ts\":\"{parent.Ts}\"");
        var link = await CallFormAsync("chat.getPermalink", ("channel", Triage), ("message_ts", reply.Ts));
        var stamp = reply.Ts.Replace(".", "", StringComparison.Ordinal);
        ((string?)link["permalink"])
            .ShouldBe($"https://example.slack.com/archives/C0TRIAGE/p{stamp}?thread_ts={parent.Ts}&cid=C0TRIAGE");
        (await CallAsync("chat.delete", $$"""{"channel":"C0TRIAGE","ts":"{{reply.Ts}}"}"""))["ok"]!.GetValue<bool>().ShouldBeTrue();
        World.Message(Triage, reply.Ts).ShouldBeNull();
    }
}
