using ChatLiaison.TestKit;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

/// <summary>Monday afternoon in London, morning in New York: Dana goes away, Lee is asked to cover.</summary>
public sealed class When_somebody_is_away : Story
{
    private const string Say = $"liaison away until Wednesday 9:00 because {Inside} of a course cover @Lee Osei";

    private static readonly DateTimeOffset Afternoon = TestClock.MondayMorning.AddHours(6);

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task It_is_understood_first_and_done_on_the_press(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await HoldAsync();
        await App.CommandAsync(Dana, Room.Triage, Say);
        var understood = await Desk.SeesAsync(Dana, "Away from");
        Names(understood, "Wed 25 Nov, 09:00", "2026-11-25T09:00").ShouldBeTrue(understood.Words);
        understood.Words.ShouldContain("Lee Osei");
        understood.Words.ShouldContain("Something falls due meanwhile on one case. Lee Osei is asked to take it:");
        understood.Words.ShouldContain("ACME-1 P3 · The export hangs");
        understood.Words.ShouldContain("You are on call meanwhile. Nobody else is, unless a colleague takes the turn:");
        (await Desk.Records.ListAsync("select reason from absences")).ShouldBeEmpty();

        await App.PressAsync(Dana, understood, "Yes, I'm away");
        var done = await Desk.SeesAsync(Dana, "You are away from");
        done.Words.ShouldContain("Lee Osei is asked to take what is running");
        await App.OpenAsync(Dana, done, "Swap a turn");
        (await Desk.Records.ListAsync("select consent from absences")).ShouldBe(["Asked"]);
        await App.CommandAsync(Priya, Room.Triage, "liaison away list");
        (await Desk.SeesAsync(Priya, "Who is away")).Words.ShouldContain("Dana Park until");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_cannot_be_understood_changes_nothing(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await App.CommandAsync(Dana, Room.Triage, "liaison away until 1/12");
        await Desk.SeesAsync(Dana, "A date with a slash can be read two ways. Write it as 1 Dec or 2026-12-01.");
        await App.CommandAsync(Dana, Room.Triage, "liaison away tomorrow cover @Nobody Known");
        await Desk.SeesAsync(Dana, "Nobody here is called Nobody Known.");
        await App.CommandAsync(Dana, Room.Triage, "liaison away tomorrow cover Dana");
        await Desk.SeesAsync(Dana, "You can't cover for yourself. Name somebody else.");
        await App.CommandAsync(Dana, Room.Triage, "liaison back");
        await Desk.SeesAsync(Dana, "You are not away.");
        (await Desk.Records.ListAsync("select reason from absences")).ShouldBeEmpty();
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_form_asks_the_same_and_confirms_too(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await HoldAsync();
        await App.CommandAsync(Dana, Room.Triage, Say);
        var form = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "Away from"), "Change it");
        form.Typed("When?").ShouldContain("2026-11-25 09:00");
        form.Typed("Who covers for you?").ShouldBe("Lee Osei");
        (await form.SubmitAsync(("When?", "whenever"))).Said.ShouldContain("I don't understand 'whenever'");
        (await form.SubmitAsync(("When?", "until Thursday 10:00"))).Sent.ShouldBeTrue();
        var asked = await Desk.SeesAsync(Dana, "Is this right?");
        Names(asked, "Thu 26 Nov, 10:00", "2026-11-26T10:00").ShouldBeTrue(asked.Words);
        (await Desk.Records.ListAsync("select consent from absences")).ShouldBeEmpty("it is confirmed first");
        (await form.SubmitAsync()).Taken.ShouldBeTrue();
        (await Desk.Records.ListAsync("select to_char(ends_at at time zone 'UTC', 'DD HH24:MI') from absences")).ShouldBe(["26 10:00"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_manager_says_it_for_a_colleague_who_is_told(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await HoldAsync();
        await App.CommandAsync(Lee, Room.Triage, "liaison away @Dana Park until Wednesday 9:00 because ill cover @Lee Osei");
        await Desk.SeesAsync(Lee, "Only Dana Park, a manager or senior support of the same team can say that Dana Park is away.");
        await App.CommandAsync(Grace, Room.Management, "liaison away @Dana Park until Wednesday 9:00 because ill cover @Lee Osei");
        var understood = await Desk.SeesAsync(Grace, "Dana Park: away from");
        Names(understood, "Wed 25 Nov, 09:00", "2026-11-25T09:00").ShouldBeTrue("the times are Dana's");
        understood.Words.ShouldContain("Lee Osei is asked to take it:");
        await App.PressAsync(Grace, understood, "Yes, put it down");
        await Desk.SeesAsync(Grace, "Dana Park is told, and can end it with /liaison back.");
        (await Desk.SeesAsync(Dana, "Grace Lindqvist put it down for you.")).Words.ShouldContain("Lee Osei is asked to take what is running");
        await App.PressAsync(Lee, await Desk.SeesAsync(Lee, "Dana Park asks you to cover"), "Accept");
        await Desk.SeesAsync(Dana, "Lee Osei covers for you until");
        await App.CommandAsync(Dana, Room.Triage, "liaison back");
        await Desk.SeesAsync(Dana, "Welcome back.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_cover_says_yes_and_has_the_cases(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await HoldAsync();
        await GoAsync();
        var asked = await Desk.SeesAsync(Lee, "Dana Park asks you to cover");
        asked.Words.ShouldContain("You would get one case on which something falls due");
        asked.Words.ShouldContain("ACME-1 P3 · The export hangs");
        Triage().Says("with Dana Park").ShouldBeTrue();

        await App.PressAsync(Lee, asked, "Accept");
        await Desk.SeesAsync(Lee, "You cover for Dana Park");
        await Desk.ShowsAsync(Room.Triage, "with Lee Osei", n => n.Root is null);
        await Desk.SeesAsync(Dana, "Lee Osei covers for you until");
        (await OwnersAsync()).ShouldBe(["Lee Osei"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_cover_says_no_and_it_goes_on(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await HoldAsync();
        await GoAsync();
        await App.PressAsync(Lee, await Desk.SeesAsync(Lee, "Dana Park asks you to cover"), "Decline");
        await Desk.SeesAsync(Lee, "You do not cover for Dana Park, who is told.");
        (await Desk.SeesAsync(Dana, "Lee Osei can't cover for you.")).Words.ShouldContain("ACME-1 goes");
        (await OwnersAsync()).ShouldNotContain("Dana Park");
        await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "Lee Osei can't cover for you."), "Name another cover");
        await App.SayAsync(Ada, Room.Acme, "Is Dana there?");
        (await Desk.ShowsAsync(Room.Acme, "Dana Park is away until")).Words.ShouldContain("A colleague", customMessage: "whoever said no is not named to customers");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_cover_is_asked_for_what_has_come_up_since_they_were_told_of_nothing(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await App.CommandAsync(Dana, Room.Triage, "liaison away from 15:30 until Wednesday 9:00 cover @Lee Osei");
        await App.PressAsync(Dana, await Desk.SeesAsync(Dana, "Away from"), "Yes, I'm away");
        (await Desk.SeesAsync(Lee, "Dana Park names you as cover")).Words.ShouldContain("Nothing of theirs falls due meanwhile.");
        await HoldAsync();
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(32), TimeSpan.FromMinutes(8));
        var asked = await Desk.SeesAsync(Lee, "Dana Park asks you to cover");
        asked.Words.ShouldContain("ACME-1 P3 · The export hangs");
        await App.PressAsync(Lee, asked, "Accept");
        await Desk.ShowsAsync(Room.Triage, "with Lee Osei", n => n.Root is null);

        await App.CommandAsync(Dana, Room.Triage, "liaison away until Thursday 9:00 cover @Lee Osei");
        await App.PressAsync(Dana, await Desk.SeesAsync(Dana, "Away from", n => n.Buttons.Contains("Yes, I'm away")), "Yes, I'm away");
        await Desk.SeesAsync(Lee, "Dana Park, for whom you cover, is away until");
        await App.CommandAsync(Dana, Room.Triage, "liaison back");
        await Desk.SeesAsync(Lee, "Dana Park is back early. You need not cover any more");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_is_still_in_their_name_speaks_to_the_cover(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await HoldAsync();
        await GoAsync();
        await App.PressAsync(Ada, Card(), "Ask for a person");
        (await Desk.SeesAsync(Ada, "Dana Park is away until")).Words.ShouldContain("A person answers you on ACME-1 by");
        (await Desk.SeesAsync(Lee, "asks for a person on ACME-1", n => App.DirectMessagesOf(Lee).Any(m => m.Id == n.Id))).Words.ShouldContain("Why you: Dana Park is away, and you cover for them.");
        App.DirectMessagesOf(Dana).ShouldNotContain(n => n.Says("asks for a person"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task No_answer_in_time_is_no(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await HoldAsync();
        await GoAsync();
        await Desk.SeesAsync(Lee, "Without an answer by");
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(29));
        (await OwnersAsync()).ShouldBe(["Dana Park"]);
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(2));
        (await OwnersAsync()).ShouldNotContain("Dana Park");
        var late = await Desk.SeesAsync(Lee, "The time to answer whether you cover for Dana Park is over.");
        late.Buttons.ShouldBeEmpty();
        await Desk.SeesAsync(Dana, "Lee Osei has not answered whether they cover for you.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_new_case_goes_to_the_cover(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await GoAsync();
        (await Desk.SeesAsync(Lee, "Dana Park names you as cover")).Words.ShouldContain("Nothing of theirs falls due meanwhile.");
        await TakeDownAsync("Everything is down", "Everything or everyone stands still", "Now", by: Priya);
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(4));
        await Desk.SeesAsync(Lee, "acknowledge it");
        App.DirectMessagesOf(Dana).ShouldNotContain(n => n.Says("acknowledge it"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task It_ends_by_itself_and_the_cases_come_back_with_one_press(string platform)
    {
        // A ladder that leaves the case with whoever covers.
        var playbook = Directory.CreateTempSubdirectory("chatliaison-playbook-");
        await File.WriteAllTextAsync(
            Path.Combine(playbook.FullName, "escalation.yaml"),
            "levels:\n  - { number: 1, name: Senior support, role: senior-support, enter_at: 90h investigating, respond_within: 2h, script: senior-support }\n");
        await OpenDeskAsync(platform, Afternoon, playbook.FullName);
        await HoldAsync();
        await GoAsync();
        await App.PressAsync(Lee, await Desk.SeesAsync(Lee, "Dana Park asks you to cover"), "Accept");
        await Desk.SettleAsync();
        await App.SayAsync(Ada, Room.Acme, "It hangs for everyone now", Card());
        await Desk.ShowsAsync(Room.Triage, "It hangs for everyone now", n => n.Root is not null);
        await Desk.StopServersAsync();
        await Desk.StartServerAsync();
        await Desk.AdvanceAsync(TimeSpan.FromHours(42.5));

        var debrief = await Desk.SeesAsync(Dana, "Welcome back: one case moved while you were away");
        debrief.Words.ShouldContain("Acme Ltd");
        debrief.Words.ShouldContain("It hangs for everyone now");
        debrief.Words.ShouldContain("with Lee Osei");
        debrief.Words.ShouldContain("Say first:");
        await App.PressAsync(Dana, debrief, "All mine again");
        await Desk.ShowsAsync(Room.Triage, "with Dana Park", n => n.Root is null);

        // New York sleeps still: thanks can wait.
        await Desk.AdvanceAsync(TimeSpan.FromHours(4));
        (await Desk.SeesAsync(Lee, "Dana Park is back and has ACME-1 again.")).Words.ShouldContain("Thank you for looking after it");
        (await OwnersAsync()).ShouldBe(["Dana Park"]);
        await App.CommandAsync(Dana, Room.Triage, "liaison away list");
        await Desk.SeesAsync(Dana, "Nobody is away");
        playbook.Delete(recursive: true);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Coming_back_to_nothing_takes_one_line(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await GoAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison back");
        var welcome = await Desk.SeesAsync(Dana, "Welcome back. Nothing happened with your customers while you were away.");
        welcome.Buttons.ShouldBeEmpty();
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_customer_who_asks_for_them_leaves_a_message_and_sees_when_it_was_read(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await GoAsync();
        await App.SayAsync(Ada, Room.Acme, "Is Dana there?");
        var notice = await Desk.ShowsAsync(Room.Acme, "Dana Park is away until");
        notice.Words.ShouldContain("Lee Osei");
        notice.Buttons.ShouldBe(["Report a problem", "Leave a message"]);

        var form = await App.OpenAsync(Ada, notice, "Leave a message");
        (await form.SubmitAsync(("Your message", "Please call about the invoice"), ("How can they reach you?", "020 7946 0000"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Acme, "who has not read it yet");
        var left = await Desk.SeesAsync(Dana, "left you a message");
        left.Words.ShouldContain("Please call about the invoice");
        left.Words.ShouldContain("020 7946 0000");

        await App.PressAsync(Dana, left, "I have read it");
        await Desk.ShowsAsync(Room.Acme, "Dana Park read the message from Ada Byrne at");
        await Desk.SeesAsync(Dana, "You read it at");
        App.In(Room.Acme).ShouldNotContain(n => n.ByBot && n.Says("Please call about the invoice"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Whoever_takes_a_message_for_a_colleague_sees_when_it_was_read(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await GoAsync();
        var form = await FormAsync(Priya, Room.Triage, "liaison message Dana", "Leave a message");
        (await form.SubmitAsync(("Who is it from?", "Ms Unknown"), ("The message", "The contract is signed"))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Priya, "who has not read it yet");
        await App.PressAsync(Dana, await Desk.SeesAsync(Dana, "Ms Unknown left you a message"), "I have read it");
        await Desk.SeesAsync(Priya, "Dana Park read the message from Ms Unknown at");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Two_people_cannot_cover_each_other(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await GoAsync();
        await App.CommandAsync(Lee, Room.Triage, "liaison away tomorrow cover Dana");
        await Desk.SeesAsync(Lee, "Dana Park is away then too, and you cover for them. Name somebody else.");
        await App.CommandAsync(Lee, Room.Triage, "liaison away tomorrow cover Priya");
        await App.PressAsync(Lee, await Desk.SeesAsync(Lee, "Away from", n => n.Buttons.Contains("Yes, I'm away")), "Yes, I'm away");
        (await Desk.SeesAsync(Dana, "Lee Osei, who covers for you, is away from")).Words.ShouldContain("Priya Raman stands in.");
    }

    /// <summary>Dana has a case on which something is due before she is back.</summary>
    private async Task HoldAsync()
    {
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.ShowsAsync(Room.Triage, "with Dana Park", n => n.Root is null);
    }

    private async Task GoAsync()
    {
        await App.CommandAsync(Dana, Room.Triage, Say);
        await App.PressAsync(Dana, await Desk.SeesAsync(Dana, "Away from"), "Yes, I'm away");
        await Desk.SeesAsync(Dana, "You are away from");
    }

    /// <summary>A time as either client shows it.</summary>
    private static bool Names(Note note, string slack, string teams) => note.Says(slack) || note.Says(teams);

    private Task<IReadOnlyList<string>> OwnersAsync() => Desk.Records.ListAsync("select owner_name from cases order by reference");
}
