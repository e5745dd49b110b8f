using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_something_is_promised : Story
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_word_given_in_the_thread_is_a_promise_with_its_source_and_is_ticked_off(string platform)
    {
        await OpenDeskAsync(platform);
        var triage = await TakeDownAsync();
        await App.PressAsync(Dana, triage, "Take");
        await App.MentionAsync(Dana, Room.Triage, "promise call Ada back at 15:00", triage);
        await Desk.SeesAsync(Dana, "Promised on ACME-1 by");
        (await Desk.Records.ListAsync("select reason || ' ' || to_char(due_at at time zone 'Europe/London', 'HH24:MI') from promises where kind = 'Personal'"))
            .ShouldBe(["call Ada back 15:00"]);
        (await Desk.Records.ListAsync("select made_by || ' ' || (message_id is not null)::text from commitments where not told")).ShouldBe(["Dana Park true"]);

        await App.CommandAsync(Dana, Room.Triage, "cases promises mine");
        var mine = await Desk.SeesAsync(Dana, "What you owe");
        mine.Says("call Ada back").ShouldBeTrue(mine.Words);
        await App.PressAsync(Dana, mine, "Done");
        await Desk.SeesAsync(Dana, "Done on ACME-1, and counted.");
        await App.CommandAsync(Lee, Room.Triage, "case ACME-1 promises");
        var all = await Desk.SeesAsync(Lee, "Promises on ACME-1:");
        all.Says("call Ada back").ShouldBeTrue(all.Words);
        all.Says("kept").ShouldBeTrue(all.Words);
        await App.CommandAsync(Lee, Room.Triage, "cases promises overdue");
        await Desk.SeesAsync(Lee, "What is late: nothing");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_the_customers_card_says_is_in_the_ledger_with_the_card_as_its_source(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await App.CommandAsync(Lee, Room.Triage, "cases promises ACME");
        (await Desk.SeesAsync(Lee, "What we owe Acme Ltd")).Words.ShouldContain("where it was said");
        (await SourcesAsync()).ShouldBe([$"FirstResponse {Card().Id}"]);
        await App.SayAsync(Ada, Room.Acme, "Any news?", Card());
        await Desk.SettleAsync();
        await UpdateAsync(Dana, "We look at it.");
        var said = await Desk.ShowsAsync(Room.Acme, "We look at it.");
        await Desk.SettleAsync();
        (await SourcesAsync()).ShouldBe([$"FirstResponse {Card().Id}", $"StatusUpdate {said.Id}"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Whoever_waits_is_reminded_to_check_back_unless_an_answer_comes_first(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var wait = await App.OpenAsync(Dana, Triage(), "Wait");
        (await wait.SubmitAsync([("What do you need to know? The customer reads this.", "Which version?"), .. App.Moment(Dana, "back", Desk.Clock.GetUtcNow().AddHours(-1))]))
            .Said.ShouldContain("That time has passed.");
        (await wait.SubmitAsync([.. App.Moment(Dana, "back", Desk.Clock.GetUtcNow().AddHours(2))])).Sent.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "The customer will read exactly this:");
        (await wait.SubmitAsync()).Taken.ShouldBeTrue();
        var asked = await Desk.ShowsAsync(Room.Acme, "Which version?");
        (await SourcesAsync()).ShouldContain($"CheckBack {asked.Id}");
        (await PromisesAsync("Running")).ShouldBe(["CheckBack"], "the others stand still");
        await Desk.AdvanceAsync(TimeSpan.FromHours(2.1), TimeSpan.FromMinutes(30));
        await Desk.SeesAsync(Dana, "ACME-1 (P3): Check back, since we wait on the customer");
        await App.SayAsync(Ada, Room.Acme, "Version 9.", Card());
        await Desk.SettleAsync();
        (await Desk.Records.ListAsync("select reason from promises where kind = 'CheckBack' and fulfilled_at is null")).ShouldBeEmpty("the answer has come");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_the_customer_waits_for_goes_on_while_we_wait_on_somebody_else(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await UpdateAsync(Dana, "We look at it.", ("When do they hear next?", "In 2 hours"));
        await App.CommandAsync(Dana, Room.Triage, "liaison promise ACME-1 call Ada back in 3 hours");
        await WaitAsync("We ask the supplier.", ("Who are we waiting on?", "Someone else"));
        await App.SayAsync(Ada, Room.Acme, "Any news?", Card());
        await Desk.SettleAsync();
        (await PromisesAsync("Running")).ShouldBe(["NextResponse", "Personal", "StatusUpdate"]);
        (await PromisesAsync("Paused")).ShouldContain("Resolve");
        await Desk.ShowsAsync(Room.Acme, "We are waiting for a supplier. You will hear from us next by", n => n.Root is null);

        // A word in the thread answers them; the update that was named for later is still owed.
        await App.SayAsync(Dana, Room.Acme, "Thank you, we have seen it.", Card());
        await Desk.SettleAsync();
        (await PromisesAsync("Running")).ShouldBe(["Personal", "StatusUpdate"]);
        await App.CommandAsync(Dana, Room.Triage, "liaison resume ACME-1");
        await Desk.SettleAsync();
        await WaitAsync("Which version is it?");
        (await PromisesAsync("Running")).ShouldBe(["Personal", "StatusUpdate"]);
        await Desk.AdvanceAsync(TimeSpan.FromHours(2.1), TimeSpan.FromMinutes(30));
        await Desk.SeesAsync(Dana, "send the promised update");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task An_early_update_that_names_no_next_one_promises_none(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await App.PressAsync(Dana, Triage(), "Promises");
        var plan = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "Promises on ACME-1"), "How they are told");
        (await plan.SubmitAsync(("How often?", "Only when there is something new"))).Taken.ShouldBeTrue();
        await UpdateAsync(Dana, "We look at it.", ("When do they hear next?", "In 2 hours"));
        await Desk.SettleAsync();
        await UpdateAsync(Dana, "It is the scheduler.", ("When do they hear next?", "When there is something new"));
        await Desk.SeesAsync(Dana, "The customer is told about ACME-1.");
        (await PromisesAsync("Running")).ShouldNotContain("StatusUpdate");
        (await Desk.Records.ListAsync("select reference from cases where next_update_at is not null")).ShouldBeEmpty();
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_promise_is_recorded_from_a_message_and_taken_back_with_a_reason(string platform)
    {
        await OpenDeskAsync(platform);
        var triage = await TakeDownAsync();
        await App.PressAsync(Dana, triage, "Take");
        await Desk.SettleAsync();
        var said = await App.SayAsync(Priya, Room.Triage, "I send the log format in 3 hours", triage);
        var promise = await App.ShortcutAsync(Dana, said, "liaison promise");
        promise.Typed("What is promised?").ShouldBe("I send the log format");
        (await promise.SubmitAsync(("Who owes it?", "Priya Raman"))).Taken.ShouldBeTrue();
        (await Desk.Records.ListAsync("select p.reason || ' ' || w.message_id from commitments w join promises p on p.id = w.promise_id where p.kind = 'Personal'"))
            .ShouldBe([$"I send the log format {said.Id}"]);

        await App.CommandAsync(Dana, Room.Triage, "case ACME-1 promises");
        var back = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "Promises on ACME-1"), "Take one back");
        (await back.SubmitAsync(("Why does it no longer hold?", "They found it themselves"))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "Taken back on ACME-1.");
        (await PromisesAsync("Cancelled")).ShouldContain("Personal");
        (await Desk.Records.ListAsync("select text from timeline where kind = 'PromiseWithdrawn'")).ShouldBe(["Dana Park took back \"I send the log format\": They found it themselves"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Any_open_promise_is_taken_back_and_a_customer_who_counts_on_it_is_told(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison promise ACME-1 read the old logs in 1 hours");
        var update = await App.OpenAsync(Dana, Triage(), "Update customer");
        await App.UnfoldAsync(update, "Add done, next steps, …");
        await PreviewAsync(
            update,
            [("What should the customer know?", "We look at it."), ("Next step", "Move the export to a larger machine"), .. App.Moment(Dana, "step1_due", Desk.Clock.GetUtcNow().AddHours(20))]);
        await SendAsync(update);
        await Desk.SettleAsync();

        await App.CommandAsync(Dana, Room.Triage, "case ACME-1 promises");
        var back = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "Promises on ACME-1"), "Take one back");
        (await back.SubmitAsync(("Which promise?", "Move the export to a larger machine (Dana Park), told"), ("Why does it no longer hold?", $"{Inside} no money for it"))).Said
            .ShouldContain("The customer counts on this one. Say what happens instead; it goes into a draft for them.");
        (await back.SubmitAsync(("What happens instead?", "We split the export in two."))).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
        (await Desk.Records.ListAsync("select reason from promises where kind in ('Personal', 'ActionItem') and state = 'Running'")).ShouldBe(["read the old logs"]);
        (await Desk.Records.ListAsync("select reason || to_char(due_at - started_at, ' HH24:MI') from promises where kind = 'Inform' and state = 'Running'"))
            .ShouldBe(["Tell the customer that \"Move the export to a larger machine\" will not happen as promised, and what happens instead. 02:00"]);

        var told = await App.OpenAsync(Dana, Triage(), "Update customer");
        told.Typed("What should the customer know?").ShouldBe(
            "We had promised you: \"Move the export to a larger machine\", by Tue 24 Nov, 00:00 (America/New_York). That will not happen as promised, and we are sorry.\n"
            + "This is what happens instead: We split the export in two.");
        await PreviewAsync(told);
        await SendAsync(told);
        await Desk.ShowsAsync(Room.Acme, "This is what happens instead: We split the export in two.");
        (await PromisesAsync("Kept")).ShouldContain("Inform");
    }

    [Theory]
    [InlineData("slack", false), InlineData("teams", false)]
    [InlineData("slack", true), InlineData("teams", true)]
    public async Task Taken_back_after_the_end_the_customer_is_told_in_the_same_act(string platform, bool closed)
    {
        await OpenTakenAsync(platform);
        var update = await App.OpenAsync(Dana, Triage(), "Update customer");
        await App.UnfoldAsync(update, "Add done, next steps, …");
        await PreviewAsync(
            update,
            [("What should the customer know?", "We look at it."), ("Next step", "Move the export"), .. App.Moment(Dana, "step1_due", Desk.Clock.GetUtcNow().AddHours(20))]);
        await SendAsync(update);
        await ResolveAsync();
        if (closed)
        {
            await Desk.ShowsAsync(Room.Triage, "not verified by the customer", n => n.Root is null);
            (await (await App.OpenAsync(Dana, Triage(), "Close all the same")).SubmitAsync(("Why does it close without that?", "They left the project"))).Taken.ShouldBeTrue();
            await Desk.SettleAsync();
        }

        await App.CommandAsync(Dana, Room.Triage, "case ACME-1 promises");
        var back = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "Promises on ACME-1", n => n.Buttons.Contains("Take one back")), "Take one back");
        (await back.SubmitAsync(("Why does it no longer hold?", $"{Inside} no money for it"))).Said
            .ShouldContain("The customer counts on this one. Say what happens instead; you see the message before it goes.");
        (await back.SubmitAsync(("What happens instead?", "As I said, we split the export."))).Sent.ShouldBeTrue();
        Seen(
            back, "The customer will read exactly this:", "That will not happen as promised, and we are sorry.", "This is what happens instead: As I said, we split the export.",
            "\"as I said\" may sound dismissive");
        await Desk.SettleAsync();
        App.In(Room.Acme).ShouldNotContain(n => n.Says("we split the export"), "it is seen before it is sent");
        await SendAsync(back);
        await Desk.ShowsAsync(Room.Acme, "This is what happens instead: As I said, we split the export.", n => n.Root is not null);
        await Desk.SeesAsync(Dana, "Taken back on ACME-1, and the customer is told.");
        (await Desk.Records.ListAsync("select reason from promises where kind in ('Personal', 'ActionItem', 'Inform') and fulfilled_at is null")).ShouldBeEmpty();
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_time_that_has_passed_is_asked_for_again_with_the_words_kept(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var promise = await FormAsync(Dana, Room.Triage, "liaison promise ACME-1 call Ada at 9:00", "Record the promise");
        await Desk.SeesAsync(Dana, "has passed. Choose a time that lies ahead.");
        promise.Typed("What is promised?").ShouldBe("call Ada");
    }

    /// <summary>Of each promise that says where it was given: what it is and the message.</summary>
    private Task<IReadOnlyList<string>> SourcesAsync() => Desk.Records.ListAsync(
        "select p.kind || ' ' || m.message_id from commitments w join promises p on p.id = w.promise_id join messages m on m.anchor = w.anchor order by p.started_at, p.kind");

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_promise_is_reminded_of_broken_and_counted_by_person_and_customer(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await App.PressAsync(Dana, Triage(), "Promises");
        var promise = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "Promises on ACME-1"), "Record a promise");
        (await promise.SubmitAsync([("What is promised?", "Send the log format"), .. App.Moment(Dana, "by", Desk.Clock.GetUtcNow().AddHours(-1))]))
            .Said.ShouldContain("That time has passed. Choose one that lies ahead.");
        promise.Typed("What is promised?").ShouldBe("Send the log format");
        (await promise.SubmitAsync([.. App.Moment(Dana, "by", Desk.Clock.GetUtcNow().AddHours(2))])).Taken.ShouldBeTrue();
        await Desk.AdvanceAsync(TimeSpan.FromHours(3), TimeSpan.FromMinutes(30));
        await Desk.SeesAsync(Dana, "Send the log format");
        (await PromisesAsync("Broken")).ShouldContain("Personal");
        await App.CommandAsync(Lee, Room.Triage, "cases promises ACME");
        (await Desk.SeesAsync(Lee, "What we owe Acme Ltd")).Says("late").ShouldBeTrue();
        await App.CommandAsync(Grace, Room.Management, "liaison digest");
        var digest = await Desk.SeesAsync(Grace, "Promises by customer");
        digest.Says("Acme Ltd").ShouldBeTrue(digest.Words);
        digest.Says("Dana Park").ShouldBeTrue(digest.Words);
    }
}
