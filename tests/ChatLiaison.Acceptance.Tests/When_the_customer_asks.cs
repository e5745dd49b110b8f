using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_the_customer_asks : Story
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task They_see_their_cases_and_what_was_promised_by_naming_the_bot(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await App.SayAsync(Priya, Room.Triage, $"finding: {Inside} their plug-in", Triage());
        await Desk.SettleAsync();
        await UpdateAsync(Dana, "We look at it.", ("When do they hear next?", "In 2 hours"));
        await Desk.SettleAsync();
        await App.MentionAsync(Ada, Room.Acme, "");
        var list = await Desk.SeesAsync(Ada, "Your open cases");
        list.Says("In progress. You will hear from us by").ShouldBeTrue(list.Words);
        await App.OpenAsync(Ada, list, "ACME-1");
        App.SeenBy(Ada).ShouldContain(n => n.Place == "dialog" && n.Says("How we keep you posted"));
        await App.MentionAsync(Ada, Room.Acme, "case");
        await Desk.SettleAsync();
        App.SeenBy(Ada).Count(n => n.Says("Your open cases")).ShouldBeGreaterThan(1);
        await App.MentionAsync(Ada, Room.Acme, "case ACME-1 promises");
        await Desk.SettleAsync();
        App.SeenBy(Ada).ShouldNotContain(n => n.Says("Promises on ACME-1"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Their_list_says_what_was_promised_to_them_and_what_is_late(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await App.MentionAsync(Dana, Room.Triage, $"promise {Inside} look at the plug-in at 15:00", Triage());
        var update = await App.OpenAsync(Dana, Triage(), "Update customer");
        await App.UnfoldAsync(update, "Add done, next steps, …");
        await PreviewAsync(
            update,
            [
                ("What should the customer know?", "We have a plan."), ("When do they hear next?", "In 4 hours"), ("Next step", "Move the export"), .. App.Moment(Dana, "step1_due", Desk.Clock.GetUtcNow().AddHours(2)),
                ("And then", "Check it with you"), .. App.Moment(Dana, "step2_due", Desk.Clock.GetUtcNow().AddHours(30)),
            ]);
        await SendAsync(update);
        await Desk.AdvanceAsync(TimeSpan.FromHours(5), TimeSpan.FromHours(1));
        await App.MentionAsync(Ada, Room.Acme, "cases");
        var list = await Desk.SeesAsync(Ada, "Your open cases");
        list.Says("We owe you a word since").ShouldBeTrue(list.Words);
        list.Says("Promised: Move the export. It was due").ShouldBeTrue(list.Words);
        list.Says("Promised: Check it with you, by").ShouldBeTrue(list.Words);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task They_change_how_often_and_where_they_are_told(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var plan = await App.OpenAsync(Ada, Card(), "How you are told");
        var missing = await plan.SubmitAsync(("How often?", "Every hour"), ("Where?", "By phone"));
        missing.Said.ShouldContain("Write the number we should call.");
        plan.Typed("How often?").ShouldBe("Every hour");
        (await plan.SubmitAsync(("Number or address", "+1 555 0100"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Acme, "At least every 1 h, by phone", n => n.Root is null);
        App.In(Room.Acme).ShouldNotContain(n => n.Says("555 0100"));
        await Desk.ShowsAsync(Room.Triage, "Ada Byrne asks to be told", n => n.Root is not null);
        (await Desk.ShowsAsync(Room.Triage, "They want to hear", n => n.Root is null)).Says("+1 555 0100").ShouldBeTrue();
        (await Desk.Records.ListAsync("select round(extract(epoch from due_at - started_at) / 60)::text from promises where kind = 'StatusUpdate'")).ShouldBe(["60"]);
    }

    /// <summary>Dana's clock is the one that both stand-ins have for everybody.</summary>
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task They_name_the_time_of_the_next_word_and_the_owner_is_told_at_once(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await UpdateAsync(Dana, "We look at it.", ("When do they hear next?", "In 4 hours"));
        await Desk.SettleAsync();
        var sooner = await App.OpenAsync(Ada, Card(), "How you are told");
        (await sooner.SubmitAsync([.. App.Moment(Dana, "next", Desk.Clock.GetUtcNow().AddHours(-1))])).Said.ShouldContain("That time has passed. Choose one that lies ahead.");
        (await sooner.SubmitAsync([.. App.Moment(Dana, "next", Desk.Clock.GetUtcNow().AddHours(1))])).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
        App.DirectMessagesOf(Dana).ShouldContain(n => n.Says("Ada Byrne wants to hear on ACME-1 next by") && n.Buttons.Contains("Update customer"));
        await Desk.ShowsAsync(Room.Triage, "Ada Byrne wants to hear on ACME-1 next by", n => n.Root is not null);
        (await NextWordAsync()).ShouldBe(["1"]);
        await App.MentionAsync(Ada, Room.Acme, "case ACME-1");
        await Desk.SeesAsync(Ada, "(in about 1 h)");
        Card().Words.ShouldNotContain("in about", Case.Sensitive, "a card that stays would not stay true");

        // Later than they usually want: they let us off until then.
        var later = await App.OpenAsync(Ada, Card(), "How you are told");
        (await later.SubmitAsync([("How often?", "Every hour"), .. App.Moment(Dana, "next", Desk.Clock.GetUtcNow().AddHours(3))])).Taken.ShouldBeTrue();
        (await NextWordAsync()).ShouldBe(["3"]);
        await Desk.AdvanceAsync(TimeSpan.FromHours(2.5), TimeSpan.FromMinutes(30));
        (await Desk.Records.ListAsync("select kind from promises where state = 'Broken' and kind = 'StatusUpdate'")).ShouldBeEmpty();
    }

    /// <summary>In how many hours the next update is owed.</summary>
    private Task<IReadOnlyList<string>> NextWordAsync() =>
        Desk.Records.ListAsync("select round(extract(epoch from due_at - started_at) / 3600)::text from promises where kind = 'StatusUpdate' and state = 'Running'");

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_critical_case_is_not_told_less_often_than_planned(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownCriticalAsync(), "Take");
        await Desk.SettleAsync();
        var plan = await App.OpenAsync(Ada, Card(), "How you are told");
        (await plan.SubmitAsync(("How often?", "Every 4 hours"))).Said.ShouldContain("While this is P1, you hear at least every 30 min.");
        plan.Typed("How often?").ShouldBe("Every 4 hours");
        (await plan.SubmitAsync([("How often?", "Every 30 minutes"), .. App.Moment(Dana, "next", Desk.Clock.GetUtcNow().AddHours(3))])).Said
            .ShouldContain("While this is P1, you hear more often than that. Choose an earlier time, or leave it empty.");
        (await Desk.Records.ListAsync("select case_id::text from communication_plans")).ShouldBeEmpty();
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task They_ask_for_a_person_and_the_owner_is_told_at_once(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await App.PressAsync(Ada, Card(), "Ask for a person");
        await Desk.SeesAsync(Ada, "Dana Park is told. A person answers you on ACME-1 by");
        await Desk.SettleAsync();
        App.DirectMessagesOf(Dana).ShouldContain(n => n.Says("Ada Byrne asks for a person on ACME-1"));
        await Desk.ShowsAsync(Room.Triage, "Ada Byrne asks for a person on ACME-1", n => n.Root is not null);
        (await Desk.Records.ListAsync("select round(extract(epoch from due_at - started_at) / 60)::text from promises where reason like '%asked for a person.'")).ShouldBe(["120"]);
        await App.PressAsync(Ada, Card(), "Ask for a person");
        await Desk.SeesAsync(Ada, "They know already.");
        await App.SayAsync(Dana, Room.Acme, "I am here", Card());
        await Desk.SettleAsync();
        (await Desk.Records.ListAsync("select state from promises where reason like '%asked for a person.'")).ShouldBe(["Kept"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task They_add_information_that_reaches_the_people_at_work(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var add = await App.OpenAsync(Ada, Card(), "Add information");
        (await add.SubmitAsync(("What else should we know?", "Only files over 2 GB"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, "Only files over 2 GB", n => n.Root is not null);
        (await PromisesAsync("Running")).ShouldContain(k => k == "FirstResponse" || k == "NextResponse");
    }
}
