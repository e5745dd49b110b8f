using ChatLiaison.Quality;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Quality;

public sealed class ThanksWordsTests
{
    [Theory]
    [InlineData("@Dana Park for the calm call ACME-12", "@Dana Park", "the calm call", "ACME-12")]
    [InlineData("Dana for staying late (acme-12)", "Dana", "staying late", "ACME-12")]
    [InlineData("Dana FOR the words for Ada", "Dana", "the words for Ada", "")]
    [InlineData("Dana for ACME-12", "Dana", "ACME-12", "")]
    [InlineData("Dana helped me", "", "Dana helped me", "")]
    [InlineData("", "", "", "")]
    public void Tells_whom_what_and_which_case(string typed, string name, string what, string reference) =>
        ThanksWords.Read(typed).ShouldBe(new ThanksWords(name, what, reference));
}
