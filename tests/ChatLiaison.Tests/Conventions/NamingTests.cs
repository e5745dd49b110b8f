using System.Reflection;
using ChatLiaison.Cases;
using ChatLiaison.Chat;
using ChatLiaison.Commands;
using ChatLiaison.Jobs;
using ChatLiaison.Outbox;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Conventions;

public sealed class NamingTests
{
    private static readonly string[] Empty = ["Manager", "Helper", "Helpers", "Service", "Util", "Utils", "Impl", "Base", "Info"];

    private static readonly Type[] Types = [.. typeof(DeskSetup).Assembly.GetTypes().Where(t => !t.Name.Contains('<', StringComparison.Ordinal))];

    [Fact]
    public void No_name_ends_in_a_word_that_says_nothing() => Types
        .Concat(typeof(Card).Assembly.GetTypes()).Concat(typeof(Time.BusinessCalendar).Assembly.GetTypes())
        .Where(t => Empty.Any(word => t.Name.EndsWith(word, StringComparison.Ordinal))).ShouldBeEmpty();

    [Theory]
    [InlineData(typeof(IChatCommand), "Command")]
    [InlineData(typeof(IChatListener), "Listener")]
    [InlineData(typeof(INoticeListener), "Listener")]
    [InlineData(typeof(IDeskJob), "Job")]
    [InlineData(typeof(ILiveCard), "Card")]
    [InlineData(typeof(ICaseReactor), "Reactor")]
    public void What_plays_a_role_says_so_in_its_name(Type role, string suffix)
    {
        var players = Types.Where(t => t is { IsClass: true, IsAbstract: false } && role.IsAssignableFrom(t)).ToList();

        players.ShouldNotBeEmpty();
        players.ShouldAllBe(t => t.Name.EndsWith(suffix, StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_are_static_and_keep_nothing() => Types
        .Where(t => t.Name.EndsWith("Rules", StringComparison.Ordinal))
        .ShouldAllBe(t => t.IsAbstract && t.IsSealed && t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).All(f => f.IsInitOnly || f.IsLiteral));

    [Fact]
    public void Everything_is_internal_and_sealed_unless_a_project_line_needs_it() => Types
        .Where(t => t is { IsClass: true, IsAbstract: false, IsSealed: false, IsNested: false }).Select(t => t.Name).ShouldBeEmpty();
}
