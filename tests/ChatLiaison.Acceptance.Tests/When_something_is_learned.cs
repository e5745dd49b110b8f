using ChatLiaison.Playground;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_something_is_learned : Story
{
    private const string Words = "What should the customer know?";

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
}
