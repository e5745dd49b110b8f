using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Conventions;

public sealed class WordTests
{
    [Theory]
    [InlineData("ChatLiaison/")]
    [InlineData("ChatLiaison.Chat/")]
    [InlineData("ChatLiaison.Time/")]
    public void No_platform_is_named_outside_its_own_project(string project) => Source.Files
        .Where(f => f.Key.StartsWith(project, StringComparison.Ordinal))
        .Where(f => f.Value.Contains("Slack", StringComparison.Ordinal) || f.Value.Contains("Teams", StringComparison.Ordinal))
        .Select(f => f.Key).ShouldBeEmpty();

    [Fact]
    public void Staff_cards_are_never_dressed_as_customer_cards() => Source.Files
        .Where(f => !f.Key.StartsWith("ChatLiaison.Chat/", StringComparison.Ordinal) && f.Value.Contains("new CustomerCard(", StringComparison.Ordinal))
        .Select(f => f.Key).ShouldBeEmpty();
}
