using System.Text.Json;
using ChatLiaison.Chat;
using ChatLiaison.Teams;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Teams;

public sealed class TeamsManifestContents
{
    private const string AppId = "aaaaaaaa-0000-4000-8000-000000000001";

    private static readonly IReadOnlyList<CommandSpec> Specs =
    [
        new("liaison digest", "[week]", "Shows this week's digest."),
        new("escalate", "[text]", "Reports an issue.") { Shortcut = "Report an issue", MessageShortcut = "Escalate this" },
        new("case", "REF", "Shows a case."),
    ];

    [Fact]
    public void Suggests_commands_of_their_own_before_verbs()
    {
        var commands = Rendered(Specs).GetProperty("bots")[0].GetProperty("commandLists")[0].GetProperty("commands");
        commands.EnumerateArray().Select(command => command.GetProperty("title").GetString()).ShouldBe(["escalate", "case", "liaison digest"]);
    }

    [Fact]
    public void Suggests_no_more_than_Teams_takes()
    {
        var many = Enumerable.Range(1, 30).Select(n => new CommandSpec($"liaison verb{n}", "", "Does something.")).ToList();
        Rendered(many).GetProperty("bots")[0].GetProperty("commandLists")[0].GetProperty("commands").GetArrayLength().ShouldBe(12);
    }

    [Fact]
    public void Offers_shortcuts_where_they_belong()
    {
        var commands = Rendered(Specs).GetProperty("composeExtensions")[0].GetProperty("commands").EnumerateArray().ToList();
        commands.Select(command => command.GetProperty("id").GetString()).ShouldBe(["escalate", "escalate:message"]);
        commands[0].GetProperty("context").EnumerateArray().Select(c => c.GetString()).ShouldBe(["compose", "commandBox"]);
        commands[1].GetProperty("context").EnumerateArray().Select(c => c.GetString()).ShouldBe(["message"]);
    }

    [Fact]
    public void Refuses_more_shortcuts_than_Teams_takes()
    {
        var many = Enumerable.Range(1, 11).Select(n => new CommandSpec($"c{n}", "", "Does something.") { Shortcut = $"Do {n}" }).ToList();
        Should.Throw<ArgumentException>(() => Rendered(many)).Message.ShouldContain("11");
    }

    [Fact]
    public void Asks_for_the_right_to_read_channels()
    {
        var manifest = Rendered(Specs);
        manifest.GetProperty("authorization").GetRawText().ShouldContain("ChannelMessage.Read.Group");
        manifest.GetProperty("webApplicationInfo").GetProperty("id").GetString().ShouldBe(AppId);
        manifest.GetProperty("validDomains")[0].GetString().ShouldBe("liaison.example.com");
    }

    private static JsonElement Rendered(IReadOnlyList<CommandSpec> specs) =>
        JsonSerializer.Deserialize<JsonElement>(TeamsManifest.Render(specs, AppId, new Uri("https://liaison.example.com/")));
}
