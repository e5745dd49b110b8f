using ChatLiaison.Playground;
using ChatLiaison.TestKit.Chat;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

/// <summary>The case's own signs name the scenario, which is walked from the card to its stated end: what is said, and what is owed by it.</summary>
public sealed class When_a_suggested_scenario_is_walked : Story
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_frustrated_customer_is_heard_and_what_was_taken_on_is_owed_and_kept(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.Records.RunAsync("update cases set sentiment = 'frustrated'");
        var walk = await SuggestedAsync("Customer is frustrated");
        await SayAsync(walk, "Step 1 of 4: Listen and acknowledge", "I can see why this is frustrating, Ada. You should not have had to deal with three broken exports.",
            ("What has upset them most?", "three broken exports"));
        await SayAsync(walk, "Step 2 of 4: Show that you see what it means", "I understand what this does to your work: Orders wait.", ("What does it do to their work?", "Orders wait."));
        await SayAsync(walk, "Step 3 of 4: Take it on", "This is what I do now: I watch tonight's export. I see to it personally",
            [("What will you do yourself?", "I watch tonight's export."), .. App.Moment(Dana, "ownership_own_by", Desk.Clock.GetUtcNow().AddHours(6))]);
        (await Desk.Records.ListAsync("select p.reason || ' ' || p.state || ' ' || o.name from promises p join people o on o.id = p.owner_id where p.kind = 'Personal'"))
            .ShouldBe(["I watch tonight's export. Running Dana Park"]);
        await Desk.SeesAsync(Dana, "Step 4 of 4: Where it was left");
        (await walk.SubmitAsync(("What would put it right for them, and did they accept it?", $"{Inside} a call each morning; yes"))).Sent.ShouldBeTrue();
        (await Desk.Records.ListAsync("select ended from scenario_walks where finished_at is not null")).ShouldBe([$"{Inside} a call each morning; yes"]);

        await UpdateAsync(Dana, "Tonight's export went through.", ("Which promises do these words keep?", "I watch tonight's export."));
        (await Desk.Records.ListAsync("select state from promises where kind = 'Personal'")).ShouldBe(["Kept"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_security_concern_is_kept_small_and_the_customer_hears_of_it_alone(string platform)
    {
        await OpenDeskAsync(platform);
        await App.AddAppAsync(Ada);
        var triage = await TakeDownAsync("Somebody else's orders are in our export");
        await App.PressAsync(Dana, triage, "Take");
        await Desk.SettleAsync();
        var climb = await App.OpenAsync(Dana, Triage(), "Escalate");
        (await climb.SubmitAsync(("Why does it move up?", "Security or compliance"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, "A restricted case", n => n.Root is null);
        (await Desk.Records.ListAsync("select restricted::text from cases")).ShouldBe(["true"]);

        // Its card in the room leads nowhere for others; Dana, who held it, is shown it, and it suggests the scenario.
        await App.CommandAsync(Dana, Room.Triage, "case ACME-1");
        var walk = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "ACME-1", n => n.Buttons.Contains("Walk: Security or compliance")), "Walk: Security or compliance");
        await Desk.SeesAsync(Dana, "Step 1 of 4: Keep it small");
        (await walk.SubmitAsync(("What is feared to have happened?", $"{Inside} rows of Globex"), ("What kind of data or duty does it touch?", "Personal data"), ("Is it still going on?", "Not known"))).Sent.ShouldBeTrue();
        await SayAsync(walk, "Step 2 of 4: Who has to know", "We treat this in confidence, only the people who must know do", alone: true, ("Who of ours knows by now?", $"{Inside} Grace and Dana"));
        (await Desk.Records.ListAsync("select reason || ' ' || state from promises where kind = 'Personal'")).ShouldBe(["Tell Ada what we know so far about ACME-1. Running"]);
        await Desk.SeesAsync(Dana, "Step 3 of 4: What was found");
        (await walk.SubmitAsync(("What is established, without guesses?", $"{Inside} two rows, one day"))).Sent.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "Step 4 of 4: How it was settled");
        (await walk.SubmitAsync(("What was agreed with the customer, and who approved it?", $"{Inside} a letter; Grace"))).Sent.ShouldBeTrue();
        (await Desk.Records.ListAsync("select ended from scenario_walks where finished_at is not null")).ShouldBe([$"{Inside} a letter; Grace"]);
        await Desk.SettleAsync();
        App.In(Room.Triage).ShouldNotContain(n => n.Says(Inside), "no room hears of it");
        App.SeenBy(Lee).ShouldNotContain(n => n.Says(Inside));

        await App.CommandAsync(Dana, Room.Triage, "case ACME-1 promises");
        await App.PressAsync(Dana, await Desk.SeesAsync(Dana, "Promises on ACME-1", n => n.Buttons.Contains("Done")), "Done");
        await Desk.SeesAsync(Dana, "Done on ACME-1, and counted.");
        (await Desk.Records.ListAsync("select state from promises where kind = 'Personal'")).ShouldBe(["Kept"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_threat_to_cancel_goes_from_the_reason_to_the_agreement_with_management_calling(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var climb = await App.OpenAsync(Dana, Triage(), "Escalate");
        (await climb.SubmitAsync(("Why does it move up?", "The customer threatens to leave"))).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
        var walk = await SuggestedAsync("Threat to cancel");
        await SayAsync(walk, "Step 1 of 4: What is behind it", "Thank you for being open with me, Ada.", ("What would make them leave?", $"{Inside} the third outage"));
        await SayAsync(walk, "Step 2 of 4: Bring in management", "Grace Lindqvist will call you, Ada, at",
            [("Who of our management speaks to them?", "Grace"), .. App.Moment(Dana, "management_call_at", Desk.Clock.GetUtcNow().AddHours(4))]);
        (await Desk.Records.ListAsync("select p.reason || ' ' || o.name from promises p join people o on o.id = p.owner_id where p.kind = 'Personal'"))
            .ShouldBe(["Grace Lindqvist speaks to Ada about ACME-1. Grace Lindqvist"]);
        await Desk.SeesAsync(Dana, "Step 3 of 4: What we can do");
        (await walk.SubmitAsync(("What do we offer, and who approved it?", $"{Inside} two months; Walter"))).Sent.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "Step 4 of 4: How it was left");
        (await walk.SubmitAsync(("What was agreed?", $"{Inside} they stay"))).Sent.ShouldBeTrue();
        await App.CommandAsync(Grace, Room.Triage, "case ACME-1 promises");
        await App.PressAsync(Grace, await Desk.SeesAsync(Grace, "Promises on ACME-1", n => n.Buttons.Contains("Done")), "Done");
        await Desk.SeesAsync(Grace, "Done on ACME-1, and counted.");
        (await Desk.Records.ListAsync("select ended from scenario_walks where finished_at is not null")).ShouldBe([$"{Inside} they stay"]);
        (await Desk.Records.ListAsync("select state from promises where kind = 'Personal'")).ShouldBe(["Kept"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task With_the_owner_away_the_stand_in_takes_it_to_the_hand_back(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await App.CommandAsync(Dana, Room.Triage, "liaison away until Wednesday 9:00 cover @Priya Raman");
        await App.PressAsync(Dana, await Desk.SeesAsync(Dana, "Away from"), "Yes, I'm away");
        await App.SayAsync(Ada, Room.Acme, "Any news?", Card());
        var walk = await SuggestedAsync("Owner is away", Priya);
        await Desk.SeesAsync(Priya, "Step 1 of 3: How the case stands");
        (await walk.SubmitAsync(("What was promised to them and is still open?", "An answer by noon."))).Sent.ShouldBeTrue();
        await SayAsync(walk, "Step 2 of 3: Tell the customer who is there",
            "Hello Ada, Priya Raman looks after ACME-1 while your usual contact is away, and knows all you told us. What we promised stands: An answer by noon.",
            ("Who looks after it meanwhile?", "Priya Raman"));
        await Desk.SeesAsync(Priya, "Step 3 of 3: Handed over");
        (await walk.SubmitAsync(("Who has it now, and what do they do next?", $"{Inside} Priya, reads the log"))).Sent.ShouldBeTrue();
        (await Desk.Records.ListAsync("select ended from scenario_walks where finished_at is not null")).ShouldBe([$"{Inside} Priya, reads the log"]);
        await App.CommandAsync(Priya, Room.Triage, "case ACME-1 promises");
        await App.PressAsync(Priya, await Desk.SeesAsync(Priya, "Hand ACME-1 back with what happened meanwhile.", n => n.Buttons.Contains("Done")), "Done");
        await Desk.SeesAsync(Priya, "Done on ACME-1, and counted.");
        (await Desk.Records.ListAsync("select reason || ' ' || state from promises where kind = 'Personal'")).ShouldContain("Hand ACME-1 back with what happened meanwhile. Kept");
    }

    /// <summary>The case's own card names the scenario that fits and opens it.</summary>
    private async Task<Dialog> SuggestedAsync(string title, SamplePerson? by = null)
    {
        await App.CommandAsync(by ?? Dana, Room.Triage, "case ACME-1");
        var card = await Desk.SeesAsync(by ?? Dana, "ACME-1", n => n.Buttons.Contains($"Walk: {title}"));
        return await App.OpenAsync(by ?? Dana, card, $"Walk: {title}");
    }

    /// <summary>Takes a step that says something: what the customer will read is seen first, and reaches them when it is confirmed.</summary>
    private Task SayAsync(Dialog walk, string step, string words, params (string, string)[] answers) => SayAsync(walk, step, words, alone: false, answers);

    private async Task SayAsync(Dialog walk, string step, string words, bool alone, params (string, string)[] answers)
    {
        await Desk.SeesAsync(walk.Who, step);
        var shown = await walk.SubmitAsync(answers);
        shown.Sent.ShouldBeTrue(shown.Said);
        await Desk.SeesAsync(walk.Who, "The customer will read exactly this:", n => n.Says(words));
        App.In(Room.Acme).Concat(App.DirectMessagesOf(Ada)).ShouldNotContain(n => n.Says(words), "it is seen before it goes");
        (await walk.SubmitAsync()).Sent.ShouldBeTrue();
        if (alone)
        {
            await Desk.SeesAsync(Ada, words, n => App.DirectMessagesOf(Ada).Any(m => m.Id == n.Id));
            App.In(Room.Acme).ShouldNotContain(n => n.Says(words));
        }
        else
        {
            await Desk.ShowsAsync(Room.Acme, words, n => n.Root is not null);
        }
    }
}
