using ChatLiaison.TestKit.Chat;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_a_customers_record_is_kept : Story
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Chats_stand_in_it_by_themselves_and_calls_are_added(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await App.SayAsync(Ada, Room.Acme, "It is getting worse", Card());
        await Desk.ShowsAsync(Room.Triage, "It is getting worse", n => n.Root is not null);

        await App.CommandAsync(Dana, Room.Triage, "liaison log acme");
        var log = await Desk.SeesAsync(Dana, "Acme Ltd: what was said");
        log.Words.ShouldContain("Ada Byrne, CTO · prefers chat · America/New_York");
        log.Words.ShouldContain("(2 messages): The export hangs; Ada Byrne: It is getting worse [ACME-1]");

        var add = await App.OpenAsync(Dana, log, "Add an entry");
        add.Typed("Who at the customer?").ShouldBe("Ada Byrne");
        (await add.SubmitAsync(("What was said?", $"{Inside} they may leave us"), ("Which cases was it about?", "ACME-9"))).Said
            .ShouldContain("Acme Ltd has no case ACME-9. Check the reference, or leave it out.");
        (await add.SubmitAsync(("Which cases was it about?", "acme-1"), ("What is to be done?", "Dana sends the plan"))).Taken.ShouldBeTrue();

        await App.CommandAsync(Lee, Room.Triage, "liaison log ACME call");
        var calls = await Desk.SeesAsync(Lee, "Acme Ltd: what was said (Call)");
        calls.Words.ShouldContain($"Dana Park to Ada Byrne: {Inside} they may leave us [ACME-1] To do: Dana sends the plan");
        calls.Words.ShouldNotContain("The export hangs");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_is_to_be_done_by_a_time_is_promised_on_a_case_and_reminded_of(string platform)
    {
        await OpenDeskAsync(platform);
        var due = App.Moment(Dana, "item_due", Desk.Clock.GetUtcNow().AddHours(3));
        var early = await FormAsync(Dana, Room.Triage, "liaison log ACME add", "Add an entry");
        (await early.SubmitAsync([("What was said?", "They want the contract"), ("What is to be done?", "Send the contract"), .. due])).Said
            .ShouldContain("Acme Ltd has no open case that it could be kept on. Take the time away, or report the case first.");
        await TakeDownAsync();
        await TakeDownAsync("The import is slow");

        await App.CommandAsync(Dana, Room.Triage, "liaison log ACME");
        var add = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "Acme Ltd: what was said"), "Add an entry");
        (await add.SubmitAsync([("What was said?", $"{Inside} they want the contract"), ("Who does it?", "Lee Osei")])).Said.ShouldContain("Say by when, so that they are reminded, or leave the name out.");
        (await add.SubmitAsync([.. due])).Said.ShouldContain("Say what is to be done by then, or take the time away.");
        (await add.SubmitAsync(("What is to be done?", $"{Inside} send the contract"))).Said.ShouldContain("Choose the case that it belongs to, so that it is reminded of and counted.");
        add.Typed("What is to be done?").ShouldBe($"{Inside} send the contract");
        (await add.SubmitAsync(("On which case is it kept?", "ACME-2: The import is slow"))).Taken.ShouldBeTrue();

        (await Desk.Records.ListAsync(
            "select c.reference || ' ' || p.kind || ' ' || p.reason || ' ' || o.name from promises p join cases c on c.id = p.case_id join people o on o.id = p.owner_id where p.kind = 'ActionItem'"))
            .ShouldBe([$"ACME-2 ActionItem {Inside} send the contract Lee Osei"]);
        await App.CommandAsync(Lee, Room.Triage, "liaison log ACME call");
        (await Desk.SeesAsync(Lee, "Acme Ltd: what was said (Call)")).Words.ShouldContain($"they want the contract [ACME-2] To do: {Inside} send the contract");
        await Desk.AdvanceAsync(TimeSpan.FromHours(3.1), TimeSpan.FromMinutes(30));
        await Desk.SettleAsync();
        App.DirectMessagesOf(Lee).ShouldContain(n => n.Says("send the contract") && n.Buttons.Contains("Done"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task It_is_taken_away_as_Markdown(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync("The export hangs | always");
        await App.CommandAsync(Dana, Room.Triage, "liaison log ACME");
        var export = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "Acme Ltd: what was said"), "Export");
        var text = export.Typed("Markdown");
        text.ShouldContain("## Acme Ltd - 2026-11-23");
        text.ShouldContain("- **Preferred Contact**: Chat");
        text.ShouldContain("| 2026-11-23 | Chat | The export hangs \\| always (ACME-1) |  |");
        (await export.SubmitAsync()).Taken.ShouldBeTrue();

        // An older month is reached by its name.
        await Desk.Records.RunAsync(
            "insert into interactions (id, customer_id, at, kind, direction, contact, staff, summary, action_items, cases, source) "
            + "select gen_random_uuid(), customer_id, '2026-10-31T23:30Z', 'Call', 'Both', '', '', 'They renewed', '', '{}', 'log' from interactions");
        await App.CommandAsync(Dana, Room.Triage, "liaison log ACME call export 2026-10");
        var older = platform == "slack" ? new Dialog(App, Dana) : await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "The button opens the text to copy."), "Open the export");
        older.Typed("Markdown").ShouldContain("| 2026-10-31 | Call | They renewed |  |");
        older.Typed("Markdown").ShouldNotContain("The export hangs");
        await Desk.SeesAsync(Dana, "the newest first: one entry back to 2026-10-31.");
        await older.SubmitAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison log ACME export october");
        await Desk.SeesAsync(Dana, "I don't know october.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_was_said_on_the_phone_stands_in_it_as_a_call(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await ResolveAsync();
        var verify = await FormAsync(Dana, Room.Triage, "liaison verify ACME-1", "Record");
        (await verify.SubmitAsync(("How do you know?", "They said it on a call"))).Taken.ShouldBeTrue();
        var followUp = await App.OpenAsync(Dana, Triage(), "Follow up");
        (await followUp.SubmitAsync(("What does the customer read?", "It won't happen again."))).Said.ShouldContain("You write 'won't happen again'");
        (await followUp.SubmitAsync(("How do you follow up?", "I spoke to them; send nothing"), ("What did they say?", "All is well."))).Taken.ShouldBeTrue();
        (await Desk.Records.ListAsync("select kind || ' ' || direction || ' ' || staff || ': ' || summary from interactions where source <> 'chat' order by id")).ShouldBe(
            ["Call Both Dana Park: Ada Byrne says that it works, recorded by Dana Park. They said it on a call", "Call Both Dana Park: Dana Park spoke to the customer. All is well."]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_customer_never_reads_it(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync();
        await App.CommandAsync(Ada, Room.Acme, "liaison log ACME");
        (await Desk.SeesAsync(Ada, "That is for our own team.")).Words.ShouldNotContain("what was said");
        await App.CommandAsync(Dana, Room.Triage, "liaison log NOBODY");
        await Desk.SeesAsync(Dana, "There is no customer NOBODY. Say a customer's key, for instance: /liaison log ACME");
    }
}
