using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

/// <summary>One of ours takes down what a caller says.</summary>
public sealed class When_somebody_calls : Story
{
    private const string Else = "Is there anything else I could help with?";

    private static readonly (string, string)[] Judged = [("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today")];

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Three_problems_are_three_cases_and_one_entry(string platform)
    {
        await OpenDeskAsync(platform);
        var form = await FormAsync(Priya, Room.Acme, "liaison call", "Take down a call");
        (await form.SubmitAsync([("Who is calling?", "Bo Unknown"), ("How did they reach us?", "Walk-in"), ("What is happening?", "The export hangs"), .. Judged, (Else, "Yes, one more problem")])).Sent.ShouldBeTrue();
        var second = await Desk.SeesAsync(Priya, "Saved so far: ACME-1 The export hangs.");
        second.Words.ShouldContain("Bo Unknown of Acme Ltd, walk-in.");
        await form.SubmitAsync([("What is happening?", "The import is slow"), .. Judged, (Else, "Yes, one more problem")]);
        await Desk.SeesAsync(Priya, "ACME-2 The import is slow");
        await form.SubmitAsync([("What is happening?", "The invoice is wrong"), .. Judged, (Else, "Asked: no, that is all")]);
        await Desk.ShowsAsync(Room.Triage, "The invoice is wrong");

        (await CasesAsync()).Count.ShouldBe(3);
        (await Desk.Records.ListAsync("select kind || ' ' || contact || ' ' || staff || ' ' || array_length(cases, 1) from interactions where source = 'call'"))
            .ShouldBe(["WalkIn Bo Unknown Priya Raman 3"]);
        (await Desk.Records.ListAsync("select source from interactions")).ShouldBe(["call"], "nobody wrote in a chat");
        Triage().Words.ShouldContain("walk-in, taken down by Priya Raman");
        await App.CommandAsync(Lee, Room.Triage, "case ACME-1");
        (await Desk.SeesAsync(Lee, "From the same call")).Words.ShouldContain("ACME-3 The invoice is wrong");
        var told = await Desk.SeesAsync(Dana, "Bo Unknown of Acme Ltd reached us");
        told.Words.ShouldContain("ACME-2 The import is slow");
        told.Words.ShouldContain("asked: no");
        App.DirectMessagesOf(Dana).Count(n => n.Says("reached us")).ShouldBe(1);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_closing_question_must_be_answered(string platform)
    {
        await OpenDeskAsync(platform);
        var form = await FormAsync(Priya, Room.Acme, "liaison call", "Take down a call");
        var refused = await form.SubmitAsync([("Who is calling?", "Ada Byrne"), ("What is happening?", "The export hangs"), .. Judged]);
        refused.Taken.ShouldBeFalse();
        refused.Said.ShouldContain("Ask whether there is anything else, and choose what they said.");
        (await CasesAsync()).ShouldBeEmpty();
        form.Typed("What is happening?").ShouldBe("The export hangs");
        (await form.SubmitAsync((Else, "Asked: no, that is all"))).Taken.ShouldBeTrue();
        (await CasesAsync()).Count.ShouldBe(1);
        (await Desk.Records.ListAsync("select source from interactions where source = 'call'")).Count.ShouldBe(1);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_call_that_was_left_open_is_asked_about_once(string platform)
    {
        await OpenDeskAsync(platform);
        var form = await FormAsync(Priya, Room.Acme, "liaison call", "Take down a call");
        await form.SubmitAsync([("Who is calling?", "Ada Byrne"), ("What is happening?", "The export hangs"), .. Judged, (Else, "Yes, one more problem")]);
        (await CasesAsync()).Count.ShouldBe(1, "the first problem waits for nothing");
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(16));
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(16));
        App.DirectMessagesOf(Priya).Count(n => n.Says("The call with Ada Byrne is not complete")).ShouldBe(1);
        (await Desk.Records.ListAsync("select source from interactions where source = 'call'")).ShouldBeEmpty();
        await App.PressAsync(Priya, await Desk.SeesAsync(Priya, "The call with Ada Byrne is not complete"), "No, that was all");
        await Desk.SeesAsync(Dana, "Ada Byrne of Acme Ltd reached us");
        (await Desk.Records.ListAsync("select source from interactions where source = 'call'")).Count.ShouldBe(1);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_caller_leaves_a_message_in_the_same_call(string platform)
    {
        await OpenDeskAsync(platform);
        var form = await FormAsync(Priya, Room.Acme, "liaison call", "Take down a call");
        await form.SubmitAsync([("Who is calling?", "Ada Byrne"), ("What is happening?", "The export hangs"), .. Judged, (Else, "Yes, a message for a colleague")]);
        await Desk.SeesAsync(Priya, "Saved so far: ACME-1");
        (await form.SubmitAsync(("Whom is it for?", "Dana Park"), ("The message", "Lunch on Friday?"), (Else, "Asked: no, that is all"))).Taken.ShouldBeTrue();
        await App.PressAsync(Dana, await Desk.SeesAsync(Dana, "Lunch on Friday?"), "I have read it");
        await Desk.SeesAsync(Priya, "Dana Park read the message from Ada Byrne at");
        (await Desk.Records.ListAsync("select source from interactions where source = 'call'")).Count.ShouldBe(1);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_same_submission_twice_is_one_case_and_one_entry(string platform)
    {
        await OpenDeskAsync(platform);
        var form = await FormAsync(Priya, Room.Acme, "liaison call", "Take down a call");
        await form.SubmitTwiceAsync([("Who is calling?", "Ada Byrne"), ("What is happening?", "The export hangs"), .. Judged, (Else, "Asked: no, that is all")]);
        await Desk.ShowsAsync(Room.Triage, "The export hangs");
        (await CasesAsync()).Count.ShouldBe(1);
        (await Desk.Records.ListAsync("select source from interactions where source = 'call'")).Count.ShouldBe(1);
    }
}
