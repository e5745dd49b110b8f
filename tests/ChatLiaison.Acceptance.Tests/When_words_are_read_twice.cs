using ChatLiaison.Playground;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_words_are_read_twice : Story
{
    private const string Globex = "GLOBEX-1";

    private const string Words = "What should the customer know?";

    private const string Plainer = "Plainer words";

    private const string Done = "What was done? The customer reads this.";

    private const string Why = "Why did it happen? The customer reads this.";

    private const string Try = "What can they try? The customer reads this.";

    private const string Phrase = "Start from a phrase";

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task An_update_is_read_twice_and_goes_all_the_same(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        var update = await App.OpenAsync(Dana, Triage(), "Update customer");
        await PreviewAsync(update, (Words, "Please calm down. The latency will be fixed by tomorrow, engineering broke it."));
        Seen(
            update, "Worth a second look", "\"will be fixed\" is a promise, and none is recorded", "\"engineering broke\" blames somebody", "\"calm down\" may sound dismissive");
        NotSeen(update, "instead of \"latency\"");
        await SendAsync(update);
        await Desk.ShowsAsync(Room.Acme, "Please calm down. The latency will be fixed by tomorrow, engineering broke it.");
        App.In(Room.Acme).ShouldNotContain(n => n.Says("Worth a second look"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Plainer_words_are_put_in_at_a_tick_and_seen_before_they_go(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync(Room.Globex);
        var update = await App.OpenAsync(Dana, Triage(Globex), "Update customer");
        await PreviewAsync(update, (Words, "Hello Omar, the latency is 30 ms, P2 stands, and it is user error."));
        Seen(update, "Say \"let me show you how this step works\" instead of \"user error\", and \"delay\" instead of \"latency\".");
        (await update.SubmitAsync((Plainer, "delay instead of latency"))).Sent.ShouldBeTrue();
        Seen(update, "Hello Omar, the delay is 30 ms, P2 stands, and it is user error.");
        await Desk.SettleAsync();
        App.In(Room.Globex).ShouldNotContain(n => n.Says("30 ms"), "it is seen before it is sent");
        await SendAsync(update);
        await Desk.ShowsAsync(Room.Globex, "Hello Omar, the delay is 30 ms, P2 stands, and it is user error.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_question_is_reworded_by_the_same_tick_and_what_was_typed_stays(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync(Room.Globex);
        var wait = await App.OpenAsync(Dana, Triage(Globex), "Wait");
        await wait.SubmitAsync(("What do you need to know? The customer reads this.", "Omar, which payload do you send?"));
        Seen(wait, "Say \"data\" instead of \"payload\".");
        await wait.SubmitAsync((Plainer, "data instead of payload"));
        Seen(wait, "Omar, which data do you send?");
        await Desk.SettleAsync();
        App.In(Room.Globex).ShouldNotContain(n => n.Says("do you send"));
        await SendAsync(wait);
        await Desk.ShowsAsync(Room.Globex, "Omar, which data do you send?");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_follow_up_that_is_the_phrase_as_it_stands_is_noticed(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        await ResolveAsync();
        await Desk.SettleAsync();
        var followUp = await App.OpenAsync(Dana, Triage(), "Follow up");
        (await followUp.SubmitAsync()).Sent.ShouldBeTrue();
        Seen(followUp, "This is the playbook's phrase as it stands: add a line about this case.");
        await SendAsync(followUp);
        await Desk.ShowsAsync(Room.Acme, "is everything still working", n => n.Root is not null);
        await App.CommandAsync(Grace, Room.Management, "liaison digest");
        await Desk.SeesAsync(Grace, "0 of 1 had words about the case; \"Is all well?\" went most often as it stands");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_resolution_starts_from_a_phrase_says_what_to_try_and_is_signed(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync(Room.Globex);
        var resolve = await App.OpenAsync(Lee, Triage(Globex), "Resolve");
        await resolve.SubmitAsync(
            (Done, "the export runs again."), (Phrase, "This should be settled"), (Why, "The root cause was a full disk."), (Try, "Export the file of May once more."),
            ("The reason, for our own count", "Capacity or speed"));
        Seen(resolve, "Good news, Omar: the export runs again.", "Please try: Export the file of May once more.", "Yours, Lee Osei", "Say \"cause\" instead of \"root cause\".");
        await resolve.SubmitAsync((Plainer, "cause instead of root cause"));
        Seen(resolve, "Why it happened: The cause was a full disk.");
        await SendAsync(resolve);
        var told = await Desk.ShowsAsync(Room.Globex, "Please try: Export the file of May once more.", n => n.Root is not null);
        foreach (var words in new[] { "Good news, Omar: the export runs again.", "The cause was a full disk.", "Yours, Lee Osei", "Does it work for you now?" })
        {
            told.Says(words).ShouldBeTrue($"{words} in {told.Words}");
        }
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task An_expert_is_written_to_in_our_own_words(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        var update = await App.OpenAsync(Dana, Triage(), "Update customer");
        await PreviewAsync(update, (Words, "Hello Ada, the latency is back to 30 ms."));
        Seen(update, "Hello Ada, the latency is back to 30 ms.");
        NotSeen(update, "Worth a second look");
        NotSeen(update, Plainer);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_message_of_a_level_is_changed_before_it_goes(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync(Room.Globex);
        var climb = await App.OpenAsync(Dana, Triage(Globex), "Escalate");
        (await climb.SubmitAsync(("Why does it move up?", "The customer threatens to leave"))).Taken.ShouldBeTrue();
        var tell = await App.OpenAsync(Grace, await Desk.SeesAsync(Grace, "GLOBEX-1 needs you"), "Send this");
        Seen(tell, "The customer will read exactly this:", "This is the playbook's phrase as it stands: add a line about this case.");
        (await tell.SubmitAsync(("What does the customer read?", "Omar, the latency won't happen again."))).Said.ShouldContain("You write 'won't happen again'");
        (await tell.SubmitAsync(("What does the customer read?", "Omar, we look at the latency."))).Sent.ShouldBeTrue();
        (await tell.SubmitAsync((Plainer, "delay instead of latency"))).Sent.ShouldBeTrue();
        Seen(tell, "Omar, we look at the delay.");
        await Desk.SettleAsync();
        App.In(Room.Globex).ShouldNotContain(n => n.Says("we look at the"), "it is seen before it is sent");
        await SendAsync(tell);
        await Desk.ShowsAsync(Room.Globex, "Omar, we look at the delay.", n => n.Root is not null);
        await Desk.SeesAsync(Grace, "The customer is told about GLOBEX-1.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task An_answer_to_a_message_that_was_left_is_read_twice(string platform)
    {
        await OpenDeskAsync(platform, new DateTimeOffset(2026, 11, 23, 15, 0, 0, TimeSpan.Zero));
        await App.CommandAsync(Omar, Room.Globex, "liaison message Lee");
        var leave = await App.OpenAsync(Omar, await Desk.SeesAsync(Omar, "button opens the form", n => n.Buttons.Contains("Leave a message")), "Leave a message");
        (await leave.SubmitAsync(("Your message", "Please call about the invoice"))).Taken.ShouldBeTrue();
        var answer = await App.OpenAsync(Lee, await Desk.SeesAsync(Lee, "left you a message"), "Answer");
        (await answer.SubmitAsync(("Your answer. The customer reads it in their channel.", "Calm down, the payload is on its way."))).Sent.ShouldBeTrue();
        Seen(
            answer, "The customer will read exactly this:", "Lee Osei to Omar", "Worth a second look", "\"calm down\" may sound dismissive", "Say \"data\" instead of \"payload\".");
        (await answer.SubmitAsync((Plainer, "data instead of payload"))).Sent.ShouldBeTrue();
        await Desk.SettleAsync();
        App.In(Room.Globex).ShouldNotContain(n => n.Says("on its way"), "it is seen before it is sent");
        await SendAsync(answer);
        await Desk.ShowsAsync(Room.Globex, "Calm down, the data is on its way.");
        App.In(Room.Globex).ShouldNotContain(n => n.Says("Worth a second look"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_one_of_us_understood_is_read_twice_before_it_stands_on_their_card(string platform)
    {
        const string problem = "What is the problem, in your words?";
        await OpenDeskAsync(platform);
        await TakenAsync(Room.Globex);
        var correct = await FormAsync(Dana, Room.Triage, "liaison understanding GLOBEX-1", "Send the correction");
        (await correct.SubmitAsync((problem, "A regression in the export: engineering broke it"))).Sent.ShouldBeTrue();
        Seen(
            correct, "The customer will read exactly this, as what we understood:", "\"engineering broke\" blames somebody", "Say \"fault that came back\" instead of \"regression\".");
        (await correct.SubmitAsync((problem, "A regression in the export"), (Plainer, "fault that came back instead of regression"))).Sent.ShouldBeTrue();
        await Desk.SettleAsync();
        App.In(Room.Globex).ShouldNotContain(n => n.Says("in the export"), "it is seen before it is sent");
        await SendAsync(correct);
        await Desk.ShowsAsync(Room.Globex, "A fault that came back in the export", n => n.Root is null);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_one_of_us_takes_down_is_saved_at_once_and_reworded_afterwards(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync("A regression in the export: engineering broke it", room: Room.Globex);
        var saved = await Desk.SeesAsync(Dana, "GLOBEX-1 is saved");
        saved.Words.ShouldContain("Worth a second look on the customer's card");
        saved.Words.ShouldContain("\"engineering broke\" blames somebody");
        saved.Words.ShouldContain("Say \"fault that came back\" instead of \"regression\".");
        var reword = await App.OpenAsync(Dana, saved, "Reword it");
        (await reword.SubmitAsync(("What is the problem, in your words?", "The export fails as it did in May"))).Sent.ShouldBeTrue();
        await SendAsync(reword);
        await Desk.ShowsAsync(Room.Globex, "The export fails as it did in May", n => n.Root is null);

        await TakeDownAsync("The import hangs", room: Room.Globex);
        (await Desk.SeesAsync(Dana, "GLOBEX-2 is saved")).Buttons.ShouldNotContain("Reword it");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_description_for_engineering_is_read_twice_since_the_customer_reads_it_too(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync(Room.Globex);
        var hand = await App.OpenAsync(Dana, Triage(Globex), "Needs engineering");
        (await hand.SubmitAsync()).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
        var bounce = await App.OpenAsync(SamplePeople.Jun, await Desk.SeesAsync(SamplePeople.Jun, "Technical Brief", n => n.Buttons.Contains("Send back")), "Send back");
        (await bounce.SubmitAsync(("What is missing?", "What is wrong"))).Taken.ShouldBeTrue();
        var complete = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "sent the brief back", n => n.Buttons.Contains("Complete it")), "Complete it");
        (await complete.SubmitAsync(("What is wrong", "It is the payload"), ("Steps to see it", $"{Inside} drop the table"))).Sent.ShouldBeTrue();
        Seen(complete, "The customer will read exactly this, as what we understood:", "Say \"data\" instead of \"payload\".");
        complete.Typed("Steps to see it").ShouldBe($"{Inside} drop the table");
        (await complete.SubmitAsync((Plainer, "data instead of payload"))).Sent.ShouldBeTrue();
        await Desk.SettleAsync();
        App.In(Room.Globex).ShouldNotContain(n => n.Says("It is the data"));
        await SendAsync(complete);
        await Desk.ShowsAsync(Room.Globex, "It is the data", n => n.Root is null);
    }
}
