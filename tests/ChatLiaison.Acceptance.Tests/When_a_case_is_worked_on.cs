using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_a_case_is_worked_on : Story
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task It_goes_from_acknowledged_to_closed(string platform)
    {
        await OpenDeskAsync(platform);
        var triage = await TakeDownAsync();
        await App.PressAsync(Priya, triage, "Acknowledge");
        await Desk.SeesAsync(Priya, "ACME-1 is acknowledged.");
        (await PromisesAsync("Running")).ShouldNotContain("Acknowledge");
        await App.PressAsync(Dana, Triage(), "Take");
        await Desk.ShowsAsync(Room.Acme, "Dana Park", n => n.Root is null);

        await UpdateAsync(Dana, "We found the cause.", ("When do they hear next?", "In 2 hours"));
        (await Desk.ShowsAsync(Room.Acme, "We found the cause.")).Root.ShouldBe(Card().Id);
        await Desk.ShowsAsync(Room.Acme, "You will hear from us next by", n => n.Root is null);
        (await PromisesAsync("Running")).ShouldContain("StatusUpdate");

        var asked = await ResolveAsync();
        asked.Words.ShouldContain("Does it work for you now?");
        await App.PressAsync(Ada, asked, "It works");
        await Desk.SeesAsync(Ada, "Thank you for telling us.");
        await FollowUpAsync();
        await Desk.SettleAsync();
        await App.PressAsync(Dana, Triage(), "Close");
        await Desk.ShowsAsync(Room.Triage, "Closed", n => n.Root is null);
        (await CasesAsync()).ShouldBe(["ACME-1 Closed P3"]);
        (await PromisesAsync("Running")).ShouldBeEmpty();
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_customers_answer_ends_a_wait(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var question = await WaitAsync("Which browser is it?");
        (await CasesAsync()).ShouldBe(["ACME-1 WaitingOnCustomer P3"]);
        (await PromisesAsync("Paused")).ShouldContain("Resolve");

        await App.SayAsync(Ada, Room.Acme, "It is Firefox", question);
        await Desk.ShowsAsync(Room.Triage, "It is Firefox", n => n.Root is not null);
        (await CasesAsync())[0].ShouldNotContain("Waiting");
        (await PromisesAsync("Running")).ShouldContain("Resolve");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_case_that_is_not_fixed_comes_back(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var asked = await ResolveAsync();
        var broken = await App.OpenAsync(Ada, asked, "Not fixed");
        (await broken.SubmitAsync(("What is still wrong?", "It hangs again"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, "It hangs again", n => n.Root is not null);
        (await CasesAsync())[0].ShouldNotContain("Resolved");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_resolved_case_closes_by_itself_after_its_grace(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await App.PressAsync(Ada, await ResolveAsync(), "It works");
        await FollowUpAsync();
        await Desk.AdvanceAsync(TimeSpan.FromDays(8), TimeSpan.FromDays(2));
        (await CasesAsync()).ShouldBe(["ACME-1 Closed P3"]);
        (await PromisesAsync("Running")).ShouldBeEmpty();
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_customer_confirms_and_corrects_what_was_understood(string platform)
    {
        await OpenDeskAsync(platform);
        var report = await App.EscalateAsync(Dana, Room.Acme, "The export hangs");
        await App.UnfoldAsync(report, "Add more detail");
        (await report.SubmitAsync(
            ("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today"), ("What does it mean for the business?", $"{Inside} orders wait"),
            ("What would a fix look like?", "A file by six"))).Taken.ShouldBeTrue();
        var card = await Desk.ShowsAsync(Room.Acme, "ACME-1");
        card.Words.ShouldContain("Some people or one part");
        card.Words.ShouldContain("A file by six");
        await App.PressAsync(Dana, card, "That's right");
        await Desk.SeesAsync(Dana, "That is for the customer to say.");
        (await Desk.Records.ListAsync("select understanding from cases")).ShouldBe(["Unconfirmed"]);
        await App.PressAsync(Ada, Card(), "That's right");
        await Desk.ShowsAsync(Room.Acme, "You confirmed that this is what you need solved");
        var correct = await App.OpenAsync(Ada, Card(), "Correct it");
        correct.Typed("What is the problem, in your words?").ShouldBe("The export hangs");
        correct.Typed("What do you hope for?").ShouldBe("A file by six");
        (await correct.SubmitAsync(("What is the problem, in your words?", "The import hangs"), ("How much does it affect?", "Everything or everyone stands still"), ("What do you hope for?", "A file by five"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Acme, "ACME-1: The import hangs", n => n.Root is null && n.Says("A file by five") && n.Says("Everything or everyone stands still") && !n.Says("export"));
        await Desk.ShowsAsync(Room.Triage, "The import hangs", n => n.Root is null && !n.Says("The export hangs"));
        await Desk.ShowsAsync(Room.Triage, "The import hangs", n => n.Root is not null);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task It_is_triaged_in_one_form_and_shows_what_reads_like_it(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync("The nightly export hangs");
        await TakeDownAsync();
        Triage("ACME-2").Words.ShouldContain("The nightly export hangs");
        Triage("ACME-1").Words.ShouldNotContain("Reads like");
        var triage = await App.OpenAsync(Lee, Triage("ACME-2"), "Triage");
        await Desk.SeesAsync(Lee, "Proposed: P3, from impact Medium and urgency Medium.");
        await Desk.SeesAsync(Lee, "P1: somebody on it within 5 min, an answer within 30 min, an update at least every 30 min, solved within 6 h, round the clock");
        await Desk.SeesAsync(Lee, "P4: somebody on it within 15 min, an answer within 4 h, an update when there is something new, solved within 1 day, in business hours");
        triage.Typed("How pressing is it?").ShouldStartWith("P3: an answer within");
        (await triage.SubmitAsync(("priority", "P1"), ("type", "password-reset"))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Lee, "ACME-2 is triaged: P1. Somebody still has to take it.");
        await Desk.ShowsAsync(Room.Triage, "ACME-2 · P1", n => n.Root is null && n.Says("Lee Osei") && !n.Buttons.Contains("Triage"));
        (await CasesAsync()).ShouldBe(["ACME-1 New P3", "ACME-2 New P1"]);
        (await Desk.Records.ListAsync("select text from timeline where kind = 'Triaged'"))[0].ShouldStartWith("Lee Osei triaged the case: P1, ");
        (await Desk.Records.ListAsync("select type from cases where reference = 'ACME-2'")).ShouldBe(["password-reset"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_priority_is_overruled_and_its_promises_follow(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync();
        const string Due = "select to_char(due_at - started_at, 'HH24:MI') from promises where kind = 'Acknowledge'";
        (await Desk.Records.ListAsync(Due)).ShouldBe(["00:15"]);
        await App.CommandAsync(Dana, Room.Triage, "liaison priority ACME-1 P1");
        await Desk.ShowsAsync(Room.Triage, "ACME-1 · P1");
        (await CasesAsync()).ShouldBe(["ACME-1 New P1"]);
        (await Desk.Records.ListAsync(Due)).ShouldBe(["00:05"]);
        await Desk.ShowsAsync(Room.Acme, "P1", n => n.Root is null);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_promised_update_that_is_missed_is_nudged_and_broken(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await UpdateAsync(Dana, "We look into it.", ("When do they hear next?", "In 30 minutes"));
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(34), TimeSpan.FromMinutes(2));
        await Desk.SeesAsync(Dana, "send the promised update");
        (await PromisesAsync("Broken")).ShouldContain("StatusUpdate");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_resolved_case_is_followed_up_and_may_be_reopened(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await ResolveAsync();
        (await PromisesAsync("Running")).ShouldContain("FollowUp");
        await Desk.AdvanceAsync(TimeSpan.FromHours(25), TimeSpan.FromHours(5));
        await Desk.SeesAsync(Dana, "follow up with the customer");
        await App.PressAsync(Dana, Triage(), "Reopen");
        await Desk.ShowsAsync(Room.Triage, "Update customer", n => n.Root is null && n.Buttons.Contains("Resolve"));
        (await CasesAsync())[0].ShouldNotContain("Resolved");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Two_people_acknowledge_at_once_and_one_of_them_has_it(string platform)
    {
        await OpenDeskAsync(platform);
        var triage = await TakeDownAsync();
        await Task.WhenAll(App.PressAsync(Dana, triage, "Acknowledge"), App.PressAsync(Priya, triage, "Acknowledge"));
        await Desk.SettleAsync();
        (await Desk.Records.ListAsync("select actor from timeline where kind = 'Acknowledged'")).Count.ShouldBe(1);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_is_said_in_the_working_thread_stays_inside(string platform)
    {
        await OpenDeskAsync(platform);
        var triage = await TakeDownAsync();
        await App.PressAsync(Dana, triage, "Take");
        await App.SayAsync(Priya, Room.Triage, $"{Inside} they always break it themselves", triage);
        await Desk.SettleAsync();
        (await Desk.Records.ListAsync("select text from timeline where kind = 'Noted'")).ShouldContain(t => t.Contains(Inside));
        await ResolveAsync("Settled.");
        await App.CommandAsync(Ada, Room.Acme, "case ACME-1 log");
        await Desk.SettleAsync();
    }
}
