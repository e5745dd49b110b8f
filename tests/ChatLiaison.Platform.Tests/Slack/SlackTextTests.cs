using ChatLiaison.Chat;
using ChatLiaison.Slack;
using Shouldly;
using Xunit;

namespace ChatLiaison.Platform.Tests.Slack;

public class SlackTextTests
{
    [Theory]
    [InlineData("<@U1> hi", "@Una hi")]
    [InlineData("<@U1|una.b>, <#C1|general>", "@una.b, #general")]
    [InlineData("<!here> <!subteam^S1|@crew> <!date^1^{time}|12:00>", "@here @crew 12:00")]
    [InlineData("<https://a.example> <https://a.example/x|docs> <mailto:a@b.example|a@b.example>", "https://a.example docs (https://a.example/x) a@b.example")]
    [InlineData("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c")]
    [InlineData("a < b <unclosed", "a < b <unclosed")]
    [InlineData("if a <b> c", "if a <b> c")]
    [InlineData("<@BOT> do it", "do it")]
    public void Reads_what_was_typed(string text, string plain) =>
        SlackTyped.Plain(text, "BOT", id => id == "U1" ? "Una" : null).ShouldBe(plain);

    [Fact]
    public void Nothing_typed_becomes_notation()
    {
        var shown = SlackText.Mrkdwn([new WordSpan("<!channel> <@U0ADA> &amp; *a* _b_ ~c~ `d`\n> e")]);
        shown.ShouldNotContain("<");
        shown.ShouldNotMatch(@"(^|\s)[*_~`]\S");
        shown.ShouldNotContain("\n&gt;");
        shown.Replace("\u2060", "").ShouldBe("&lt;!channel&gt; &lt;@U0ADA&gt; &amp;amp; *a* _b_ ~c~ `d`\n&gt; e");
    }

    [Fact]
    public void A_mention_with_a_forged_id_is_a_name() =>
        SlackText.Mrkdwn([new MentionSpan("slack", "U1> <!channel", "Una")]).ShouldBe("Una");

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("one two three", 10, "one two…")]
    [InlineData("abcdefghijkl", 6, "abcde…")]
    [InlineData("ab🙂cd", 4, "ab…")]
    public void Is_cut_at_a_word_and_never_within_a_character(string words, int most, string cut) => SlackCut.At(words, most).ShouldBe(cut);
}
