using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_somebody_just_writes : Story
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_customers_words_get_a_card_and_a_promise_and_our_answer_keeps_it(string platform)
    {
        await OpenDeskAsync(platform);
        var said = await App.SayAsync(Ada, Room.Acme, "The dashboard shows old numbers");
        var card = await Desk.ShowsAsync(Room.Acme, "A person from our team will see this");
        card.Root.ShouldBe(said.Id);
        (await PromisesAsync("Running")).ShouldBe(["Acknowledge"]);
        (await Desk.Records.ListAsync("select p.name from promises join people p on p.id = owner_id")).ShouldBe(["Dana Park"]);

        await App.SayAsync(Dana, Room.Acme, "I am looking into it", said);
        (await PromisesAsync("Kept")).ShouldBe(["Acknowledge"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_cards_button_makes_a_case_of_the_words(string platform)
    {
        await OpenDeskAsync(platform);
        await App.SayAsync(Ada, Room.Acme, "The dashboard shows old numbers");
        var card = await Desk.ShowsAsync(Room.Acme, "A person from our team will see this");
        var dialog = await App.OpenAsync(Ada, card, "Report a problem");
        dialog.Typed("What is happening?").ShouldBe("The dashboard shows old numbers");
        (await dialog.SubmitAsync(("How much does it affect?", "One person, or an inconvenience"), ("How soon does it hurt?", "Today"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, "ACME-1");
        (await Desk.Records.ListAsync("select kind || state from promises where loose_message_id is not null")).ShouldBe(["AcknowledgeCancelled"]);
    }

    /// <summary>A picture among the words has a name on Slack and none on Teams, whose bots see it where the message is.</summary>
    [Theory]
    [InlineData("slack", "shot.png", "slack.com/files/")]
    [InlineData("teams", "picture", "teams.microsoft.com/l/message/")]
    public async Task A_picture_that_came_with_the_words_goes_with_the_case(string platform, string name, string address)
    {
        await OpenDeskAsync(platform);
        await App.PostFileAsync(Ada, Room.Acme, "The dashboard shows old numbers", "shot.png");
        var dialog = await App.OpenAsync(Ada, await Desk.ShowsAsync(Room.Acme, "A person from our team will see this"), "Report a problem");
        (await dialog.SubmitAsync(("How much does it affect?", "One person, or an inconvenience"), ("How soon does it hurt?", "Today"))).Taken.ShouldBeTrue();
        (await Desk.ShowsAsync(Room.Triage, "ACME-1", n => n.Root is null && n.Says(name))).Raw.ShouldContain(address);
        await App.CommandAsync(Dana, Room.Triage, "liaison brief ACME-1 here");
        (await Desk.ShowsAsync(Room.Triage, "Technical Brief", n => n.Says("Attachments") && n.Says(name))).Raw.ShouldContain(address);
    }

    [Theory]
    [InlineData("slack", "slack.com/files/")]
    [InlineData("teams", "/_files/")]
    public async Task The_menu_of_a_message_brings_its_file_along(string platform, string address)
    {
        await OpenDeskAsync(platform);
        var said = await App.PostFileAsync(Ada, Room.Acme, "The dashboard shows old numbers", "export.log");
        await Desk.ShowsAsync(Room.Acme, "A person from our team will see this");
        var dialog = await App.ShortcutAsync(Dana, said);
        (await dialog.SubmitAsync(("How much does it affect?", "One person, or an inconvenience"), ("How soon does it hurt?", "Today"))).Taken.ShouldBeTrue();
        (await Desk.ShowsAsync(Room.Triage, "ACME-1", n => n.Root is null && n.Says("export.log"))).Raw.ShouldContain(address);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_was_answered_stands_in_the_record_once_even_when_it_becomes_a_case_after_all(string platform)
    {
        await OpenDeskAsync(platform);
        var said = await App.SayAsync(Ada, Room.Acme, "The dashboard shows old numbers");
        var card = await Desk.ShowsAsync(Room.Acme, "A person from our team will see this");
        (await Desk.Records.ListAsync("select summary from interactions")).ShouldBeEmpty("it may become a case, whose record has it then");
        await App.SayAsync(Dana, Room.Acme, "I am looking into it", said);
        await Desk.SettleAsync();
        await App.CommandAsync(Lee, Room.Triage, "liaison log ACME");
        (await Desk.SeesAsync(Lee, "Acme Ltd: what was said")).Words
            .ShouldContain("Ada Byrne and Dana Park (2 messages): The dashboard shows old numbers; Dana Park: I am looking into it");
        await App.CommandAsync(Lee, Room.Triage, "liaison customers ACME");
        (await Desk.SeesAsync(Lee, "Last touch")).Words.ShouldContain("Chat, The dashboard shows old numbers");

        var dialog = await App.OpenAsync(Ada, card, "Report a problem");
        (await dialog.SubmitAsync(("How much does it affect?", "One person, or an inconvenience"), ("How soon does it hurt?", "Today"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, "ACME-1");
        (await Desk.Records.ListAsync("select c.reference || ' ' || i.messages from interactions i left join cases c on c.id = any(i.cases)")).ShouldBe(["ACME-1 3"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Thanks_makes_nothing(string platform)
    {
        await OpenDeskAsync(platform);
        await App.SayAsync(Ada, Room.Acme, "thanks!");
        await App.SayAsync(Ada, Room.Acme, "Thank you very much");
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(30));
        App.In(Room.Acme).ShouldNotContain(n => n.ByBot);
        (await PromisesAsync("Running")).ShouldBeEmpty();
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task An_unknown_reference_gets_one_plain_sentence(string platform)
    {
        await OpenDeskAsync(platform);
        await App.CommandAsync(Dana, Room.Acme, "case ACME-99");
        await Desk.SeesAsync(Dana, "There is no case ACME-99. Check the reference; /cases lists those you can see.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_channel_without_a_customer_is_linked_and_then_used(string platform)
    {
        await OpenDeskAsync(platform);
        await App.CommandAsync(Dana, Room.Random, "escalate Something is wrong");
        var offer = await Desk.SeesAsync(Dana, "This channel belongs to no customer yet");
        var link = await App.OpenAsync(Dana, offer, "Link to a customer");
        (await link.SubmitAsync(("Or a new customer's key", "INITECH"), ("The new customer's name", "Initech"))).Taken.ShouldBeTrue();
        var dialog = await App.EscalateAsync(Dana, Room.Random, "Something is wrong");
        var sent = await dialog.SubmitAsync(
            ("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today"), ("Who at the customer?", "Peter"));
        sent.Taken.ShouldBeTrue(sent.Said);
        await Desk.ShowsAsync(Room.Random, "INITECH-1");
        await Desk.ShowsAsync(Room.Triage, "INITECH-1");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_case_that_is_taken_down_there_answers_what_its_contact_wrote_and_nobody_elses(string platform)
    {
        await OpenDeskAsync(platform);
        await App.SayAsync(Ada, Room.Acme, "Good morning. Nothing has reached our warehouse since 02:10.");
        await App.SayAsync(Omar, Room.Globex, "Our report is empty.");
        await Desk.SettleAsync();
        await TakeDownAsync("The nightly export stopped");
        await Desk.SettleAsync();

        (await Desk.Records.ListAsync("select text from loose_messages where case_id is null")).ShouldHaveSingleItem().ShouldBe("Our report is empty.");
        await App.CommandAsync(Dana, Room.Triage, "case ACME-1 log");
        (await Desk.SeesAsync(Dana, "Nothing has reached our warehouse since 02:10.")).Words.ShouldContain("Ada Byrne");
        var before = App.DirectMessagesOf(Dana).Count;
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(16), TimeSpan.FromMinutes(4));
        App.DirectMessagesOf(Dana).Skip(before).ShouldNotContain(n => n.Says("Ada Byrne waits for an answer"));
    }
}
