using ChatLiaison.Playground;
using ChatLiaison.TestKit.Chat;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_a_scenario_is_walked : Story
{
    private const string Say = "What do you say?";
    private const string Skip = "Leave this step out, because";

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task It_asks_step_by_step_can_be_left_and_ends_at_its_stated_end(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var walk = await WalkAsync("not-a-bug");
        await Desk.SeesAsync(Dana, "Step 1 of 4: What they expected");
        await walk.SubmitAsync();
        await Desk.SeesAsync(Dana, "This step needs an answer here, or a reason why it is left out.");
        await walk.SubmitAsync(("What did they expect to happen?", $"{Inside} a file"), ("Is it documented to work as it does?", "Partly"));
        await Desk.SeesAsync(Dana, "Step 2 of 4: Evidence");

        // Left, and taken up again by somebody else where it was.
        var again = await WalkAsync("not-a-bug", Priya);
        await Desk.SeesAsync(Priya, "Step 2 of 4: Evidence");
        await again.SubmitAsync(("What do we have in hand?", "Logs"));
        await Desk.SeesAsync(Priya, "The words for the customer need this.");
        await again.SubmitAsync(("What would still help us see it?", "your browser's console"));
        await Desk.SeesAsync(Priya, "could you send us your browser's console?");
        App.In(Room.Acme).ShouldNotContain(n => n.Says("your browser's console"), "it is seen before it goes");
        await again.SubmitAsync();
        (await Desk.ShowsAsync(Room.Acme, "Hello Ada, so that we look at exactly what you look at: could you send us your browser's console?")).Root.ShouldBe(Card().Id);
        await Desk.SeesAsync(Priya, "Step 3 of 4: A look together");

        var skipped = await again.SubmitAsync((Skip, $"{Inside} they are on a train"));
        skipped.Sent.ShouldBeTrue(skipped.Said);
        await Desk.SeesAsync(Priya, "Step 4 of 4: What was agreed");
        await again.SubmitAsync(("What did you agree on?", "they use the new export"), (Say, "Nothing now"));
        await Desk.ShowsAsync(Room.Triage, "they use the new export", n => n.Root is null);
        (await Desk.Records.ListAsync("select ended from scenario_walks where finished_at is not null")).ShouldBe(["they use the new export"]);
        (await Desk.Records.ListAsync("select step || ': ' || coalesce(skipped, 'done') from scenario_steps order by at, step")).ShouldContain($"session: {Inside} they are on a train");
        await App.CommandAsync(Dana, Room.Triage, "case ACME-1 log");
        await Desk.SeesAsync(Dana, "It's not a bug ended: they use the new export");

        // It comes up again: a second walk, and the first stays on record.
        var more = await WalkAsync("not-a-bug", again: "Again: ");
        (await Desk.SeesAsync(Dana, "Step 1 of 4: What they expected", n => n.Says("Once more"))).Words.ShouldContain("they use the new export");
        await more.SubmitAsync(("What did they expect to happen?", "another file"), ("Is it documented to work as it does?", "Partly"));
        await Desk.SeesAsync(Dana, "Step 2 of 4: Evidence");
        (await Desk.Records.ListAsync("select number || ' ' || by_name || ' ' || ended from scenario_walks order by number")).ShouldBe(["1 Dana Park they use the new export", "2 Dana Park "]);
        (await Desk.Records.ListAsync("select number || ' ' || step from scenario_steps where step = 'expected' order by number")).Count.ShouldBe(2);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_look_together_is_a_meeting_with_its_pack_minutes_and_consent(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await Desk.Records.RunAsync("update cases set details = details || '{\"files\": [{\"name\": \"shot.png\", \"url\": \"https://files.example/shot.png\", \"kind\": \"image\"}]}'::jsonb");
        var walk = await WalkAsync("not-a-bug");
        await walk.SubmitAsync(("What did they expect to happen?", "a file"), ("Is it documented to work as it does?", "Partly"));
        await Desk.SeesAsync(Dana, "Files of the case", n => n.Says("shot.png"));
        await walk.SubmitAsync(("What do we have in hand?", "Screenshots"), ("Which of the case's files show it?", "shot.png"), (Say, "Nothing now"));
        await Desk.SeesAsync(Dana, "Step 3 of 4: A look together");
        (string, string)[] look = [("What does it cost them as long as it stays like this?", "two hours a day"), .. App.Moment(Dana, "session_session", Desk.Clock.GetUtcNow().AddHours(20)), (Say, "Nothing now")];
        (await walk.SubmitAsync([.. look, ("Where? The call's address", "room 5")])).Said.ShouldContain("Write the whole address, such as https://meet.example.com/abc, or leave it out.");
        (await walk.SubmitAsync(("Where? The call's address", "https://meet.example.com/abc"), ("If it is recorded: who of theirs agreed to that?", "Ada Byrne"))).Sent.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "Step 4 of 4: What was agreed");

        (await Desk.Records.ListAsync("select kind || ' ' || purpose || ' ' || link || ' ' || recording || ' ' || scheduled_by from meetings"))
            .ShouldBe(["Session It's not a bug: A look together https://meet.example.com/abc Ada Byrne Dana Park"]);
        (await Desk.Records.ListAsync("select answers->>'files' from scenario_steps where step = 'evidence'")).ShouldBe(["shot.png"]);
        var arranged = await Desk.ShowsAsync(Room.Triage, "joint session with the customer", n => n.Root is not null && n.Buttons.Contains("Join"));
        arranged.Words.ShouldContain("yes; Ada Byrne agreed");
        await App.PressAsync(Dana, arranged, "Read the pack");
        (await Desk.SeesAsync(Dana, "Pack: joint session with the customer on ACME-1")).Buttons.ShouldContain("Write the minutes");
        await App.CommandAsync(Dana, Room.Triage, "cases promises mine");
        await Desk.SeesAsync(Dana, "What you owe", n => n.Says("Hold the joint session with the customer and write its minutes") && n.Buttons.Contains("Write the minutes"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_it_leaves_owed_is_a_promise_of_whoever_took_the_step(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var walk = await WalkAsync("owner-away", Priya);
        await walk.SubmitAsync(("What was promised to them and is still open?", "An answer by noon."));
        await Desk.SeesAsync(Priya, "Step 2 of 3: Tell the customer who is there");
        await walk.SubmitAsync(("Who looks after it meanwhile?", "Priya Raman"));
        await Desk.SeesAsync(Priya, "The customer will read exactly this:");
        var sent = await walk.SubmitAsync();
        sent.Sent.ShouldBeTrue(sent.Said);
        await Desk.ShowsAsync(Room.Acme, "Priya Raman looks after ACME-1 while your usual contact is away");
        (await Desk.Records.ListAsync("select p.reason || ' ' || o.name from promises p join people o on o.id = p.owner_id where p.kind = 'Personal'"))
            .ShouldBe(["Hand ACME-1 back with what happened meanwhile. Priya Raman"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_day_that_the_customer_was_told_is_when_it_is_owed_and_it_lies_ahead(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        var walk = await WalkAsync("feature-request");
        await walk.SubmitAsync(("What do they want to get done?", "export on Sundays"), ("How do they do it today?", "by hand"), (Say, "Nothing now"));
        await Desk.SeesAsync(Dana, "Step 2 of 3: What they can expect");
        (await walk.SubmitAsync([.. App.Moment(Dana, "expectation_considered_by", Desk.Clock.GetUtcNow().AddDays(-1)), ("Or in your own words", "You hear from me.")]))
            .Said.ShouldContain("That time has passed. Choose one that lies ahead.");
        walk.Typed("Or in your own words").ShouldBe("You hear from me.");
        (await walk.SubmitAsync([.. App.Moment(Dana, "expectation_considered_by", Desk.Clock.GetUtcNow().AddDays(3)), ("Or in your own words", "It will never happen again.")]))
            .Said.ShouldContain("You write 'never happen again'");
        await walk.SubmitAsync([("Or in your own words", "")]);
        await Desk.SeesAsync(Dana, "The customer will read exactly this:");
        await walk.SubmitAsync();
        await Desk.ShowsAsync(Room.Acme, "I have passed it on to our product team.");
        (await Desk.Records.ListAsync("select round(extract(epoch from due_at - started_at) / 86400)::text from promises where kind = 'Personal'")).ShouldBe(["3"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_case_s_own_signs_suggest_it(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync();
        await Desk.Records.RunAsync("update cases set type = 'account-access'");
        await App.CommandAsync(Dana, Room.Triage, "liaison scenario ACME-1");
        await Desk.SeesAsync(Dana, "Scenarios for ACME-1", n => n.Says("Account access: suggested"));
        await App.CommandAsync(Dana, Room.Triage, "liaison scenario ACME-1 horoscope");
        await Desk.SeesAsync(Dana, "There is no scenario horoscope.");
        await App.PressAsync(Dana, Triage(), "Acknowledge");
        await Desk.ShowsAsync(Room.Triage, "Acknowledged", n => n.Root is null && n.Buttons.Contains("Walk: Account access"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_manager_who_is_named_is_reminded_to_call(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        var walk = await WalkAsync("cancel-threat");
        await walk.SubmitAsync(("What would make them leave?", "the third outage"), (Say, "Nothing now"));
        await Desk.SeesAsync(Dana, "Step 2 of 4: Bring in management");
        (string, string)[] call = [("Who of our management speaks to them?", "Gracie"), .. App.Moment(Dana, "management_call_at", Desk.Clock.GetUtcNow().AddHours(4)), (Say, "Nothing now")];
        (await walk.SubmitAsync(call)).Said.ShouldContain("Nobody here is called Gracie.");
        (await walk.SubmitAsync(("Who of our management speaks to them?", "grace"))).Sent.ShouldBeTrue();
        await Desk.AdvanceAsync(TimeSpan.FromHours(3.5), TimeSpan.FromMinutes(30));
        await Desk.SettleAsync();
        App.DirectMessagesOf(Grace).ShouldContain(n => n.Says($"{Grace.Name} speaks to Ada about ACME-1 by"));
        App.DirectMessagesOf(Dana).ShouldNotContain(n => n.Says($"{Grace.Name} speaks to Ada about ACME-1 by"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task An_owner_who_is_away_is_a_sign_and_an_ended_case_takes_no_step(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        Triage().Buttons.ShouldNotContain("Walk: Owner is away");
        await App.CommandAsync(Dana, Room.Triage, "liaison away until Wednesday 9:00 cover @Lee Osei");
        await App.PressAsync(Dana, await Desk.SeesAsync(Dana, "Away from"), "Yes, I'm away");
        await App.SayAsync(Ada, Room.Acme, "Any news?", Card());
        await Desk.ShowsAsync(Room.Triage, "1 new from the customer", n => n.Root is null && n.Buttons.Contains("Walk: Owner is away"));

        var walk = await WalkAsync("owner-away", Priya);
        await Desk.Records.RunAsync("update cases set status = 'Closed', closed_at = opened_at");
        await walk.SubmitAsync(("What was promised to them and is still open?", "An answer by noon."));
        await Desk.SeesAsync(Priya, "ACME-1 is closed. Open a new case with /escalate and name this one in it.");
        (await Desk.Records.ListAsync("select step from scenario_steps")).ShouldBeEmpty();
    }

    /// <summary>The card of the case leads to all scenarios; each opens its next step.</summary>
    private async Task<Dialog> WalkAsync(string key, SamplePerson? by = null, string again = "")
    {
        var who = by ?? Dana;
        var button = again + key switch { "not-a-bug" => "It's not a bug", "feature-request" => "Feature request", "cancel-threat" => "Threat to cancel", _ => "Owner is away" };
        await Desk.SettleAsync();
        await App.PressAsync(who, Triage(), "All scenarios");
        return await App.OpenAsync(who, await Desk.SeesAsync(who, "Scenarios for ACME-1", n => n.Buttons.Contains(button)), button);
    }
}
