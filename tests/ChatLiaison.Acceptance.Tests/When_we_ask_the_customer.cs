using ChatLiaison.TestKit.Chat;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_we_ask_the_customer : Story
{
    private const string Question = "What do you want to know? The customer reads this.";

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_is_noted_is_asked_after_a_preview_and_their_message_answers_it(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        await App.SayAsync(Priya, Room.Triage, "question: Which version do you run?", Triage());
        await Desk.ShowsAsync(Room.Triage, "Which version do you run? (not asked yet; from Priya", n => n.Root is null);
        App.In(Room.Acme).ShouldNotContain(n => n.Says("Which version"));

        await App.CommandAsync(Dana, Room.Triage, "case ACME-1 questions");
        var list = await Desk.SeesAsync(Dana, "Open questions on ACME-1: 1", n => n.Buttons.Contains("Ask the customer"));
        var ask = await App.OpenAsync(Dana, list, "Ask the customer");
        ask.Typed(Question).ShouldBe("Which version do you run?");
        (await ask.SubmitAsync((Question, "Ada, which version do you run?"))).Sent.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "The customer will read exactly this:");
        App.In(Room.Acme).ShouldNotContain(n => n.Says("which version"), "it is seen before it is sent");
        await SendAsync(ask);
        await Desk.ShowsAsync(Room.Acme, "Ada, which version do you run?", n => n.Root is not null);
        await Desk.ShowsAsync(Room.Acme, "We ask you", n => n.Root is null && n.Says("Ada, which version do you run?"));
        (await CasesAsync()).ShouldBe(["ACME-1 Investigating P3"]);
        Reminded(await App.OpenAsync(Dana, Triage(), "Update customer"), "Still open with the customer", "Ada, which version do you run? (asked");

        await App.SayAsync(Ada, Room.Acme, "It is 4.2", Card());
        var mirrored = await Desk.ShowsAsync(Room.Triage, "It is 4.2", n => n.Buttons.Contains("It answers a question"));
        var answer = await App.OpenAsync(Dana, mirrored, "It answers a question");
        answer.Typed("What is the answer?").ShouldBe("It is 4.2");
        Card().Says("We ask you").ShouldBeFalse("they have written since");
        Triage().Says("they have written since)").ShouldBeTrue();
        (await answer.SubmitAsync()).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
        Triage().Says("Open questions").ShouldBeFalse();
        Card().Says("We ask you").ShouldBeFalse();
        await App.CommandAsync(Lee, Room.Triage, "case ACME-1 questions");
        (await Desk.SeesAsync(Lee, "No question is open on ACME-1")).Says("It is 4.2").ShouldBeTrue();
        (await Desk.Records.ListAsync("select text from timeline where kind = 'QuestionSettled'")).ShouldBe(["Ada, which version do you run? Answer: It is 4.2"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Ready_questions_are_ticked_and_the_case_waits_for_them(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        var ask = await FormAsync(Dana, Room.Triage, "liaison question ACME-1", "Preview");
        (await ask.SubmitAsync((Question, "  "))).Said.ShouldContain("Write what you want to know, or tick a ready question.");
        (await ask.SubmitAsync((Question, "Ada, which browser is it?"), ("Ready questions", "What is the exact error message that you see?"), ("Start from a phrase", "To find the cause"), ("Does the work wait for the answer?", "Yes, the case waits on the customer")))
            .Sent.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "2. What is the exact error message that you see?", n => n.Says("1. Ada, which browser is it?") && n.Says("to help our team investigate ACME-1"));
        await SendAsync(ask);
        await Desk.ShowsAsync(Room.Acme, "What is the exact error message that you see?", n => n.Root is not null && n.Says("Ada, which browser is it?"));
        (await CasesAsync()).ShouldBe(["ACME-1 WaitingOnCustomer P3"]);
        (await Desk.Records.ListAsync("select question from case_questions where asked_at is not null and settled_at is null order by question"))
            .ShouldBe(["Ada, which browser is it?", "What is the exact error message that you see?"]);

        await App.CommandAsync(Dana, Room.Triage, "case ACME-1 questions");
        var list = await Desk.SeesAsync(Dana, "Open questions on ACME-1: 2");
        var drop = await App.OpenAsync(Dana, list, "Not needed any more");
        (await drop.SubmitAsync(("Which question?", "Ada, which browser is it?"), ("Why is it not needed any more?", $"{Inside} it is the server"))).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
        Triage().Says("Ada, which browser is it? (asked").ShouldBeFalse();
        Triage().Says("What is the exact error message that you see? (asked").ShouldBeTrue();
        await ResolveAsync();
        (await Desk.Records.ListAsync("select why from case_questions where answer is null order by settled_at")).ShouldBe([$"{Inside} it is the server", "The case was settled without it."]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_the_wait_asks_stays_open_until_it_is_answered(string platform)
    {
        await OpenDeskAsync(platform);
        await TakenAsync();
        await WaitAsync("Ada, is it still slow?");
        await Desk.ShowsAsync(Room.Triage, "Ada, is it still slow? (asked", n => n.Root is null);
        await App.CommandAsync(Lee, Room.Triage, "case ACME-1 questions");
        var answer = await App.OpenAsync(Lee, await Desk.SeesAsync(Lee, "Open questions on ACME-1: 1"), "Record an answer");
        (await answer.SubmitAsync(("What is the answer?", "She said on the phone that it is."))).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
        (await Desk.Records.ListAsync("select settled_by || ': ' || answer from case_questions")).ShouldBe(["Lee Osei: She said on the phone that it is."]);
        await App.CommandAsync(Lee, Room.Triage, "liaison question ACME-1 which shard is it on");
        await Desk.SeesAsync(Lee, "Noted on ACME-1, to be asked. The customer has not read it.");
        App.In(Room.Acme).ShouldNotContain(n => n.Says("which shard"));
    }

    private void Reminded(Dialog dialog, params string[] words)
    {
        foreach (var word in words)
        {
            App.SeenBy(dialog.Who).ShouldContain(n => n.Place == "dialog" && n.Says(word), word);
        }
    }
}
