using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_a_case_closes : Story
{
    private const string Done = "What was done? The customer reads this.";
    private const string Why = "Why did it happen? The customer reads this.";
    private const string Reason = "The reason, for our own count";

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_case_closes_past_a_missing_step_only_with_a_reason_that_is_kept(string platform)
    {
        await OpenTakenAsync(platform);
        await ResolveAsync();
        await Desk.ShowsAsync(Room.Triage, "not verified by the customer and not followed up", n => n.Root is null);
        var close = await App.OpenAsync(Dana, Triage(), "Close all the same");
        (await close.SubmitAsync(("Why does it close without that?", ""))).Taken.ShouldBeFalse();
        (await close.SubmitAsync(("Why does it close without that?", $"{Inside} they left the project"))).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
        (await CasesAsync()).ShouldBe(["ACME-1 Closed P3"]);
        (await Desk.Records.ListAsync("select array_to_string(steps, ' ') || ': ' || reason from exceptions")).ShouldBe([$"Verified FollowedUp: {Inside} they left the project"]);
        (await Desk.Records.ListAsync("select text from timeline where kind = 'Excepted'")).ShouldHaveSingleItem().ShouldContain("Closed although");
        await Desk.ShowsAsync(Room.Acme, "How did we look after you?", n => n.Says("is closed"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_somebody_gave_their_word_on_outlives_the_resolution_and_is_asked_for_before_it_closes(string platform)
    {
        await OpenTakenAsync(platform);
        await App.CommandAsync(Dana, Room.Triage, "liaison promise ACME-1 send Ada the invoice tomorrow at 10:00");
        await App.CommandAsync(Dana, Room.Triage, "liaison promise ACME-1 call Omar tomorrow at 11:00");
        await App.SayAsync(Dana, Room.Triage, "cause: the disk is full → we add space", Triage());
        await Desk.SettleAsync();
        var resolve = await App.OpenAsync(Dana, Triage(), "Resolve");
        Seen(resolve, "Not told yet, and over with this.", "Tell the customer that the cause is known and what the plan is.");
        await resolve.SubmitAsync(
            (Done, "We restarted it."), (Why, "A full disk."), (Reason, "Capacity or speed"), ("This is still promised. What of it is done with this?", "call Omar"));
        (await resolve.SubmitAsync()).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Acme, "We restarted it.");
        (await Desk.Records.ListAsync("select reason || ' ' || state from promises where kind = 'Personal' order by due_at")).ShouldBe(["send Ada the invoice Running", "call Omar Kept"]);

        await App.CommandAsync(Dana, Room.Triage, "liaison close ACME-1");
        await Desk.SeesAsync(Dana, "not done with what was promised");
        await App.CommandAsync(Dana, Room.Triage, "cases promises mine");
        await App.PressAsync(Dana, await Desk.SeesAsync(Dana, "What you owe", n => n.Says("send Ada the invoice")), "Done");
        await Desk.SettleAsync();
        (await Desk.Records.ListAsync("select state from promises where reason like 'send Ada%'")).ShouldBe(["Kept"]);
        Triage().Words.ShouldNotContain("not done with what was promised");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_is_not_ticked_away_goes_on_with_its_owner_when_the_case_closes(string platform)
    {
        await OpenTakenAsync(platform);
        await App.CommandAsync(Dana, Room.Triage, "liaison promise ACME-1 end the temporary access tomorrow at 10:00");
        await App.CommandAsync(Dana, Room.Triage, "liaison promise ACME-1 call Omar tomorrow at 11:00");
        await ResolveAsync();
        await Desk.SettleAsync();
        var close = await App.OpenAsync(Dana, Triage(), "Close all the same");
        (await close.SubmitAsync(("Why does it close without that?", "They left."), ("This is still promised. What of it is done with this?", "call Omar"))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "What is still promised on it goes on until it is done");
        (await CasesAsync()).ShouldBe(["ACME-1 Closed P3"]);
        (await Desk.Records.ListAsync("select reason || ' ' || state from promises where kind = 'Personal' order by due_at")).ShouldBe(["end the temporary access Running", "call Omar Kept"]);

        await Desk.AdvanceAsync(TimeSpan.FromHours(26), TimeSpan.FromHours(6));
        await App.PressAsync(Dana, await Desk.SeesAsync(Dana, "end the temporary access", n => n.Buttons.Contains("Done") && n.Says("It was due")), "Done");
        await Desk.SettleAsync();
        (await Desk.Records.ListAsync("select count(*)::text from promises where kind = 'Personal' and fulfilled_at is null")).ShouldBe(["0"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_case_that_nobody_answers_is_put_before_its_owner_and_then_closes(string platform)
    {
        await OpenTakenAsync(platform);
        await ResolveAsync();
        await Desk.AdvanceAsync(TimeSpan.FromHours(25), TimeSpan.FromHours(5));
        await Desk.SeesAsync(Dana, "follow up with the customer", n => n.Buttons.Contains("Follow up"));
        await Desk.AdvanceAsync(TimeSpan.FromDays(7), TimeSpan.FromDays(1));
        await Desk.SeesAsync(Dana, "ACME-1 closes by itself on");
        (await CasesAsync()).ShouldBe(["ACME-1 Resolved P3"]);
        (await PromisesAsync("Broken")).ShouldContain("FollowUp");
        await Desk.AdvanceAsync(TimeSpan.FromDays(3), TimeSpan.FromDays(1));
        (await CasesAsync()).ShouldBe(["ACME-1 Closed P3"]);
        (await Desk.Records.ListAsync("select by_name || ': ' || reason from exceptions")).ShouldBe(["ChatLiaison: The grace window was over."]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_case_does_not_close_over_words_of_the_customer_that_nobody_answered(string platform)
    {
        await OpenTakenAsync(platform);
        var asked = await ResolveAsync();
        await App.PressAsync(Ada, asked, "It works");
        await FollowUpAsync();
        await App.SayAsync(Ada, Room.Acme, "And now the invoices are empty", Card());
        await Desk.ShowsAsync(Room.Triage, "without an answer to what the customer wrote", n => n.Root is null);
        await FormAsync(Dana, Room.Triage, "liaison close ACME-1", "Close with this reason");
        await Desk.SeesAsync(Dana, "ACME-1 would close although it is without an answer to what the customer wrote.");

        await Desk.AdvanceAsync(TimeSpan.FromDays(10), TimeSpan.FromDays(1));
        await Desk.SeesAsync(Dana, "ACME-1 does not close by itself yet");
        (await CasesAsync()).ShouldBe(["ACME-1 Resolved P3"]);

        var spoke = await App.OpenAsync(Dana, Triage(), "Follow up");
        (await spoke.SubmitAsync(("How do you follow up?", "I spoke to them; send nothing"), ("What did they say?", "It was their own filter."))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, "nothing is missing", n => n.Root is null);
        await Desk.AdvanceAsync(TimeSpan.FromDays(3), TimeSpan.FromDays(1));
        (await CasesAsync()).ShouldBe(["ACME-1 Closed P3"]);
        (await Desk.Records.ListAsync("select reason from exceptions")).ShouldBeEmpty();
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_case_does_not_close_by_itself_before_what_was_promised_for_later(string platform)
    {
        await OpenTakenAsync(platform);
        await App.PressAsync(Ada, await ResolveAsync(), "It works");
        await FollowUpAsync();
        var promise = await FormAsync(Dana, Room.Triage, "liaison promise ACME-1 end the temporary access", "Record the promise");
        (await promise.SubmitAsync([.. App.Moment(Dana, "by", Desk.Clock.GetUtcNow().AddDays(20))])).Taken.ShouldBeTrue();
        await Desk.AdvanceAsync(TimeSpan.FromDays(21), TimeSpan.FromDays(1));
        (await CasesAsync()).ShouldBe(["ACME-1 Resolved P3"]);
        await App.CommandAsync(Dana, Room.Triage, "cases promises mine");
        await App.PressAsync(Dana, await Desk.SeesAsync(Dana, "What you owe", n => n.Says("end the temporary access")), "Done");
        await Desk.AdvanceAsync(TimeSpan.FromDays(4), TimeSpan.FromDays(1));
        (await CasesAsync()).ShouldBe(["ACME-1 Closed P3"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_case_comes_back_until_it_is_closed_and_then_one_sentence_says_where_to_write(string platform)
    {
        await OpenTakenAsync(platform);
        var asked = await ResolveAsync();
        await Desk.AdvanceAsync(TimeSpan.FromDays(8), TimeSpan.FromDays(2));
        await Desk.SeesAsync(Dana, "ACME-1 closes by itself on");
        var broken = await App.OpenAsync(Ada, asked, "Not fixed");
        (await broken.SubmitAsync(("What is still wrong?", "It hangs again"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, "It hangs again");
        (await CasesAsync()).ShouldBe(["ACME-1 Investigating P3"]);

        await ResolveAsync("We moved it.");
        await App.SayAsync(Ada, Room.Acme, "thanks!", Card());
        var question = await Desk.ShowsAsync(Room.Acme, "please tell us with one press which it is", n => n.Root is not null);
        await App.CommandAsync(Dana, Room.Triage, "liaison close ACME-1 because they left");
        await Desk.SettleAsync();
        await App.PressAsync(Ada, question, "Not fixed");
        await Desk.SeesAsync(Ada, "ACME-1 is closed. Write in this channel what you see, and a person takes it from there.");
        (await CasesAsync()).ShouldBe(["ACME-1 Closed P3"]);
    }
}
