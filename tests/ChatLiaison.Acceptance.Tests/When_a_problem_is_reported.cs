using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_a_problem_is_reported : Story
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task One_of_ours_takes_it_down_and_everybody_gets_their_part(string platform)
    {
        await OpenDeskAsync(platform);
        var dialog = await App.EscalateAsync(Dana, Room.Acme, "The export hangs");
        dialog.Typed("What is happening?").ShouldBe("The export hangs");
        dialog.Typed("Who at the customer?").ShouldBe("Ada Byrne");
        var sent = await dialog.SubmitAsync(("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Now"));
        sent.Taken.ShouldBeTrue(sent.Said);

        (await Desk.ShowsAsync(Room.Acme, "ACME-1")).Words.ShouldContain("The export hangs");
        var brief = await Desk.ShowsAsync(Room.Triage, "ACME-1");
        brief.Words.ShouldContain("P2");
        brief.Buttons.ShouldContain("Acknowledge");
        await Desk.SeesAsync(Dana, "ACME-1 is saved");
        (await CasesAsync()).ShouldBe(["ACME-1 New P2"]);
        (await PromisesAsync("Running")).ShouldContain("Acknowledge");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_customer_names_the_bot_and_gets_the_same_form(string platform)
    {
        await OpenDeskAsync(platform);
        var dialog = await App.EscalateAsync(Ada, Room.Acme, "Nobody can log in");
        var sent = await dialog.SubmitAsync(
            ("What is happening?", "Nobody can log in"), ("How much does it affect?", "Everything or everyone stands still"), ("How soon does it hurt?", "Now"));
        sent.Taken.ShouldBeTrue(sent.Said);
        await Desk.ShowsAsync(Room.Acme, "ACME-1");
        await Desk.ShowsAsync(Room.Triage, "Nobody can log in");

        // A guest in Teams can't be written to alone; the card in the channel names them and says the same.
        await Desk.SeesAsync(Ada, platform == "slack" ? "We have it as ACME-1" : "a person from our team will answer you by");
        (await CasesAsync()).ShouldBe(["ACME-1 New P1"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_message_becomes_a_case_with_its_words(string platform)
    {
        await OpenDeskAsync(platform);
        var said = await App.SayAsync(Ada, Room.Acme, "The report of June is empty");
        var dialog = await App.ShortcutAsync(Dana, said);
        dialog.Typed("What is happening?").ShouldBe("The report of June is empty");
        dialog.Typed("Who at the customer?").ShouldBe("Ada Byrne");
        (await dialog.SubmitAsync(("How much does it affect?", "One person, or an inconvenience"), ("How soon does it hurt?", "Today"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, "The report of June is empty");
        (await CasesAsync()).ShouldBe(["ACME-1 New P4"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_is_missing_is_marked_and_nothing_is_stored(string platform)
    {
        await OpenDeskAsync(platform);
        var dialog = await App.EscalateAsync(Dana, Room.Acme, "Half a sentence");
        var sent = await dialog.SubmitAsync(("How much does it affect?", "Some people or one part"));
        sent.Taken.ShouldBeFalse();
        sent.Said.ShouldNotBeEmpty();
        dialog.Typed("What is happening?").ShouldBe("Half a sentence");
        dialog.Typed("How much does it affect?").ShouldBe("Some people or one part");
        (await CasesAsync()).ShouldBeEmpty();
        (await dialog.SubmitAsync(("How soon does it hurt?", "Today"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, "Half a sentence");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_submission_that_comes_twice_makes_one_case(string platform)
    {
        await OpenDeskAsync(platform);
        var dialog = await App.EscalateAsync(Dana, Room.Acme, "Once only");
        (await dialog.SubmitTwiceAsync(("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, "Once only");
        (await CasesAsync()).Count.ShouldBe(1);
        App.In(Room.Triage).Count(n => n.Root is null && n.Says("ACME-1")).ShouldBe(1);
    }
}
