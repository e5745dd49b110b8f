using ChatLiaison.Away;
using ChatLiaison.People;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Away;

public sealed class AwayForTests
{
    [Theory]
    [InlineData("Grace", "Lee", true)]
    [InlineData("Walter", "Lee", true)]
    [InlineData("Sam", "Lee", true)]
    [InlineData("Lee", "Lee", true)]
    [InlineData("Dana", "Lee", false)]
    [InlineData("Mateo", "Jun", false)]
    [InlineData("Priya", "Lee", false)]
    public async Task Managers_say_it_for_everyone_and_others_for_themselves(string by, string of, bool may)
    {
        await using var world = await DeskWorld.CreateAsync();

        AwayFor.May(world.Person(by), world.Person(of)).ShouldBe(may);
    }

    [Fact]
    public async Task Senior_support_says_it_for_their_own_team()
    {
        await using var world = await DeskWorld.CreateAsync();
        Person In(string first, string team) => world.Person(first) with { Team = team };

        AwayFor.May(In("Priya", "Front desk"), In("Lee", "front desk")).ShouldBeTrue();
        AwayFor.May(In("Priya", "Front desk"), In("Lee", "Platform")).ShouldBeFalse();
        AwayFor.May(In("Dana", "Front desk"), In("Lee", "Front desk")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("@Lee Osei until Tuesday", "Lee Osei", "until Tuesday")]
    [InlineData("@Lee is away tomorrow", "Lee Osei", "away tomorrow")]
    [InlineData("lee osei 2h", "Lee Osei", "2h")]
    [InlineData("Lee 2h", null, "Lee 2h")]
    [InlineData("until Tuesday because of @Lee", null, "until Tuesday because of @Lee")]
    public async Task A_colleague_is_named_first(string text, string? person, string after)
    {
        await using var world = await DeskWorld.CreateAsync();

        var read = AwayFor.Read(world.Known, text);

        (read.Person?.Name, read.After, read.Wrong).ShouldBe((person, after, ""));
    }

    [Fact]
    public async Task An_unknown_name_is_said_to_be_one()
    {
        await using var world = await DeskWorld.CreateAsync();

        AwayFor.Read(world.Known, "@Nobody until Tuesday").Wrong.ShouldStartWith("Nobody here is called Nobody.");
    }
}
