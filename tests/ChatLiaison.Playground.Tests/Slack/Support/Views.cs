namespace ChatLiaison.Playground.Tests.Slack.Support;

/// <summary>Views and blocks that several tests use.</summary>
internal static class Views
{
    public static string Modal(string blocks, string more = "") =>
        $$$"""
        {"type":"modal","callback_id":"cb","title":{"type":"plain_text","text":"Escalate"},
        "submit":{"type":"plain_text","text":"Send"}{{{more}}},"blocks":[{{{blocks}}}]}
        """;

    public static string TextInput(string block, string label, string more = "", string inBlock = "") =>
        $$$"""
        {"type":"input","block_id":"{{{block}}}"{{{inBlock}}},"label":{"type":"plain_text","text":"{{{label}}}"},
         "element":{"type":"plain_text_input","action_id":"text"{{{more}}}}}
        """;

    public static string Button(string actionId, string text, string value = "") =>
        $$$"""{"type":"button","action_id":"{{{actionId}}}","text":{"type":"plain_text","text":"{{{text}}}"},"value":"{{{value}}}"}""";

    public static string Option(string value) => $$$"""{"text":{"type":"plain_text","text":"The {{{value}}}"},"value":"{{{value}}}"}""";

    public static string Actions(params string[] elements) =>
        $$$"""{"type":"actions","block_id":"acts","elements":[{{{string.Join(',', elements)}}}]}""";

    public static string Section(string text) => $$$"""{"type":"section","text":{"type":"mrkdwn","text":"{{{text}}}"}}""";
}
