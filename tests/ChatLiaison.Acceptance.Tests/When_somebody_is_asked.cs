using ChatLiaison.Playground;
using ChatLiaison.TestKit.Chat;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_somebody_is_asked : Story
{
    /// <summary>A Monday on which London, New York and São Paulo are at work.</summary>
    private static readonly DateTimeOffset Afternoon = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_reminder_of_what_nobody_holds_says_why_them(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await TakeDownAsync();
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(10));
        (await Desk.SeesAsync(Dana, "ACME-1 (P3): acknowledge it by")).Words.ShouldContain("Why you: Acme Ltd's liaison, on call now, knows exports.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Whoever_is_on_call_is_woken_by_what_is_critical(string platform)
    {
        await OpenDeskAsync(platform, new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        await TakeDownCriticalAsync();
        await Desk.RunJobsAsync();
        (await Desk.SeesAsync(Dana, "ACME-1 (P1): acknowledge it")).Words.ShouldContain("on call now");
        App.DirectMessagesOf(Lee).ShouldBeEmpty();
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Whoever_declines_says_why_and_the_next_one_is_asked(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await TakeDownAsync();
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(10));
        await DeclineAsync(Dana, "ACME-1 (P3): acknowledge it by", $"{Inside} at the dentist");
        await Desk.SeesAsync(Dana, "ACME-1 goes to Lee Osei, who is asked now.");
        var asked = await Desk.SeesAsync(Lee, "ACME-1 needs you");
        asked.Words.ShouldContain("at work now");
        asked.Words.ShouldContain($"Dana Park can't take it: {Inside} at the dentist");
        var before = App.DirectMessagesOf(Dana).Count;
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(4));
        App.DirectMessagesOf(Dana).Count.ShouldBe(before, "whoever declined is reminded no more");
        await App.PressAsync(Lee, asked, "Take");
        await Desk.ShowsAsync(Room.Triage, "with Lee Osei");
        (await Desk.Records.ListAsync("select text from timeline where kind = 'Declined'")).ShouldHaveSingleItem().ShouldContain("Asked next: Lee Osei");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Declined_by_all_it_goes_up_at_once(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await TakeDownAsync();
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(10));
        await DeclineAsync(Dana, "ACME-1 (P3): acknowledge it by", "At the dentist");
        await DeclineAsync(Lee, "ACME-1 needs you", "On a train");
        await Desk.SeesAsync(Lee, "Nobody else of your level can be asked, so ACME-1 goes up to Priya Raman.");
        (await Desk.SeesAsync(Priya, "ACME-1 needs you")).Words.ShouldContain("Nobody of Liaison can take it.");
        await App.CommandAsync(Dana, Room.Triage, "liaison decline ACME-1");
        var again = platform == "slack"
            ? new Dialog(App, Dana)
            : await App.OpenAsync(Dana, await Desk.ShowsAsync(Room.Triage, "ACME-1: the button opens the form."), "Pass it on");
        (await again.SubmitAsync(("Why can't you take it?", "Still no"))).Said.ShouldContain("You declined ACME-1 once already.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Whoever_can_not_be_written_to_gives_way_at_once(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        App.Block(Priya);
        await EscalateAsync("It is beyond what I know");
        await Desk.SettleAsync();
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        (await Desk.SeesAsync(SamplePeople.Mateo, "ACME-1 needs you")).Words.ShouldContain("Why you");
        (await Desk.Records.ListAsync("select text from timeline where kind = 'Declined'")).ShouldHaveSingleItem().ShouldStartWith("Priya Raman can't be reached.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Whoever_is_reminded_in_place_of_somebody_reads_why_and_may_take_it(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await App.PressAsync(Dana, await TakeDownCriticalAsync(), "Take");
        await Desk.SettleAsync();

        // Blocked, so that whatever is tried again meanwhile finds it so; and asked for already, since Teams' answer to that does not tell.
        App.Block(Dana);
        await Desk.Records.RunAsync("insert into reach_checks (platform, user_id, checked_at) select platform, user_id, now() from person_identities on conflict do nothing");
        await Desk.Records.RunAsync("insert into unreachable_people (platform, user_id, since, reason) select platform, user_id, now(), 'gone' from person_identities where person_id = (select id from people where name = 'Dana Park')");
        await Desk.StopServersAsync();
        await Desk.StartServerAsync();
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(16));
        var reminder = await Desk.SeesAsync(Lee, "ACME-1 (P1): give the first response");
        reminder.Words.ShouldContain("Why you: Dana Park can't be reached.");
        await App.PressAsync(Lee, reminder, "Take");
        await Desk.ShowsAsync(Room.Triage, "with Lee Osei");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_went_on_to_somebody_else_in_the_night_is_not_told_in_the_morning(string platform)
    {
        await OpenDeskAsync(platform, new(2026, 11, 23, 22, 30, 0, TimeSpan.Zero));
        await TakeDownAsync();
        foreach (var person in new[] { "Dana Park", "Priya Raman" })
        {
            var form = await FormAsync(Grace, Room.Triage, "liaison assign ACME-1", "Assign");
            (await form.SubmitAsync(("Who takes it?", person))).Taken.ShouldBeTrue();
            await Desk.AdvanceAsync(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(10));
        }

        App.DirectMessagesOf(Priya).ShouldNotContain(n => n.Says("ACME-1 is yours"), "she sleeps");
        await Desk.AdvanceAsync(TimeSpan.FromHours(9), TimeSpan.FromMinutes(30));
        await Desk.SeesAsync(Priya, "ACME-1 is yours");
        App.DirectMessagesOf(Dana).ShouldNotContain(n => n.Says("ACME-1 is yours"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Whoever_gives_a_case_to_somebody_who_is_away_hears_where_it_goes(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await TakeDownAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison away until Wednesday 9:00");
        await App.PressAsync(Dana, await Desk.SeesAsync(Dana, "Away from"), "Yes, I'm away");
        await Desk.SeesAsync(Dana, "You are away from");
        await App.CommandAsync(Grace, Room.Triage, "liaison assign ACME-1");
        var form = platform == "slack" ? new Dialog(App, Grace) : await App.OpenAsync(Grace, await Desk.ShowsAsync(Room.Triage, "ACME-1: the button opens the form."), "Assign");
        (await form.SubmitAsync(("Who takes it?", "Dana Park (away)"))).Taken.ShouldBeTrue();
        await Desk.RunJobsAsync();
        (await Desk.SeesAsync(Grace, "ACME-1, which you gave away, goes on.")).Words.ShouldContain("Dana Park is away. Lee Osei is asked now.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Why_says_who_was_asked_who_would_be_next_and_who_would_not(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await TakeDownAsync();
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(10));
        await DeclineAsync(Dana, "ACME-1 (P3): acknowledge it by", "At the dentist");
        await App.CommandAsync(Lee, Room.Triage, "case ACME-1 why");
        var why = (await Desk.SeesAsync(Lee, "Who has it")).Words;
        why.ShouldContain("Dana Park of Liaison was asked.");
        why.ShouldContain("At the dentist");
        why.ShouldContain("Lee Osei of Liaison was asked. Why: at work now");
        why.ShouldContain("Next, if it moves up: Senior support: Priya Raman, 38 points: at work now (30), knows exports (8)");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_ladder_is_checked_in_the_chat(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await App.CommandAsync(Grace, Room.Triage, "liaison ladder check");
        var report = (await Desk.SeesAsync(Grace, "days reaches somebody")).Words;
        report.ShouldContain("Senior support");
        report.ShouldContain("22:00-07:00");
        report.ShouldContain("asleep: Priya Raman");
        await App.CommandAsync(Ada, Room.Acme, "liaison ladder check");
        await Desk.SettleAsync();
        App.SeenBy(Ada).ShouldNotContain(n => n.Says("Priya Raman"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Two_hold_it_while_engineering_is_on_it_and_each_knows_of_the_other(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        var (dana, mateo) = (Dana, SamplePeople.Mateo);
        await App.PressAsync(dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await EscalateAsync("It is a technical bug");
        var asked = await Desk.SeesAsync(mateo, "ACME-1 needs you");
        asked.Words.ShouldContain("Dana Park keeps the customer posted");
        await Desk.SeesAsync(dana, "ACME-1: Mateo Silva of engineering is on it with you");
        await App.PressAsync(mateo, asked, "I'm on it");
        await Desk.ShowsAsync(Room.Triage, "with Dana Park, engineering: Mateo Silva");
        foreach (var holder in new[] { dana, mateo })
        {
            await App.CommandAsync(holder, Room.Triage, "cases mine");
            await Desk.SeesAsync(holder, "with Dana Park and Mateo Silva (engineering)");
        }

        await Desk.AdvanceAsync(TimeSpan.FromHours(48), TimeSpan.FromHours(4));
        (await Desk.SeesAsync(dana, "resolve it", n => n.Says("ACME-1 (P3)"))).Words.ShouldContain("Mateo Silva of engineering finds the cause and the fix.");
        var reminder = await Desk.SeesAsync(mateo, "find the cause and the fix", n => n.Says("ACME-1 (P3)"));
        reminder.Words.ShouldContain("Dana Park keeps the customer posted.");

        await App.CommandAsync(mateo, Room.Triage, "liaison return ACME-1");
        var back = platform == "slack"
            ? new Dialog(App, mateo)
            : await App.OpenAsync(mateo, await Desk.ShowsAsync(Room.Triage, "ACME-1: the button opens the form."), "Give back");
        (await back.SubmitAsync(("What did you find, and what is to be done next?", $"{Inside} a full disk; it is cleared"))).Taken.ShouldBeTrue();
        (await Desk.SeesAsync(dana, "ACME-1 is back with you alone")).Words.ShouldContain("a full disk");
        (await Desk.ShowsAsync(Room.Triage, "with Dana Park")).Words.ShouldNotContain("engineering: Mateo Silva");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_is_not_critical_waits_for_the_morning_and_what_is_does_not(string platform)
    {
        await OpenDeskAsync(platform, new(2026, 11, 23, 21, 45, 0, TimeSpan.Zero));
        await App.PressAsync(Dana, await TakeDownAsync(urgency: "Now"), "Take");
        await App.PressAsync(Dana, await TakeDownCriticalAsync(), "Take");
        await Desk.SettleAsync();
        var before = App.DirectMessagesOf(Dana).Count;
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(5));
        App.DirectMessagesOf(Dana).Skip(before).ShouldAllBe(n => n.Says("ACME-2"), "only the critical one is worth a night's sleep");
        App.DirectMessagesOf(Dana).Count.ShouldBeGreaterThan(before);
    }

    private async Task DeclineAsync(SamplePerson who, string on, string why)
    {
        var decline = await App.OpenAsync(who, await Desk.SeesAsync(who, on, n => n.Buttons.Contains("I can't take it")), "I can't take it");
        (await decline.SubmitAsync(("Why can't you take it?", why))).Taken.ShouldBeTrue();
    }

    private async Task EscalateAsync(string why)
    {
        var climb = await App.OpenAsync(Dana, Triage(), "Escalate");
        (await climb.SubmitAsync(("Why does it move up?", why), ("What should they know?", $"{Inside} it is odd"))).Taken.ShouldBeTrue();
    }
}
