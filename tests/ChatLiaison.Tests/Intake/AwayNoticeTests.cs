using ChatLiaison.Intake;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Intake;

public sealed class AwayNoticeTests
{
    [Theory]
    [InlineData("Is Grace there?", true)]
    [InlineData("Hi Grace, a question", true)]
    [InlineData("Please ask Grace", true)]
    [InlineData("This is for @Grace", true)]
    [InlineData("@Grace can you look?", true)]
    [InlineData("Grace, are you there?", true)]
    [InlineData("Grace?", true)]
    [InlineData("Grace is the one who knows", true)]
    [InlineData("The invoice (Grace has it) is wrong", true)]
    [InlineData("What is the grace period?", false)]
    [InlineData("Grace period of the invoice", false)]
    [InlineData("It broke. Grace period over", false)]
    [InlineData("Graceful shutdown fails", false)]
    [InlineData("The Graceful mode", false)]
    [InlineData("disgrace", false)]
    public void A_first_name_alone_means_the_person_only_where_it_is_written_as_a_name(string text, bool means) => AwayNotice.AsksFor(text, "Grace").ShouldBe(means);
}
