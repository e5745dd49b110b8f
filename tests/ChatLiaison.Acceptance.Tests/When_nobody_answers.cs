using ChatLiaison.Playground;
using ChatLiaison.TestKit;
using ChatLiaison.TestKit.Chat;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_nobody_answers : Story
{
    /// <summary>In a week in which Lee is on call, who is still awake in New York.</summary>
    private static readonly DateTimeOffset Night = new(2026, 12, 1, 2, 0, 0, TimeSpan.Zero);

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_liaison_is_warned_once_at_each_point(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync();
        var before = App.DirectMessagesOf(Dana).Count(n => n.ByBot);
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(8));
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(2));
        (App.DirectMessagesOf(Dana).Count(n => n.ByBot) - before).ShouldBe(1);
        (await Desk.SeesAsync(Dana, "ACME-1 (P3): acknowledge it by")).Buttons.ShouldContain("Acknowledge");
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(3));
        (App.DirectMessagesOf(Dana).Count(n => n.ByBot) - before).ShouldBe(2);
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(4));
        await Desk.SeesAsync(Dana, "It was due at");
        (await PromisesAsync("Broken")).ShouldBe(["Acknowledge"]);
        await Desk.ShowsAsync(Room.Triage, "late since");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Nothing_more_comes_after_the_acknowledge(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Acknowledge");
        await Desk.SettleAsync();
        var before = App.DirectMessagesOf(Dana).Count;
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(30));
        App.DirectMessagesOf(Dana).Count.ShouldBe(before);
        (await PromisesAsync("Kept")).ShouldBe(["Acknowledge"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_critical_case_at_night_climbs_to_somebody_who_is_awake(string platform)
    {
        await OpenDeskAsync(platform, Night);
        await TakeDownCriticalAsync();
        await Desk.RunJobsAsync();
        await Desk.SeesAsync(Lee, "ACME-1 (P1): acknowledge it");
        App.DirectMessagesOf(Priya).ShouldBeEmpty();
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(11), TimeSpan.FromMinutes(1));
        App.DirectMessagesOf(Lee).Count(n => n.Says("It was due at")).ShouldBeGreaterThan(0, "said again while nobody answers");
        await Desk.SeesAsync(SamplePeople.Jun, "ACME-1 needs you");
        (await Desk.Records.ListAsync("select text from timeline where kind = 'Skipped'")).ShouldContain(t => t.Contains("Senior support") && t.Contains("asleep"));
        App.DirectMessagesOf(Priya).ShouldBeEmpty();
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task With_nobody_left_the_last_resort_channel_is_told(string platform)
    {
        Use(await TestLiaison.PrepareAsync(platform));
        await Desk.Records.RunAsync("update people set active = false where email <> 'dana@example.com'");
        await Desk.StartServerAsync();
        await TakeDownCriticalAsync();
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(16), TimeSpan.FromMinutes(2));
        (await Desk.ShowsAsync(Room.LastResort, "ACME-1: nobody who is awake can be reached")).Buttons.ShouldContain("Take it");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_level_that_does_not_answer_gives_way_to_the_next(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownCriticalAsync();
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(11), TimeSpan.FromMinutes(1));
        await Desk.SeesAsync(Priya, "ACME-1 needs you");
        await Desk.AdvanceAsync(TimeSpan.FromHours(5), TimeSpan.FromMinutes(15));
        (await Desk.Records.ListAsync("select text from timeline where kind = 'Climbed'")).Count.ShouldBeGreaterThan(1);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_management_has_is_expedited_and_its_targets_are_those_of_the_next_priority(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        const string Resolve = "select priority || ' ' || span / 3600000 from promises where kind = 'Resolve'";
        (await Desk.Records.ListAsync(Resolve)).ShouldBe(["P3 24"]);
        var climb = await App.OpenAsync(Dana, Triage(), "Escalate");
        (await climb.SubmitAsync(("Why does it move up?", "The customer threatens to leave"))).Taken.ShouldBeTrue();
        (await Desk.Records.ListAsync(Resolve)).ShouldBe(["P3 6"]);
        await App.CommandAsync(Dana, Room.Triage, "case ACME-1 why");
        await Desk.SeesAsync(Dana, "The case is expedited: it has the targets of P2 now.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_threat_to_leave_goes_to_management_at_once_and_the_customer_is_told_by_one_press(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var climb = await App.OpenAsync(Dana, Triage(), "Escalate");
        (await climb.SubmitAsync(("Why does it move up?", "The customer threatens to leave"), ("What should they know?", $"{Inside} they mean it"))).Taken.ShouldBeTrue();
        var needs = await Desk.SeesAsync(Grace, "ACME-1 needs you");
        needs.Words.ShouldContain(Inside);
        await App.PressAsync(Grace, needs, "I'm on it");
        await Desk.SeesAsync(Grace, "Noted: you are on ACME-1.");
        App.In(Room.Acme).ShouldNotContain(n => n.Says("Our management has it"));
        var tell = await App.OpenAsync(Grace, needs, "Send this");
        Seen(tell, "The customer will read exactly this:", "Our management has it in front of them now", "This is the playbook's phrase as it stands: add a line about this case.");
        App.In(Room.Acme).ShouldNotContain(n => n.Says("Our management has it"), "it is seen before it is sent");
        await SendAsync(tell);
        await Desk.ShowsAsync(Room.Acme, "Our management has it in front of them now");
        (await PromisesAsync("Kept")).ShouldContain("LevelResponse");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Fifty_promises_of_one_person_are_one_message(string platform)
    {
        await OpenDeskAsync(platform);
        await App.SayAsync(Ada, Room.Acme, "The dashboard shows old numbers");
        await Desk.SettleAsync();
        await Desk.Records.RunAsync(
            """
            insert into promises select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid()))).*
            from promises p, generate_series(1, 49)
            """);
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(8));
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(2));
        App.DirectMessagesOf(Dana).Count(n => n.ByBot).ShouldBe(1);
        App.DirectMessagesOf(Dana)[^1].Words.ShouldContain("50 promises of yours");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task An_ended_case_asks_for_nothing_more(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison cancel ACME-1");
        var dialog = platform == "slack"
            ? new Dialog(App, Dana)
            : await App.OpenAsync(Dana, await Desk.ShowsAsync(Room.Triage, "ACME-1: the button opens the form."), "Preview");
        await PreviewAsync(dialog, ("What does the customer read?", "You told us that it was a test, so we stop here."), ("Why is it not needed?", $"{Inside} a test of theirs"));
        await SendAsync(dialog);
        await Desk.ShowsAsync(Room.Acme, "Dana Park on ACME-1: You told us that it was a test, so we stop here.");
        await Desk.ShowsAsync(Room.Acme, "We have stopped work on this.");
        (await PromisesAsync("Running")).ShouldBeEmpty();
        var before = App.DirectMessagesOf(Dana).Count;
        await Desk.AdvanceAsync(TimeSpan.FromHours(30), TimeSpan.FromHours(6));
        App.DirectMessagesOf(Dana).Count.ShouldBe(before);
    }
}
