using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_a_case_ends : Story
{
    private const string Done = "What was done? The customer reads this.";
    private const string Why = "Why did it happen? The customer reads this.";
    private const string Measure = "What keeps it from coming back? The customer reads this.";
    private const string Reason = "The reason, for our own count";

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_customer_reads_exactly_what_was_previewed_and_nothing_typed_is_lost(string platform)
    {
        await OpenTakenAsync(platform);
        var resolve = await App.OpenAsync(Dana, Triage(), "Resolve");
        await resolve.SubmitAsync((Done, "We restarted it."), (Why, "A full disk. It will never happen again."), (Reason, "Capacity or speed"));
        await Desk.SeesAsync(Dana, "Say here what is done so that it does not, or leave the sentence out.");
        resolve.Typed(Done).ShouldBe("We restarted it.");

        await resolve.SubmitAsync((Measure, "We now watch the disk."));
        var preview = await Desk.SeesAsync(Dana, "The customer will read exactly this:");
        preview.Words.ShouldContain("So that it does not come back: We now watch the disk.");
        preview.Words.ShouldContain("Should you see it again, answer here and we take it up at once.");
        App.In(Room.Acme).ShouldNotContain(n => n.Says("We now watch the disk."));
        resolve.Typed(Why).ShouldBe("A full disk. It will never happen again.");

        await resolve.SubmitAsync((Done, "We restarted it and made room."));
        App.In(Room.Acme).ShouldNotContain(n => n.Says("We restarted it"), "changed words are shown once more");
        (await resolve.SubmitAsync()).Taken.ShouldBeTrue();
        var sent = await Desk.ShowsAsync(Room.Acme, "We restarted it and made room.", n => n.Root == Card().Id);
        sent.Words.ShouldContain("Why it happened: A full disk. It will never happen again.");
        sent.Words.ShouldContain("Does it work for you now?");
        (await Desk.Records.ListAsync("select reason from case_reasons")).ShouldBe(["capacity"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_customer_rates_once_with_one_press_and_may_say_why(string platform)
    {
        await OpenTakenAsync(platform);
        var asked = await ResolveAsync();
        await App.PressAsync(Dana, asked, "It works");
        await Desk.SeesAsync(Dana, "That is for the customer to say.");
        await App.PressAsync(Ada, asked, "It works");
        var rate = await Desk.ShowsAsync(Room.Acme, "How did we look after you?");
        rate.Id.ShouldBe(asked.Id, "the card that was answered asks");
        await App.PressAsync(Ada, rate, "2");
        var rated = await Desk.ShowsAsync(Room.Acme, "Your rating: 2 of 5.");
        await Desk.ShowsAsync(Room.Triage, "Ada Byrne rated ACME-1 2 of 5.", n => n.Root is not null);

        var comment = await App.OpenAsync(Ada, rated, "Add a comment");
        (await comment.SubmitAsync(("What should we keep, or do better?", "It took two days."))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Acme, "It took two days.");
        await FollowUpAsync();
        App.In(Room.Acme).Count(n => n.Says("How did we look after you?")).ShouldBe(0, "it is asked once");
        await Desk.ShowsAsync(Room.Triage, "2 of 5: It took two days.", n => n.Root is null);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_thank_you_is_asked_about_and_not_guessed(string platform)
    {
        await OpenTakenAsync(platform);
        await ResolveAsync();
        await App.SayAsync(Ada, Room.Acme, "thanks!", Card());
        var asked = await Desk.ShowsAsync(Room.Acme, "please tell us with one press which it is", n => n.Root is not null);
        asked.Buttons.ShouldBe(["It still works, just thanks", "Not fixed", "Something new"], ignoreOrder: true);
        await App.SayAsync(Ada, Room.Acme, "I mean it", Card());
        await Desk.SettleAsync();
        App.In(Room.Acme).Count(n => n.Says("please tell us with one press")).ShouldBe(1, "nobody is asked twice at once");
        (await PromisesAsync("Running")).ShouldContain("NextResponse");

        await App.PressAsync(Ada, asked, "It still works, just thanks");
        await Desk.ShowsAsync(Room.Acme, "It is good to hear that it works.");
        (await PromisesAsync("Running")).ShouldNotContain("NextResponse");
        (await Desk.Records.ListAsync("select verified_by from resolutions")).ShouldBe(["Ada Byrne"]);
        await App.SayAsync(Ada, Room.Acme, "thank you!", Card());
        await Desk.SettleAsync();
        App.In(Room.Acme).ShouldNotContain(n => n.Says("please tell us with one press"), "they said already that it works");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Words_after_a_resolution_may_be_the_old_problem_or_a_new_one(string platform)
    {
        await OpenTakenAsync(platform);
        await ResolveAsync();
        await App.SayAsync(Ada, Room.Acme, "And now the invoices are empty", Card());
        var asked = await Desk.ShowsAsync(Room.Acme, "please tell us with one press which it is", n => n.Root is not null);
        var fresh = await App.OpenAsync(Ada, asked, "Something new");
        (await fresh.SubmitAsync(("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, "ACME-2");
        await Desk.SettleAsync();
        (await Desk.Records.ListAsync("select c.reference from promises p join cases c on c.id = p.case_id where p.kind in ('NextResponse', 'FirstResponse') and p.state = 'Running'"))
            .ShouldBe(["ACME-2"], "it is answered there");
        (await Desk.Records.ListAsync("select text from timeline where kind = 'MovedOn'")).ShouldBe(["Ada Byrne says that it is something new: ACME-2."]);
        var broken = await App.OpenAsync(Ada, asked, "Not fixed");
        (await broken.SubmitAsync(("What is still wrong?", "It hangs again"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Acme, "It is not settled after all: we are working on it again.");
        (await CasesAsync()).ShouldBe(["ACME-1 Investigating P3", "ACME-2 New P3"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task One_of_ours_records_what_the_customer_said_elsewhere(string platform)
    {
        await OpenTakenAsync(platform);
        await ResolveAsync();
        await Desk.SettleAsync();
        var record = await App.OpenAsync(Dana, Triage(), "Record that it works");
        record.Typed("Who at the customer says that it works?").ShouldBe("Ada Byrne");
        (await record.SubmitAsync(("How do you know?", "They said it on a call"), ("Anything to remember?", $"{Inside} sounded tired"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Acme, "Ada Byrne confirmed that it works.");
        App.In(Room.Acme).ShouldNotContain(n => n.Says("How did we look after you?"));
        var followUp = await FollowUpAsync();
        followUp.Words.ShouldContain("How did we look after you?", customMessage: "their answer came on a call, so the follow-up asks");
        await Desk.ShowsAsync(Room.Triage, "nothing is missing", n => n.Root is null);
        await App.PressAsync(Dana, Triage(), "Close");
        await Desk.SettleAsync();
        (await CasesAsync()).ShouldBe(["ACME-1 Closed P3"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Cancelling_a_resolved_case_is_told_to_the_customer_and_reported(string platform)
    {
        await OpenTakenAsync(platform);
        await ResolveAsync();
        var cancel = await FormAsync(Dana, Room.Triage, "liaison cancel ACME-1", "Preview");
        await Desk.SeesAsync(Dana, "would end although it is not verified by the customer and not followed up");
        (await cancel.SubmitAsync(("Why is it not needed?", $"{Inside} a duplicate"))).Taken.ShouldBeFalse();
        await PreviewAsync(cancel, ("What does the customer read?", "It is the same as what Omar reported; we go on there."));
        App.In(Room.Acme).ShouldNotContain(n => n.Says("what Omar reported"));
        await SendAsync(cancel);
        await Desk.ShowsAsync(Room.Acme, "It is the same as what Omar reported; we go on there.", n => n.Root is not null);
        await Desk.SeesAsync(Dana, "ACME-1 is cancelled. The customer is told.");
        (await Desk.Records.ListAsync("select array_to_string(steps, ' ') || ': ' || reason from exceptions")).ShouldBe([$"Verified FollowedUp: {Inside} a duplicate"]);
        await App.CommandAsync(Grace, Room.Triage, "liaison digest");
        await Desk.SeesAsync(Grace, "ACME-1 cancelled by Dana Park");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Nobody_is_said_to_be_told_who_has_no_channel(string platform)
    {
        await OpenTakenAsync(platform);
        await Desk.Records.RunAsync("update cases set channel_id = ''");
        var wait = await App.OpenAsync(Dana, Triage(), "Wait");
        (await wait.SubmitAsync(("What do you need to know? The customer reads this.", "Which version?"))).Sent.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "They have no channel with us: tell them yourself.", n => n.Place == "dialog");
        await SendAsync(wait);
        await Desk.SeesAsync(Dana, "what was promised for a time goes on. They have no channel with us: tell them yourself.");
        await App.CommandAsync(Dana, Room.Triage, "liaison resume ACME-1");
        await Desk.SettleAsync();
        var resolve = await App.OpenAsync(Dana, Triage(), "Resolve");
        (await resolve.SubmitAsync((Done, "We restarted it."), (Why, "A full disk."), (Reason, "Capacity or speed"))).Sent.ShouldBeTrue();
        (await Desk.SeesAsync(Dana, "They have no channel with us: tell them yourself.", n => n.Place == "dialog")).Words.ShouldNotContain("The customer will read exactly this");
        await SendAsync(resolve);
        await Desk.SeesAsync(Dana, "ACME-1 is resolved. They have no channel with us: tell them yourself.");
        (await Desk.Records.ListAsync("select count(*)::text from resolutions where told_at is null")).ShouldBe(["1"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Two_resolve_at_once_and_the_second_keeps_what_they_typed(string platform)
    {
        await OpenTakenAsync(platform);
        var mine = await App.OpenAsync(Priya, Triage(), "Resolve");
        await mine.SubmitAsync((Done, "Priya was here."), (Why, "Chance."), (Reason, "Data"));
        await Desk.SeesAsync(Priya, "The customer will read exactly this:");
        await ResolveAsync();
        (await mine.SubmitAsync()).Taken.ShouldBeFalse();
        await Desk.SeesAsync(Priya, "ACME-1 is resolved. Reopen it first if there is more to do.");
        mine.Typed(Done).ShouldBe("Priya was here.");
        await App.CommandAsync(Priya, Room.Triage, "liaison resolve ACME-1");
        await Desk.SeesAsync(Priya, "ACME-1 is resolved. Reopen it first if there is more to do.");
        App.In(Room.Acme).ShouldNotContain(n => n.Says("Priya was here."));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Engineering_hands_a_fix_back_and_the_customer_must_be_told(string platform)
    {
        await OpenTakenAsync(platform);
        var climb = await App.OpenAsync(Dana, Triage(), "Escalate");
        (await climb.SubmitAsync(("Why does it move up?", "It is a technical bug"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, "With engineering", n => n.Root is null);
        var fix = await App.OpenAsync(Lee, Triage(), "Fix is in");
        (await fix.SubmitAsync(("What was changed?", $"{Inside} null check in the exporter"))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "ACME-1: a fix is in");
        await Desk.ShowsAsync(Room.Triage, "Checking a fix", n => n.Root is null && !n.Buttons.Contains("Close"));
        (await CasesAsync()).ShouldBe(["ACME-1 Verifying P3"]);
        await App.PressAsync(Dana, Triage(), "Not fixed for them");
        await Desk.ShowsAsync(Room.Triage, "With engineering", n => n.Root is null);
        await App.CommandAsync(Dana, Room.Triage, "liaison close ACME-1");
        await Desk.SeesAsync(Dana, "ACME-1 is not resolved yet. Resolve it first, or cancel it with a reason.");
    }
}
