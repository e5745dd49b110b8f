using ChatLiaison.Playground.Tests.Slack.Support;
using Shouldly;
using Xunit;

namespace ChatLiaison.Playground.Tests.Slack;

public sealed class BlockKitTests : SlackTest
{
    private static string Many(int count, string item) => string.Join(',', Enumerable.Repeat(item, count));

    private static string Long(int length) => new('x', length);

    public static TheoryData<string, string> Wrong() => new()
    {
        { "unsupported type: banner", """{"type":"banner"}""" },
        { "no more than 50 items allowed [json-pointer:/blocks]", Many(51, """{"type":"divider"}""") },
        { "must be less than 3001 characters [json-pointer:/blocks/0/text/text]", Views.Section(Long(3001)) },
        { "must be more than 0 characters [json-pointer:/blocks/0/text/text]", Views.Section("") },
        { "missing required field: text or fields", """{"type":"section"}""" },
        { "invalid additional property: txet", """{"type":"divider","txet":1}""" },
        { "must be less than 151 characters", $$$"""{"type":"header","text":{"type":"plain_text","text":"{{{Long(151)}}}"} }""" },
        { "must be of type plain_text", """{"type":"header","text":{"type":"mrkdwn","text":"*x*"}}""" },
        { "no more than 25 items allowed", Views.Actions([.. Enumerable.Range(0, 26).Select(i => Views.Button($"b{i}", "x"))]) },
        { "`action_id` already exists", Views.Actions(Views.Button("same", "x"), Views.Button("same", "y")) },
        { "`block_id` already exists", Views.Actions(Views.Button("a", "x")) + "," + Views.Actions(Views.Button("b", "x")) },
        { "must be less than 76 characters", Views.Actions(Views.Button("a", Long(76))) },
        { "must be less than 2001 characters", Views.Actions(Views.Button("a", "x", Long(2001))) },
        { "unsupported type: plain_text_input", Views.Actions("""{"type":"plain_text_input","action_id":"a"}""") },
        { "no more than 5 items allowed", Views.Actions($$"""{"type":"overflow","options":[{{Many(6, Views.Option("o"))}}]}""") },
        { "no more than 100 items allowed", Views.Actions($$"""{"type":"static_select","options":[{{Many(101, Views.Option("o"))}}]}""") },
        { "must be less than 76 characters", Views.Actions($$"""{"type":"radio_buttons","options":[{{Views.Option(Long(76))}}]}""") },
        { "initial option must be one", Views.Actions(
            $$"""{"type":"static_select","options":[{{Views.Option("a")}}],"initial_option":{{Views.Option("b")}}}""") },
        { "must be a valid enum value", Views.Actions("""{"type":"button","text":{"type":"plain_text","text":"x"},"style":"huge"}""") },
        { "no more than 10 items allowed", $$"""{"type":"context","elements":[{{Many(11, """{"type":"mrkdwn","text":"x"}""")}}]}""" },
        { "must be less than 256 characters", $$"""{"type":"divider","block_id":"{{Long(256)}}"}""" },
        { "missing required field: alt_text", """{"type":"image","image_url":"https://example.com/x.png"}""" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_block_is_refused_with_its_place(string finding, string blocks)
    {
        var answer = await CallAsync("chat.postMessage", $$"""{"channel":"C0TRIAGE","text":"x","blocks":[{{blocks}}]}""");
        ((string?)answer["error"]).ShouldBe("invalid_blocks");
        answer["response_metadata"]!["messages"]!.AsArray().Select(m => (string)m!).ShouldContain(m => m.Contains(finding));
    }

    [Fact]
    public async Task Blocks_at_their_limits_are_taken()
    {
        var blocks = Many(48, Views.Section(Long(3000))) + "," + Views.Actions(
            [.. Enumerable.Range(0, 24).Select(i => Views.Button($"b{i}", Long(75), Long(2000))),
             $$"""{"type":"static_select","action_id":"s","options":[{{Many(100, Views.Option("o"))}}]}"""]);
        (await PostedAsync(Triage, $"\"text\":\"x\",\"blocks\":[{blocks}]")).Blocks!.Count.ShouldBe(49);
    }

    [Fact]
    public async Task Blocks_in_attachments_are_looked_at_too() => await ShouldFailAsync(
        "invalid_attachments", "chat.postMessage",
        """{"channel":"C0TRIAGE","attachments":[{"color":"#f00","blocks":[{"type":"banner"}]}]}""");

    public static TheoryData<string, string> WrongViews() => new()
    {
        { "must be less than 25 characters [json-pointer:/view/title/text]",
            $$$"""{"type":"modal","title":{"type":"plain_text","text":"{{{Long(25)}}}"},"blocks":[]}""" },
        { "missing required field: title", """{"type":"modal","blocks":[]}""" },
        { "missing required field: submit",
            $$$"""{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[{{{Views.TextInput("a", "A")}}}]}""" },
        { "must be less than 3001 characters [json-pointer:/view/private_metadata]",
            Views.Modal("", $",\"private_metadata\":\"{Long(3001)}\"") },
        { "no more than 100 items allowed", Views.Modal(Many(101, """{"type":"divider"}""")) },
        { "unsupported type: button", Views.Modal(
            $$"""{"type":"input","label":{"type":"plain_text","text":"x"},"element":{{Views.Button("a", "x")}}}""") },
        { "must be between 0 and 3000", Views.Modal(Views.TextInput("a", "A", ",\"max_length\":3001")) },
        { "unsupported type: table", Views.Modal("""{"type":"table","rows":[]}""") },
        { "must be of type modal", """{"type":"home","blocks":[]}""" },
    };

    [Theory]
    [MemberData(nameof(WrongViews))]
    public async Task A_wrong_view_is_refused_with_its_place(string finding, string view)
    {
        await Client.GlobalShortcutAsync(Dana, "raise");
        var trigger = (string)App.Last.Payload["trigger_id"]!;
        var answer = await CallAsync("views.open", $$"""{"trigger_id":"{{trigger}}","view":{{view}}}""");
        ((string?)answer["error"]).ShouldBe("invalid_arguments");
        answer["response_metadata"]!["messages"]!.AsArray().Select(m => (string)m!).ShouldContain(m => m.Contains(finding));
        World.TopView(Dana).ShouldBeNull();
    }
}
