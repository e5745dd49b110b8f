using ChatLiaison.Commands;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Commands;

public sealed class HeadlineTests
{
    [Theory]
    [InlineData("The export stopped at 02:10. Nothing has arrived since.", "The export stopped at 02:10")]
    [InlineData("The export stopped at 02:10\nNothing has arrived since.", "The export stopped at 02:10")]
    [InlineData("Version 2.10 of the export stops", "Version 2.10 of the export stops")]
    [InlineData("Nobody can sign in.", "Nobody can sign in")]
    public void The_first_sentence_is_the_title(string text, string title) => CommandWords.Headline(text, 60).ShouldBe(title);

    [Fact]
    public void A_greeting_is_no_title() => CommandWords.Headline("Hello. The export has stopped.", 60).ShouldBe("Hello. The export has stopped.");

    [Fact]
    public void A_long_first_sentence_is_cut_at_a_word() => CommandWords.Headline("The nightly export of all orders stopped. Why?", 24).ShouldBe("The nightly export of…");
}
