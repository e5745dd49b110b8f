using ChatLiaison.Playbook;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Playbook;

public sealed class ScriptTests
{
    private static readonly Script Asks = new("follow-up", "Is all well?", "Hello {name}, is everything still working with {case}?");

    private static readonly Script Tells = new("update", "Where we stand", "Hello {name}, here is where we stand with {case}: {summary}");

    [Theory]
    [InlineData("Hello Ada, is everything still working with ACME-1?", true, true)]
    [InlineData("Hello Ada,\nis everything still working with ACME-1?  ", true, true)]
    [InlineData("Hello Ada, is everything still working with ACME-1? How was the demo?", true, false)]
    [InlineData("Good morning. Hello Ada, is everything still working with ACME-1?", true, false)]
    [InlineData("Hello Ada, is everything working with ACME-1?", false, false)]
    public void Words_are_told_apart_by_what_is_added_and_what_is_left_out(string words, bool isIn, bool isAll) =>
        (Asks.IsIn(words), Asks.IsAllOf(words)).ShouldBe((isIn, isAll));

    [Fact]
    public void Words_of_ones_own_in_a_slot_are_words_about_the_case() =>
        (Tells.IsIn("Hello Ada, here is where we stand with ACME-1: the disk is full."), Tells.IsAllOf("Hello Ada, here is where we stand with ACME-1: the disk is full.")).ShouldBe((true, false));

    [Fact]
    public void A_script_that_says_next_to_nothing_by_itself_is_in_nothing() => new Script("own", "", "{name}: {summary}").IsIn("Ada: all is well").ShouldBeFalse();
}
