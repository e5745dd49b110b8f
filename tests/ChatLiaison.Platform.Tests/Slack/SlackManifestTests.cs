using System.Text;
using System.Text.Json;
using ChatLiaison.Chat;
using ChatLiaison.Platform.Tests.Rendering;
using ChatLiaison.Slack;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Slack;

public class SlackManifestTests
{
    private static readonly CommandSpec[] Specs =
    [
        new("escalate", "[text]", "Reports an issue.") { Shortcut = "Report an issue", MessageShortcut = "Report this" },
        new("case", "REF [why|brief|log]", "Shows a case."),
        new("liaison digest", "", "Shows the week's digest."),
        new("liaison away", "[until]", "Says that you are away."),
    ];

    [Fact]
    public void Names_each_command_once_and_asks_for_mentions_as_ids()
    {
        using var manifest = JsonDocument.Parse(SlackManifest.Render(Specs, "https://liaison.example/"));
        var commands = manifest.RootElement.GetProperty("features").GetProperty("slash_commands").EnumerateArray().ToList();
        commands.Select(c => c.GetProperty("command").GetString()).ShouldBe(["/escalate", "/case", "/liaison"]);
        commands.ShouldAllBe(c => c.GetProperty("should_escape").GetBoolean() && c.GetProperty("url").GetString() == "https://liaison.example/slack/commands");
        var shortcuts = manifest.RootElement.GetProperty("features").GetProperty("shortcuts").EnumerateArray().ToList();
        shortcuts.Select(s => s.GetProperty("type").GetString()).ShouldBe(["global", "message"]);
        shortcuts.ShouldAllBe(s => s.GetProperty("callback_id").GetString() == "escalate");
    }

    [Fact]
    public void Is_as_stored() =>
        ExpectedFile.ShouldHold("manifest", "slack", Encoding.UTF8.GetBytes(SlackManifest.Render(Specs, "https://liaison.example")));

    [Fact]
    public void Without_an_address_the_socket_is_used()
    {
        using var manifest = JsonDocument.Parse(SlackManifest.Render(Specs, ""));
        manifest.RootElement.GetProperty("settings").GetProperty("socket_mode_enabled").GetBoolean().ShouldBeTrue();
        SlackManifest.Render(Specs, "").ShouldNotContain("request_url");
    }

    [Fact]
    public void Refuses_more_shortcuts_than_slack_takes() =>
        Should.Throw<InvalidOperationException>(() => SlackManifest.Render([.. Enumerable.Range(1, 11).Select(n => Specs[1] with { Shortcut = $"Shortcut {n}" })], ""))
            .Message.ShouldContain("at most 10");
}
