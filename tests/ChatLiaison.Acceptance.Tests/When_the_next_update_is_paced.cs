using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_the_next_update_is_paced : Story
{
    private const string Words = "What should the customer know?";
    private const string Next = "When do they hear next?";

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

    /// <summary>The newest reminder in Dana's own conversation.</summary>
    private async Task<Note> ReminderAsync(string words)
    {
        await Desk.SettleAsync();
        return App.DirectMessagesOf(Dana).Last(n => n.Says(words) && n.Buttons.Contains("Update customer"));
    }

    /// <summary>The one running update is due so many hours after the customer was told.</summary>
    private async Task DueAsync(string hours)
    {
        await Desk.SettleAsync();
        (await Desk.Records.ListAsync(
            "select round(extract(epoch from p.due_at - c.last_update_at) / 3600, 1)::text from promises p join cases c on c.id = p.case_id where p.kind = 'StatusUpdate' and p.state = 'Running'"))
            .ShouldBe([hours]);
    }
}
