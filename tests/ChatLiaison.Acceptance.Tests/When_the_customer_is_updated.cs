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
    public async Task A_next_update_outside_their_hours_is_pointed_out_and_goes_all_the_same(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync(Room.Globex);
        var update = await App.OpenAsync(Dana, Triage("GLOBEX-1"), "Update customer");
        await PreviewAsync(update, (Words, "We look at the queue."), (Next, "In 4 hours"));
        NotSeen(update, "who is not at work then");
        await update.PressAsync("Back to edit");
        await Desk.AdvanceAsync(TimeSpan.FromHours(5));
        await PreviewAsync(update, (Words, "We look at the queue."), (Next, "In 4 hours"));
        Seen(update, "That is Mon 23 Nov, 19:00 for Omar Reyes (Europe/Madrid), who is not at work then");
        await SendAsync(update);
        (await Desk.ShowsAsync(Room.Globex, "We look at the queue.")).Says("not at work").ShouldBeFalse();
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
}
