using System.Globalization;
using ChatLiaison.Playground;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_people_meet_about_a_case : Story
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_briefing_has_a_pack_minutes_and_is_ticked_off_only_when_the_customer_knows(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Priya, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await ArrangeAsync("A briefing with engineering", 2);
        var arranged = await Desk.ShowsAsync(Room.Triage, "briefing with engineering", n => n.Root is not null);
        (await Desk.SeesAsync(Priya, "ACME-1: briefing with engineering", n => App.DirectMessagesOf(Priya).Any(m => m.Id == n.Id))).Words.ShouldContain("Dana Park");
        await App.CommandAsync(Dana, Room.Triage, "cases promises mine");
        (await Desk.SeesAsync(Dana, "What you owe", n => n.Buttons.Contains("Write the minutes"))).Buttons.ShouldNotContain("Done");
        await App.PressAsync(Dana, arranged, "Read the pack");
        var pack = await Desk.SeesAsync(Dana, "Pack: briefing with engineering on ACME-1");
        pack.Words.ShouldContain("Steps to see it?");
        pack.Words.ShouldContain("Can it be done by Friday?");
        pack.Words.ShouldContain("Chat: The export hangs");
        pack.Words.ShouldContain("Resolution by");

        var minutes = await App.OpenAsync(Dana, pack, "Write the minutes");
        (await minutes.SubmitAsync(
            ("What was agreed?", $"{Inside} we rebuild the exporter"), ("How does the customer see it?", "They lose orders"), ("What limits us, technically?", "One database"),
            ("Action item 1", "Rebuild the exporter"))).Said.ShouldContain("Say by when, so that it can be reminded of.");
        var done = await minutes.SubmitAsync([("Who does item 1?", "Priya Raman"), .. At("due1", 30)]);
        done.Taken.ShouldBeTrue(done.Said);
        var round = await Desk.SeesAsync(Priya, "ACME-1: something for you to do", n => n.Buttons.Contains("Done"));
        round.Words.ShouldContain("Rebuild the exporter.");
        round.Words.ShouldContain("It came out of the briefing with engineering; Dana Park wrote the minutes:");
        round.Words.ShouldContain("They lose orders");
        round.Words.ShouldContain("One database");
        App.DirectMessagesOf(Priya).Count(n => n.Says("Rebuild the exporter")).ShouldBe(1, "each hears it once");
        (await PromisesAsync("Running")).ShouldContain("Inform");

        await App.CommandAsync(Priya, Room.Triage, "liaison meeting ACME-1");
        var page = await Desk.SeesAsync(Priya, "The customer has not been told yet", n => n.Buttons.Contains("Tick it off"));
        await App.PressAsync(Priya, page, "Tick it off");
        await Desk.SeesAsync(Priya, "The customer does not know yet what came out of it. Tell them first; then it can be ticked off.");

        var tell = await App.OpenAsync(Priya, page, "Tell the customer");
        (await tell.SubmitAsync(("What should the customer know?", "We rebuild the part that hangs."))).Sent.ShouldBeTrue();
        await Desk.SeesAsync(Priya, "The customer will read exactly this:");
        App.In(Room.Acme).ShouldNotContain(n => n.Says("We rebuild the part"));
        (await tell.SubmitAsync()).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Acme, "We rebuild the part that hangs.");
        await Desk.SeesAsync(Priya, "The customer knows, and the briefing with engineering is ticked off.");
        (await PromisesAsync("Kept")).ShouldContain("Inform");
        (await Desk.Records.ListAsync("select state from meetings")).ShouldBe(["Done"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Everyone_with_something_to_do_has_the_minutes_and_an_update_that_covers_it_ticks_it_off(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var hand = await App.OpenAsync(Dana, Triage(), "Needs engineering");
        (await hand.SubmitAsync()).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
        await ArrangeAsync("A briefing with engineering", 1);
        await MinutesAsync([("Action item 1", $"{Inside} mend the queue"), ("Who does item 1?", "Priya Raman"), .. At("due1", 5)]);

        var theirs = await Desk.SeesAsync(Priya, "ACME-1: something for you to do", n => n.Buttons.Contains("Done"));
        theirs.Words.ShouldContain("Agreed on all.");
        (await Desk.SeesAsync(SamplePeople.Jun, "ACME-1: what came out of the briefing with engineering")).Words.ShouldContain("Priya Raman");

        // An update that says nothing of it leaves it open; one that covers it ticks it off.
        await UpdateAsync(Dana, "We are on it.");
        (await Desk.Records.ListAsync("select state from meetings")).ShouldBe(["Held"]);
        await UpdateAsync(Dana, "We mend the queue by tonight.", ("Which promises do these words keep?", "Tell the customer what came out of the briefing with engineering."));
        (await Desk.Records.ListAsync("select state || ' ' || told_by from meetings")).ShouldBe(["Done Dana Park"]);
        await App.CommandAsync(Dana, Room.Triage, "case ACME-1 log");
        await Desk.SeesAsync(Dana, "Dana Park told the customer what came out of the briefing with engineering; it is ticked off.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task An_action_item_is_reminded_and_done_with_a_press(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await ArrangeAsync("A briefing with engineering", 1);
        await MinutesAsync([("Action item 1", "Send the plan"), .. At("due1", 5)]);
        await Desk.AdvanceAsync(TimeSpan.FromHours(4.5), TimeSpan.FromMinutes(45));
        var reminder = await Desk.SeesAsync(Dana, "Send the plan", n => n.Buttons.Contains("Done"));
        await App.CommandAsync(Dana, Room.Triage, "case ACME-1 promises");
        var promises = await Desk.SeesAsync(Dana, "Promises on ACME-1");
        promises.Words.ShouldContain("Send the plan");
        promises.Words.ShouldContain("Look again at what the briefing with engineering agreed");
        var thread = await Desk.ShowsAsync(Room.Triage, "what came out of the briefing", n => n.Root is not null);
        (await Desk.Records.ListAsync("select m.message_id from commitments w join promises p on p.id = w.promise_id join messages m on m.anchor = w.anchor where p.reason = 'Send the plan'"))
            .ShouldBe([thread.Id]);
        await App.CommandAsync(Dana, Room.Triage, "liaison meeting ACME-1");
        await App.PressAsync(Dana, await Desk.SeesAsync(Dana, "Meetings on ACME-1"), "Done");
        await Desk.SeesAsync(Dana, "Done on ACME-1, and counted.");
        (await Desk.Records.ListAsync("select reason || ' ' || state from promises where kind = 'ActionItem' and fulfilled_at is not null")).ShouldBe(["Send the plan Kept"]);
        reminder.Words.ShouldContain("ACME-1");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_joint_session_is_recorded_only_with_their_permission_and_stands_in_their_record(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison meeting ACME-1");
        var arrange = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "Meetings on ACME-1"), "Arrange a meeting");
        (await arrange.SubmitAsync(
            [("What is it?", "A joint session on a shared screen"), .. At("at", -1), ("Is it recorded?", "It is recorded; the customer agreed")])).Said.ShouldContain("That time has passed.");
        (await arrange.SubmitAsync([.. At("at", 1), ("The call's address", "the usual")])).Said.ShouldContain("Write the whole address");
        (await arrange.SubmitAsync(("The call's address", "https://meet.example.com/abc"))).Said.ShouldContain("Say who at the customer agreed that it is recorded.");
        (await arrange.SubmitAsync(("Who at the customer agreed to the recording?", "Ada Byrne"))).Taken.ShouldBeTrue();
        (await Desk.ShowsAsync(Room.Triage, "joint session", n => n.Root is not null)).Words.ShouldContain("yes; Ada Byrne agreed");

        await App.CommandAsync(Dana, Room.Triage, "liaison meeting ACME-1");
        var page = await Desk.SeesAsync(Dana, "joint session with the customer", n => n.Buttons.Contains("Invite the customer"));
        var invite = await App.OpenAsync(Dana, page, "Invite the customer");
        (await invite.SubmitAsync(("The invitation", "So that it won't happen again."))).Said.ShouldContain("You write 'won't happen again'");
        (await invite.SubmitAsync(("The invitation", "We would like to meet with you about this on Monday."))).Sent.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "The customer will read exactly this:");
        (await invite.SubmitAsync()).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Acme, "We would like to meet with you about this on");

        await MinutesAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison meeting ACME-1");
        var held = await Desk.SeesAsync(Dana, "The customer has not been told yet", n => n.Buttons.Contains("Tick it off"));
        var tell = await App.OpenAsync(Dana, held, "Tell the customer");
        (await tell.SubmitAsync(("How do they hear it?", "They were there and heard it"))).Taken.ShouldBeTrue();
        await App.CommandAsync(Dana, Room.Triage, "liaison log ACME video");
        (await Desk.SeesAsync(Dana, "Acme Ltd: what was said (Video)")).Words.ShouldContain("Agreed on all. [ACME-1]");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Whoever_meets_is_handed_the_pack_before_it_and_has_time_for_the_minutes(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Priya, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await ArrangeAsync("A briefing with engineering", 2);
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(100), TimeSpan.FromMinutes(20));
        App.DirectMessagesOf(Priya).ShouldNotContain(n => n.Says("begins at"));
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(4));
        foreach (var person in new[] { Priya, Dana })
        {
            await Desk.SeesAsync(person, "ACME-1: the briefing with engineering begins at", n => n.Buttons.Contains("Read the pack"));
        }

        await Desk.AdvanceAsync(TimeSpan.FromMinutes(80), TimeSpan.FromMinutes(20));
        await MinutesAsync();
        (await Desk.Records.ListAsync("select state from promises where reason like 'Hold the briefing%'")).ShouldBe(["Kept"], "nobody is late for having met");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_shared_document_goes_with_the_meeting_and_to_the_customer_only_when_it_is_ticked(string platform)
    {
        const string plan = "https://docs.example.com/" + Inside;
        await OpenDeskAsync(platform);
        await App.PressAsync(Priya, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var arrange = await App.OpenAsync(Dana, await MeetingsAsync("Arrange a meeting"), "Arrange a meeting");
        (await arrange.SubmitAsync([("What is it?", "A meeting with the customer"), .. At("at", 2), ("What for?", "Find a way out"), ("The shared document", "our wiki")]))
            .Said.ShouldContain("Write the whole address, such as https://docs.example.com/plan, or leave it out.");
        arrange.Typed("What for?").ShouldBe("Find a way out");
        arrange.Typed("The shared document").ShouldBe("our wiki");
        (await arrange.SubmitAsync(("The shared document", plan))).Taken.ShouldBeTrue();
        (await Desk.ShowsAsync(Room.Triage, "meeting with the customer", n => n.Root is not null && n.Buttons.Contains("Open the document"))).Raw.ShouldContain(plan);
        var page = await MeetingsAsync("Open the document");
        await App.PressAsync(Dana, page, "Read the pack");
        (await Desk.SeesAsync(Dana, "Pack: meeting with the customer on ACME-1", n => n.Buttons.Contains("Open the document"))).Raw.ShouldContain(plan);

        // Left unticked it is not named; the story checks that no payload of the customer's ever held it.
        var invite = await App.OpenAsync(Dana, page, "Invite the customer");
        invite.Typed("The invitation").ShouldNotContain("docs.example.com");
        (await invite.SubmitAsync()).Sent.ShouldBeTrue();
        await SendAsync(invite);
        (await Desk.ShowsAsync(Room.Acme, "We would like to meet with you about this on")).Words.ShouldNotContain("docs.example.com");

        await Desk.AdvanceAsync(TimeSpan.FromMinutes(108), TimeSpan.FromMinutes(4));
        (await Desk.SeesAsync(Priya, "ACME-1: the meeting with the customer begins at", n => n.Buttons.Contains("Open the document"))).Raw.ShouldContain(plan);
        var minutes = await App.OpenAsync(Dana, await MeetingsAsync("Write the minutes"), "Write the minutes");
        minutes.Typed("The shared document").ShouldBe(plan);
        (await minutes.SubmitAsync(
            ("What was agreed?", "Agreed on all."), ("How does the customer see it?", "Worried"), ("What limits us, technically?", "Nothing"), ("The shared document", "wiki/plan")))
            .Said.ShouldContain("Write the whole address");
        minutes.Typed("What was agreed?").ShouldBe("Agreed on all.");
        (await minutes.SubmitAsync(("The shared document", plan + "-2"))).Taken.ShouldBeTrue();
        (await Desk.SeesAsync(Priya, "ACME-1: what came out of the meeting with the customer", n => n.Buttons.Contains("Open the document"))).Raw.ShouldContain(plan + "-2");
        (await MeetingsAsync("Tell the customer")).Raw.ShouldContain(plan + "-2");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task An_invitation_names_the_shared_document_when_that_is_ticked(string platform)
    {
        const string plan = "https://docs.example.com/plan";
        await OpenTakenAsync(platform);
        var arrange = await App.OpenAsync(Dana, await MeetingsAsync("Arrange a meeting"), "Arrange a meeting");
        (await arrange.SubmitAsync([("What is it?", "A joint session on a shared screen"), .. At("at", 2), ("The shared document", plan)])).Taken.ShouldBeTrue();
        var invite = await App.OpenAsync(Dana, await MeetingsAsync("Invite the customer"), "Invite the customer");
        (await invite.SubmitAsync(("The shared document", "The customer may have it: name it in the invitation"))).Sent.ShouldBeTrue();
        Seen(invite, "The customer will read exactly this:", $"The document that we work on together: {plan}");
        App.In(Room.Acme).ShouldNotContain(n => n.Says("docs.example.com"), "it is seen before it is sent");
        await SendAsync(invite);
        (await Desk.ShowsAsync(Room.Acme, "We would like to meet with you about this on")).Words.ShouldContain(plan);
    }

    private async Task<Note> MeetingsAsync(string button)
    {
        await Desk.SettleAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison meeting ACME-1");
        return await Desk.SeesAsync(Dana, "Meetings on ACME-1", n => n.Buttons.Contains(button));
    }

    private async Task ArrangeAsync(string kind, double hours)
    {
        await App.CommandAsync(Dana, Room.Triage, "liaison meeting ACME-1");
        var arrange = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "Meetings on ACME-1"), "Arrange a meeting");
        arrange.Typed("What is to be asked?").ShouldContain("Steps to see it?");
        var sent = await arrange.SubmitAsync(
            [("What is it?", kind), .. At("at", hours), ("What for?", "Find a way out"), ("What is to be asked?", "Steps to see it?\nCan it be done by Friday?")]);
        sent.Taken.ShouldBeTrue(sent.Said);
    }

    private async Task MinutesAsync(params (string, string)[] more)
    {
        await Desk.SettleAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison meeting ACME-1");
        var minutes = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "Meetings on ACME-1", n => n.Buttons.Contains("Write the minutes")), "Write the minutes");
        var sent = await minutes.SubmitAsync(
            [("What was agreed?", "Agreed on all."), ("How does the customer see it?", "Worried"), ("What limits us, technically?", "Nothing"), .. more]);
        sent.Taken.ShouldBeTrue(sent.Said);
    }

    /// <summary>A moment some hours from now, as this client's person fills it in.</summary>
    private (string, string)[] At(string field, double hours, SamplePerson? who = null)
    {
        var at = Desk.Clock.GetUtcNow().AddHours(hours);
        if (App.Key == "slack")
        {
            return [(field, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))];
        }

        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById((who ?? Dana).TimeZone));
        return [(field, local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), (field + "__time", local.ToString("HH:mm", CultureInfo.InvariantCulture))];
    }
}
