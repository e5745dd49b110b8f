using ChatLiaison.Commands;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Conventions;

public sealed class CatalogTests
{
    /// <summary>What the one platform keeps for itself (its built-in slash commands).</summary>
    private static readonly string[] Reserved =
    [
        "active", "apps", "archive", "away", "call", "collapse", "contacts", "dm", "dnd", "expand", "feed", "feedback", "huddle", "invite", "invite_people", "join", "keys",
        "kick", "leave", "me", "msg", "mute", "open", "part", "prefs", "remind", "remove", "rename", "search", "shortcuts", "shrug", "star", "status", "topic", "who",
    ];

    [Fact]
    public async Task Commands_keep_the_rules_of_both_platforms()
    {
        await using var world = await DeskWorld.CreateAsync();
        var commands = world.Get<CommandCatalog>().All.ToList();
        var specs = commands.Select(c => c.Spec).ToList();

        commands.Count.ShouldBeGreaterThan(10);
        specs.Select(s => s.Name).ShouldBeUnique();
        specs.Select(s => s.Name.Split(' ')[^1]).ShouldBeUnique();
        specs.Where(s => !s.IsVerb).Select(s => s.Name).Intersect(Reserved).ShouldBeEmpty();
        specs.Count(s => !s.IsVerb).ShouldBeLessThanOrEqualTo(10, "a bot's menu has room for ten");
        specs.ShouldAllBe(s => s.Summary.Length <= 120 && s.Summary.Length > 0);
        specs.ShouldAllBe(s => (s.Shortcut ?? "").Length <= 24 && (s.MessageShortcut ?? "").Length <= 24);
        specs.Where(s => s.IsVerb).ShouldAllBe(s => s.Name.StartsWith("liaison ", StringComparison.Ordinal));
    }
}
