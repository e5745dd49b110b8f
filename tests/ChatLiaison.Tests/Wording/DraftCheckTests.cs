using ChatLiaison.Playbook;
using ChatLiaison.Wording;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Wording;

public sealed class DraftCheckTests
{
    private static readonly ChatLiaison.Playbook.Playbook Playbook = new PlaybookSource().Current;

    private static readonly DraftReader Ada = new("Ada", Expert: false, ["Lee Osei", "Lee", "Globex Corporation"], [.. Playbook.Scripts.Values]);

    [Theory]
    [InlineData("Hello Ada, the export runs again.")]
    [InlineData("Hello Ada, our engineers have your case now and you can reach me here.")]
    [InlineData("Hello Ada, you should have the file in your inbox.")]
    [InlineData("Hello Ada, we look at https://latency.example.com/root-cause now.")]
    [InlineData("Hello Ada, you will hear from us again by 15:00.")]
    [InlineData("Hello Ada, we expect this to be fixed by Mon 23 Nov, 10:00.")]
    [InlineData("Hello Ada, I will look into the log.")]
    public void Says_nothing_about_words_that_are_well(string words) => Of(words).ShouldBeEmpty();

    [Theory]
    [InlineData("It will be fixed by tomorrow.", "\"will be fixed\" is a promise, and none is recorded: record it too, or leave it out.")]
    [InlineData("I’ll call you at 15:00.", "\"at 15:00\" is a promise, and none is recorded: record it too, or leave it out.")]
    [InlineData("We will look at it tomorrow.", "\"tomorrow\" is a promise, and none is recorded: record it too, or leave it out.")]
    [InlineData("It fails because engineering didn’t test it.", "\"engineering didn't test\" blames somebody: say what is done about it instead.")]
    [InlineData("This is Lee's fault.", "\"Lee's fault\" blames somebody: say what is done about it instead.")]
    [InlineData("It was caused by Globex Corporation.", "\"caused by Globex Corporation\" blames somebody: say what is done about it instead.")]
    [InlineData("You forgot to renew it.", "\"you forgot\" blames somebody: say what is done about it instead.")]
    [InlineData("Please calm down.", "\"calm down\" may sound dismissive: say it in another way.")]
    [InlineData("The latency is high.", "Say \"delay\" instead of \"latency\".")]
    [InlineData("It was user error.", "Say \"let me show you how this step works\" instead of \"user error\".")]
    public void Says_in_one_sentence_what_is_worth_a_second_look(string words, string said) => Of($"Hello Ada. {words}").ShouldBe([said]);

    [Fact]
    public void A_promise_that_is_recorded_too_is_well() =>
        Of(new DraftWords("Ada, it will be fixed by tomorrow.") { RecordsPromise = true }).ShouldBeEmpty();

    [Fact]
    public void When_they_hear_next_is_a_promise_only_where_none_goes_with_the_words() =>
        Of(new DraftWords("Ada, we will get back to you by 15:00.")).ShouldHaveSingleItem().ShouldStartWith("\"by 15:00\" is a promise");

    [Fact]
    public void Of_what_was_said_elsewhere_only_the_promise_counts() =>
        Of(new DraftWords("Calm down, the latency will be fixed.") { IsSpoken = true }).ShouldHaveSingleItem().ShouldStartWith("\"will be fixed\" is a promise");

    [Fact]
    public void An_expert_is_written_to_in_our_own_words()
    {
        var expert = Ada with { Expert = true };

        DraftCheck.Of(new DraftWords("Ada, the latency is high."), Playbook.Wording, expert).ShouldBeEmpty();
        DraftCheck.Replaceable(["the latency is high"], Playbook.Wording, expert).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Hello Ada, is everything still working with ACME-1? If anything is left, or we can help with something else, just answer here.", true)]
    [InlineData("Hello Ada, is everything still working with ACME-1? If anything is left, or we can help with something else, just answer here. How was the demo?", false)]
    [InlineData("I am bringing in a senior colleague who has dealt with more of these. They have everything you told us, so you need not repeat it.", true)]
    [InlineData("Hello Ada, here is where ACME-1 stands: the exporter runs. You will hear from us again by 10:00.", false)]
    public void A_phrase_that_is_sent_as_it_stands_is_noticed(string words, bool unchanged) =>
        Of(new DraftWords(words) { NamesContact = true, PromisesNextWord = true }).Contains("This is the playbook's phrase as it stands: add a line about this case.").ShouldBe(unchanged);

    [Fact]
    public void What_we_can_not_do_goes_with_what_they_can()
    {
        var limits = new DraftWords("Ada, a short word.") { Limits = "We can't bring back last night's file." };

        Of(limits).ShouldBe(["You say what we can't do: say what they can do until then, too."]);
        Of(limits with { Pieces = ["Ada, the file of Monday is yours meanwhile."] }).ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_is_not_named_is_named_last() =>
        Of("The export runs.").ShouldBe(["Ada is not named in it: a greeting is friendlier."]);

    [Fact]
    public void Three_at_most_are_said_the_most_serious_first() =>
        Of("Calm down. The latency will be fixed. You broke it.").ShouldBe(
        [
            "\"will be fixed\" is a promise, and none is recorded: record it too, or leave it out.",
            "\"you broke\" blames somebody: say what is done about it instead.",
            "\"calm down\" may sound dismissive: say it in another way.",
        ]);

    [Theory]
    [InlineData("Latency is up, latency-wise the LATENCY grows.", "Delay is up, latency-wise the delay grows.")]
    [InlineData("See /latency and latency.example.com, then latency.", "See /latency and latency.example.com, then delay.")]
    public void Plainer_words_go_where_the_word_stands_alone(string text, string plainer) => WholeWords.Replace(text, "latency", "delay").ShouldBe(plainer);

    [Fact]
    public void Only_wording_is_put_in_and_a_suggestion_never() =>
        DraftCheck.Replaceable(["user error: latency"], Playbook.Wording, Ada).Select(t => t.Plain).ShouldBe(["delay"]);

    private static IReadOnlyList<string> Of(string words) => Of(new DraftWords(words) { PromisesNextWord = true });

    private static IReadOnlyList<string> Of(DraftWords words) => DraftCheck.Of(words, Playbook.Wording, Ada);
}
