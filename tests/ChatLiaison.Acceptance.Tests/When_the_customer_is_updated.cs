using ChatLiaison.Playground;
using ChatLiaison.TestKit.Chat;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_the_customer_is_updated : Story
{
    private const string Words = "What should the customer know?";
    private const string Next = "When do they hear next?";

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Nothing_goes_out_before_the_preview_is_confirmed_and_back_keeps_what_was_typed(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        var update = await App.OpenAsync(Dana, Triage(), "Update customer");
        await PreviewAsync(update, (Words, "We look at the scheduler."), (Next, "In 2 hours"));
        await Desk.SettleAsync();
        App.In(Room.Acme).ShouldNotContain(n => n.Says("scheduler"));
        Seen(update, "Our team will see", "A promise: the next update by", "We look at the scheduler.");

        await update.PressAsync("Back to edit");
        update.Typed(Words).ShouldBe("We look at the scheduler.");
        update.Typed(Next).ShouldBe("In 2 hours");
        await PreviewAsync(update, (Words, "We look at the queue."));
        Seen(update, "We look at the queue.");
        await SendAsync(update);
        var told = await Desk.ShowsAsync(Room.Acme, "We look at the queue.");
        told.Root.ShouldBe(Card().Id);
        told.Says("You will hear from us next by").ShouldBeTrue();
        App.In(Room.Acme).ShouldNotContain(n => n.Says("scheduler"));
        (await Desk.ShowsAsync(Room.Triage, "told the customer on ACME-1")).Says("We look at the queue.").ShouldBeTrue();
        (await Desk.Records.ListAsync("select kind from promises where state = 'Running' and kind = 'StatusUpdate'")).Count.ShouldBe(1);
        (await Desk.Records.ListAsync("select case_id::text from update_drafts")).ShouldBeEmpty();
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_whole_update_says_what_was_done_what_comes_next_and_what_is_in_the_way(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        await App.SayAsync(Priya, Room.Triage, "tried: restart of the worker → the queue drains again", Triage());
        await App.SayAsync(Priya, Room.Triage, $"finding: {Inside} their own plug-in eats the memory", Triage());
        await Desk.SettleAsync();
        var update = await App.OpenAsync(Dana, Triage(), "Update customer");
        await App.UnfoldAsync(update, "Add done, next steps, …");
        await PreviewAsync(
            update,
            [
                (Words, "The export runs again, slowly."), (Next, "In 4 hours"), ("Done so far, in your words", "Restarted the worker"), ("Next step", "Move the export to a larger machine"),
                .. App.Moment(Dana, "step1_due", Desk.Clock.GetUtcNow().AddHours(20)), ("What is in the way?", "The larger machine is not free before noon"),
                ("How do we get round it?", "We free it tonight"), ("What we can't do", "We can't bring back last night's file"),
            ]);
        Seen(update, "Update on ACME-1", "Dana Park is reminded: Move the export to a larger machine");
        await SendAsync(update);
        var told = await Desk.ShowsAsync(Room.Acme, "Update on ACME-1: In progress");
        foreach (var words in new[] { "The export runs again, slowly.", "Restarted the worker", "Move the export to a larger machine", "Dana Park", "We free it tonight", "last night's file", "hear from us next by" })
        {
            told.Says(words).ShouldBeTrue(words);
        }

        (await PromisesAsync("Running")).ShouldContain("ActionItem");
        (await Desk.ShowsAsync(Room.Acme, "Promised", n => n.Root is null)).Says("Move the export to a larger machine").ShouldBeTrue();
        await Desk.AdvanceAsync(TimeSpan.FromHours(21), TimeSpan.FromHours(3));
        await Desk.SeesAsync(Dana, "Move the export to a larger machine");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_was_left_unsent_says_so_and_takes_in_what_was_learned_since(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        await PreviewAsync(await App.OpenAsync(Dana, Triage(), "Update customer"), (Words, "We look at the scheduler."));
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(30));
        var cause = await App.OpenAsync(Priya, await ProgressAsync(Priya), "The cause is known");
        (await cause.SubmitAsync(("What is the cause?", "A full disk."), ("What is the plan?", "We add space."))).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
        var update = await App.OpenAsync(Dana, Triage(), "Update customer");
        Seen(update, "You began this", "and have not sent it.");
        update.Typed(Words).ShouldStartWith("We look at the scheduler.");
        update.Typed(Words).ShouldContain("We have found the cause: A full disk.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task An_update_and_a_question_start_from_a_phrase_of_the_playbook(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        var update = await App.OpenAsync(Dana, Triage(), "Update customer");
        (await update.SubmitAsync((Words, "It is the {summary} again."))).Said.ShouldContain("{summary} still stands in it, and the customer would read that.");
        await PreviewAsync(update, (Words, "the exporter runs again."), ("Start from a phrase", "Where we stand"), (Next, "In 2 hours"));
        Seen(update, "Hello Ada, here is where ACME-1 stands: the exporter runs again. You will hear from us again by");
        await update.PressAsync("Back to edit");
        update.Typed(Words).ShouldStartWith("Hello Ada, here is where ACME-1 stands: the exporter runs again.");
        await PreviewAsync(update, (Words, "We bring in a colleague."));
        await SendAsync(update);
        await Desk.ShowsAsync(Room.Acme, "We bring in a colleague.");
        await Desk.SettleAsync();

        var wait = await App.OpenAsync(Dana, Triage(), "Wait");
        (await wait.SubmitAsync(("What do you need to know? The customer reads this.", "  "))).Taken.ShouldBeFalse();
        (await wait.SubmitAsync(("What do you need to know? The customer reads this.", "Which browser is it?"), ("Start from a phrase", "We need something from you"))).Sent.ShouldBeTrue();
        Seen(wait, "Hello Ada, to go on with ACME-1 we need one thing from you: Which browser is it? We carry on as soon as we have it.");
        (await wait.SubmitAsync()).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Acme, "to go on with ACME-1 we need one thing from you: Which browser is it?");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_first_answer_has_a_phrase_of_its_own_and_what_to_expect_is_promised_with_it(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        var first = await App.OpenAsync(Dana, Triage(), "Update customer");
        await PreviewAsync(first, (Words, "We see the same here."), ("Start from a phrase", "First answer"), (Next, "In 2 hours"));
        Seen(first, "Hello Ada, thank you for telling us about this: The export hangs. Dana Park is looking into it now. We see the same here. You hear from us again by Mon 23 Nov");
        await SendAsync(first);
        await Desk.SettleAsync();

        var second = await App.OpenAsync(Dana, Triage(), "Update customer");
        App.SeenBy(Dana).Last(n => n.Place == "dialog").Raw.ShouldNotContain("First answer");
        await PreviewAsync(second, (Words, "from cases like yours we expect two days."), ("Start from a phrase", "What to expect, and when"), (Next, "In 1 hour"));
        Seen(second, "So that you can plan, Ada: from cases like yours we expect two days. While we work on ACME-1 we write at least every 8 h 30 min, and next by", "Does that work for your timeline?");
        await SendAsync(second);
        (await Desk.Records.ListAsync("select round(extract(epoch from due_at - started_at) / 60)::text from promises where kind = 'StatusUpdate' and state = 'Running'")).ShouldBe(["60"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_reminder_of_an_update_opens_a_draft_from_how_the_work_stands(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        await UpdateAsync(Dana, "We look at it.", (Next, "In 1 hour"));
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(61), TimeSpan.FromMinutes(10));
        var nothing = await App.OpenAsync(Dana, await ReminderAsync("send the promised update"), "Update customer");
        nothing.Typed(Words).ShouldBe("");
        await App.UnfoldAsync(nothing, "Add done, next steps, …");
        await PreviewAsync(
            nothing,
            [(Words, "It is the scheduler."), (Next, "In 1 hour"), ("Next step", "Move the export to a larger machine"), .. App.Moment(Dana, "step1_due", Desk.Clock.GetUtcNow().AddHours(20))]);
        await SendAsync(nothing);
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(61), TimeSpan.FromMinutes(10));
        var drafted = await App.OpenAsync(Dana, await ReminderAsync("send the promised update"), "Update customer");
        drafted.Typed(Words).ShouldStartWith("We are working on this.\nNext: Move the export to a larger machine, by");
    }

    /// <summary>The newest reminder in Dana's own conversation.</summary>
    private async Task<Note> ReminderAsync(string words)
    {
        await Desk.SettleAsync();
        return App.DirectMessagesOf(Dana).Last(n => n.Says(words) && n.Buttons.Contains("Update customer"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_stricter_of_plan_and_promise_wins(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownCriticalAsync(), "Take");
        await Desk.SettleAsync();
        var update = await App.OpenAsync(Dana, Triage(), "Update customer");
        await PreviewAsync(update, (Words, "We are on it."), (Next, "In 4 hours"));
        Seen(update, "which is stricter than what you chose");
        await SendAsync(update);
        await Desk.SettleAsync();
        (await Desk.Records.ListAsync("select round(extract(epoch from due_at - started_at) / 60)::text from promises where kind = 'StatusUpdate'")).ShouldBe(["30"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_higher_priority_brings_the_next_update_forward_and_a_lower_one_keeps_what_was_said(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        await UpdateAsync(Dana, "We look at it.", (Next, "In 4 hours"));
        await DueAsync("4.0");
        await App.CommandAsync(Dana, Room.Triage, "liaison priority ACME-1 P1");
        await DueAsync("0.5");
        (await Desk.Records.ListAsync("select w.told::text from commitments w join promises p on p.id = w.promise_id where p.kind = 'StatusUpdate' and p.state = 'Running'")).ShouldBe(["true"]);
        await App.CommandAsync(Dana, Room.Triage, "liaison priority ACME-1 P3");
        await DueAsync("0.5");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_was_promised_for_a_time_outlives_a_plan_of_ours_but_not_one_of_the_customer_s(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        await UpdateAsync(Dana, "We look at it.", (Next, "In 2 hours"));
        var ours = await FormAsync(Dana, Room.Triage, "liaison plan ACME-1", "Agree");
        (await ours.SubmitAsync(("How often?", "Every 4 hours"))).Taken.ShouldBeTrue();
        await DueAsync("2.0");
        (await Desk.Records.ListAsync("select text from timeline where kind = 'PlanChanged'")).ShouldBe(["Dana Park agreed with the customer how they are told: At least every 4 h, in this channel."]);
        var sooner = await FormAsync(Dana, Room.Triage, "liaison plan ACME-1", "Agree");
        (await sooner.SubmitAsync(("How often?", "Every 30 minutes"))).Taken.ShouldBeTrue();
        await DueAsync("0.5");
        var theirs = await App.OpenAsync(Ada, Card(), "How you are told");
        (await theirs.SubmitAsync(("How often?", "Every 4 hours"))).Taken.ShouldBeTrue();
        await DueAsync("4.0");
    }

    /// <summary>The one running update is due so many hours after the customer was told.</summary>
    private async Task DueAsync(string hours)
    {
        await Desk.SettleAsync();
        (await Desk.Records.ListAsync(
            "select round(extract(epoch from p.due_at - c.last_update_at) / 3600, 1)::text from promises p join cases c on c.id = p.case_id where p.kind = 'StatusUpdate' and p.state = 'Running'"))
            .ShouldBe([hours]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Of_two_who_write_at_once_the_second_reads_the_first_and_keeps_what_they_typed(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        var first = await App.OpenAsync(Dana, Triage(), "Update customer");
        var second = await App.OpenAsync(Priya, Triage(), "Update customer");
        var third = await App.OpenAsync(Lee, Triage(), "Update customer");
        await PreviewAsync(third, (Words, "Lee had this ready."));
        await PreviewAsync(first, (Words, "Dana was first."));
        await SendAsync(first);
        await Desk.SettleAsync();

        await second.SubmitAsync((Words, "Priya wrote this."));
        Seen(second, "Somebody was quicker.", "Dana was first.");
        second.Typed(Words).ShouldBe("Priya wrote this.");
        await PreviewAsync(second);
        Seen(second, "Priya wrote this.");

        var late = await third.SubmitAsync();
        Seen(third, "Somebody told the customer something while you looked at this.");
        await Desk.SettleAsync();
        App.In(Room.Acme).ShouldNotContain(n => n.Says("Lee had this ready.") || n.Says("Priya wrote this."));
        (await Desk.Records.ListAsync("select person_id::text from update_drafts")).Count.ShouldBe(2, late.Said);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_is_wrong_is_said_in_a_sentence_and_the_form_stays(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        var update = await App.OpenAsync(Dana, Triage(), "Update customer");
        await App.UnfoldAsync(update, "Add done, next steps, …");
        (await update.SubmitAsync((Next, "In 1 hour"))).Sent.ShouldBeFalse("an empty required field never leaves the client");
        var past = await update.SubmitAsync([(Words, "Soon."), .. App.Moment(Dana, "at", Desk.Clock.GetUtcNow().AddHours(-3))]);
        past.Said.ShouldContain("That time has passed. Choose one that lies ahead.");
        update.Typed(Words).ShouldBe("Soon.");
        var alone = await update.SubmitAsync([.. App.Moment(Dana, "at", Desk.Clock.GetUtcNow().AddHours(3)), ("What is in the way?", "The disk"), ("Next step", "Clean it")]);
        alone.Said.ShouldContain("Say how we get round it");
        alone.Said.ShouldContain("Say by when, so that it can be reminded of.");
        update.Typed(Words).ShouldBe("Soon.");
        (await update.SubmitAsync((Words, "Soon. This won’t happen again."))).Said.ShouldContain("You write 'won't happen again', which only a resolution can say");
        await Desk.SettleAsync();
        App.In(Room.Acme).ShouldNotContain(n => n.Says("Soon."));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_is_learned_inside_is_owed_to_the_customer_and_drafted(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        var cause = await App.OpenAsync(Priya, await ProgressAsync(Priya), "The cause is known");
        (await cause.SubmitAsync(("What is the cause?", "A full disk on the exporter."), ("What is the plan?", "We add space tonight."))).Taken.ShouldBeTrue();
        var estimate = await App.OpenAsync(Priya, await ProgressAsync(Priya), "There is an estimate");
        (await estimate.SubmitAsync([.. App.Moment(Priya, "by", Desk.Clock.GetUtcNow().AddHours(26))])).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
        App.In(Room.Acme).ShouldNotContain(n => n.Says("full disk"));
        await Desk.ShowsAsync(Room.Triage, "Tell the customer that the cause is known and what the plan is.", n => n.Root is null);
        (await PromisesAsync("Running")).Count(k => k == "Inform").ShouldBe(2);

        // A plain answer tells them something, but not this.
        await App.SayAsync(Dana, Room.Acme, "We are looking into it", Card());
        await Desk.SettleAsync();
        (await PromisesAsync("Running")).Count(k => k == "Inform").ShouldBe(2);

        var update = await App.OpenAsync(Dana, Triage(), "Update customer");
        update.Typed(Words).ShouldContain("We have found the cause: A full disk on the exporter.");
        update.Typed(Words).ShouldContain("We expect this to be fixed by");
        update.Typed(Words).ShouldContain("(America/New_York)", customMessage: "it is a time of the customer's own clock");
        await PreviewAsync(update, (Words, "The cause is a full disk; we add space tonight."), ("covers", "Tell the customer that the cause is known and what the plan is."));
        Seen(update, "Kept: Tell the customer that the cause is known", "Still owed: Tell the customer when a fix is expected.");
        await SendAsync(update);
        await Desk.ShowsAsync(Room.Acme, "The cause is a full disk");
        (await PromisesAsync("Running")).Count(k => k == "Inform").ShouldBe(1);
        (await Desk.Records.ListAsync("select reason from promises where kind = 'Inform' and state = 'Kept'")).ShouldBe(["Tell the customer that the cause is known and what the plan is."]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_draft_from_progress_holds_what_may_go_out_and_is_edited_before_the_preview(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        var first = await App.OpenAsync(Dana, Triage(), "Update customer");
        await App.UnfoldAsync(first, "Add done, next steps, …");
        var due = Desk.Clock.GetUtcNow().AddHours(3);
        await PreviewAsync(
            first,
            [
                (Words, "We have a plan."), ("Next step", "Free the disk"), .. App.Moment(Dana, "step1_due", due),
                ("And then", "Move the export"), .. App.Moment(Dana, "step2_due", due.AddHours(3)),
            ]);
        await SendAsync(first);
        await Desk.SettleAsync();
        await App.SayAsync(Priya, Room.Triage, $"finding: {Inside} their own plug-in eats the memory", Triage());
        await App.MentionAsync(Dana, Room.Triage, $"promise {Inside} look at the plug-in at 15:00", Triage());
        await Desk.SeesAsync(Dana, "Promised on ACME-1 by");
        await Desk.Records.RunAsync("update promises set state = 'Kept', fulfilled_at = due_at where reason = 'Free the disk'");
        var cause = await App.OpenAsync(Priya, await ProgressAsync(Priya), "The cause is known");
        (await cause.SubmitAsync(("What is the cause?", "A full disk."), ("What is the plan?", "We add space."))).Taken.ShouldBeTrue();

        var draft = await App.OpenAsync(Dana, await ProgressAsync(Dana), "Draft from progress");
        draft.Typed(Words).Split('\n').ShouldBe(
            ["We are working on this.", "Done: Free the disk.", "We have found the cause: A full disk.", "This is what we do now: We add space.", "Next: Move the export, by Mon 23 Nov, 10:00 (America/New_York)."]);
        await PreviewAsync(draft, (Words, "The disk is free, and we move the export today."));
        Seen(draft, "Kept: Tell the customer that the cause is known");
        await SendAsync(draft);
        await Desk.ShowsAsync(Room.Acme, "The disk is free, and we move the export today.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Who_asked_to_be_called_is_called_and_it_counts(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        var plan = await App.OpenAsync(Ada, Card(), "How you are told");
        (await plan.SubmitAsync(("How often?", "Every hour"), ("Where?", "By phone"), ("Number or address", "+1 555 0100"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Acme, "At least every 1 h, by phone", n => n.Root is null);
        var before = App.In(Room.Acme).Count;
        var update = await App.OpenAsync(Dana, Triage(), "Update customer");
        Seen(update, "They asked to be told by phone: +1 555 0100.");
        (await update.SubmitAsync((Words, "The queue drains."))).Sent.ShouldBeFalse("how they were told is asked");
        await update.SubmitAsync((Words, "The queue drains."), ("How do you tell them?", "I called them"));
        Seen(update, "What you told the customer", "Nothing is sent.");
        await SendAsync(update);
        await Desk.ShowsAsync(Room.Triage, "By phone: The queue drains.");
        App.In(Room.Acme).Count.ShouldBe(before, "nothing is posted in their channel");
        (await Desk.Records.ListAsync("select kind || ' ' || direction || ' ' || staff || ': ' || summary from interactions where source <> 'chat'"))
            .ShouldBe(["Call FromUs Dana Park: By phone: The queue drains."]);
        (await PromisesAsync("Kept")).ShouldBe(["Acknowledge", "FirstResponse", "StatusUpdate"]);
        (await Desk.Records.ListAsync("select kind from promises where kind = 'StatusUpdate' and state = 'Running'")).Count.ShouldBe(1);
        (await Desk.Records.ListAsync("select case_id::text from update_drafts")).ShouldBeEmpty();
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_roadblock_that_is_not_told_breaks_its_promise(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        var block = await App.OpenAsync(Priya, await ProgressAsync(Priya), "There is a roadblock");
        (await block.SubmitAsync(("What is in the way?", "The supplier sleeps."), ("How do we get round it?", "We ring their night desk."))).Taken.ShouldBeTrue();
        await Desk.AdvanceAsync(TimeSpan.FromHours(3), TimeSpan.FromMinutes(30));
        await Desk.SeesAsync(Dana, "Tell the customer what is in the way and how we get round it.");
        (await PromisesAsync("Broken")).ShouldContain("Inform");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_cause_an_estimate_and_a_roadblock_are_typed_too(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        var cause = await FormAsync(Priya, Room.Triage, "liaison cause ACME-1 A full disk", "Open the form");
        cause.Typed("What is the cause?").ShouldBe("A full disk");
        (await cause.SubmitAsync(("What is the plan?", "We add space."))).Taken.ShouldBeTrue();
        var estimate = await FormAsync(Lee, Room.Triage, "liaison estimate ACME-1 the disk comes", "Open the form");
        (await estimate.SubmitAsync([.. App.Moment(Lee, "by", Desk.Clock.GetUtcNow().AddHours(-2))])).Said.ShouldContain("That time has passed. Choose one that lies ahead.");
        estimate.Typed("What does that rest on?").ShouldBe("the disk comes");
        (await estimate.SubmitAsync([.. App.Moment(Lee, "by", Desk.Clock.GetUtcNow().AddHours(20))])).Taken.ShouldBeTrue();
        var block = await FormAsync(Dana, Room.Triage, "liaison roadblock ACME-1 No disk in store", "Open the form");
        (await block.SubmitAsync(("How do we get round it?", "We borrow one."))).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
        (await PromisesAsync("Running")).Count(k => k == "Inform").ShouldBe(3);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_we_can_not_do_is_kept_said_again_and_taken_back_in_the_same_field(string platform)
    {
        const string Limits = "What we can't do";
        await OpenDeskAsync(platform);
        await TakenAsync();
        var first = await App.OpenAsync(Dana, Triage(), "Update customer");
        await App.UnfoldAsync(first, "Add done, next steps, …");
        await PreviewAsync(first, (Words, "Hello Ada, the export runs again."), (Limits, "We can't bring back last night's file."));
        Seen(first, "You say what we can't do: say what they can do until then, too.");
        await SendAsync(first);
        await Desk.ShowsAsync(Room.Triage, "We can't bring back last night's file. (Dana Park", n => n.Root is null);

        var second = await App.OpenAsync(Lee, Triage(), "Update customer");
        second.Typed(Limits).ShouldBe("We can't bring back last night's file.");
        await PreviewAsync(second, (Words, "Hello Ada, it is fast again."), (Limits, "We can't bring back the file of Monday."));
        await SendAsync(second);
        (await Desk.ShowsAsync(Room.Acme, "it is fast again")).Says("We can't bring back the file of Monday.").ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, "We can't bring back the file of Monday. (Lee Osei", n => n.Root is null);

        var third = await App.OpenAsync(Dana, Triage(), "Update customer");
        await PreviewAsync(third, (Words, "Hello Ada, the file is back."), (Limits, ""));
        await third.PressAsync("Back to edit");
        third.Typed(Limits).ShouldBe("");
        await PreviewAsync(third);
        await SendAsync(third);
        (await Desk.ShowsAsync(Room.Acme, "the file is back")).Says("can't bring back").ShouldBeFalse();
        await Desk.SettleAsync();
        Triage().Says("What we can't do").ShouldBeFalse();
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_is_planned_and_in_the_way_is_taken_over_from_the_case_at_a_tick(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        await App.MentionAsync(Priya, Room.Triage, "promise Move the export in 20 hours", Triage());
        await Desk.SeesAsync(Priya, "Promised on ACME-1 by");
        var block = await App.OpenAsync(Priya, await ProgressAsync(Priya), "There is a roadblock");
        (await block.SubmitAsync(("What is in the way?", "The larger machine is busy."), ("How do we get round it?", "We free it tonight."))).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
        var promises = (await PromisesAsync("Running")).Count(k => k == "Personal");

        var update = await App.OpenAsync(Dana, Triage(), "Update customer");
        await App.UnfoldAsync(update, "Add done, next steps, …");
        (await update.SubmitAsync((Words, "Hello Ada, we have a plan."), ("Further steps", "Check the log"))).Said.ShouldContain("\"Check the log\" names no time that lies ahead. Write one such as: tomorrow at 10:00.");
        await PreviewAsync(
            update, ("planned", (await Desk.Records.ListAsync("select id::text from promises where kind = 'Personal'")).Single()),
            ("roadblock", (await Desk.Records.ListAsync("select id::text from timeline where kind = 'RoadblockHit'")).Single()), ("Further steps", "Check the log in 22 hours\nWrite the note in 30 hours"));
        Seen(update, "Move the export (Priya", "Check the log (Dana Park", "Write the note (Dana Park", "The larger machine is busy.", "We free it tonight.");
        await SendAsync(update);
        var told = await Desk.ShowsAsync(Room.Acme, "Update on ACME-1");
        foreach (var words in new[] { "Move the export", "Check the log", "Write the note", "We free it tonight." })
        {
            told.Says(words).ShouldBeTrue($"{words} in {told.Words}");
        }

        (await PromisesAsync("Running")).Count(k => k == "Personal").ShouldBe(promises, "what was promised before is told, and not promised twice");
        (await PromisesAsync("Running")).Count(k => k == "ActionItem").ShouldBe(2);
        (await Desk.ShowsAsync(Room.Acme, "Promised", n => n.Root is null)).Says("Move the export").ShouldBeTrue();
    }

    private async Task<Note> ProgressAsync(SamplePerson who)
    {
        await App.PressAsync(who, Triage(), "Progress and news");
        return await Desk.SeesAsync(who, "How ACME-1 stands", n => n.Buttons.Contains("The cause is known"));
    }

    private void Seen(Dialog dialog, params string[] words)
    {
        var shown = App.SeenBy(dialog.Who).Where(n => n.Place is "dialog" or "notice").ToList();
        foreach (var word in words)
        {
            shown.ShouldContain(n => n.Says(word), $"{word} in {string.Join("\n---\n", shown.Select(n => n.Words))}");
        }
    }

    private async Task TakenAsync()
    {
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
    }
}
