using ChatLiaison.Playground;
using ChatLiaison.TestKit;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_engineering_gets_the_brief : Story
{
    private const string Title = "Technical Brief: Acme Ltd / The export hangs";

    private static SamplePerson Jun => SamplePeople.Jun;

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task It_goes_along_with_the_climb_and_is_accepted(string platform)
    {
        await OpenDeskAsync(platform);
        var brief = await ClimbAsync();
        brief.Words.ShouldContain("From Dana Park for Jun Tanaka");
        brief.Words.ShouldContain("ACME-1 · 20 % complete. Missing: steps to see it (15)");
        brief.Words.ShouldContain("CTO");
        brief.Words.ShouldContain("[x] advanced");
        brief.Words.ShouldContain("not said yet");
        brief.Words.ShouldContain("no change is on record in the 1 day before");
        brief.Words.ShouldContain("Dana Park: The export hangs");

        await App.PressAsync(Jun, brief, "Accept");
        await Desk.SeesAsync(Jun, "Jun Tanaka accepted it");
        await Desk.ShowsAsync(Room.Triage, "Jun Tanaka accepted it", n => n.Root is null);
        (await Desk.Records.ListAsync("select state from handoffs")).ShouldBe(["Accepted"]);
        (await PromisesAsync("Kept")).ShouldContain("LevelResponse");
        (await CasesAsync()).ShouldBe(["ACME-1 WithEngineering P3"]);

        var asked = await WaitAsync("Which version?");
        await App.SayAsync(Ada, Room.Acme, "Version 9", asked);
        await Desk.ShowsAsync(Room.Triage, "Version 9", n => n.Root is not null);
        (await CasesAsync()).ShouldBe(["ACME-1 WithEngineering P3"], "it goes on where it was");

        await App.PressAsync(Dana, Triage(), "Brief and tickets");
        await Desk.SeesAsync(Dana, Title, n => n.Buttons.Contains("Ask support"));
        await App.CommandAsync(Dana, Room.Triage, "liaison accept ACME-1");
        await Desk.SeesAsync(Dana, "Answering a brief is for engineering.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task It_comes_back_with_what_is_missing_and_goes_out_again_complete(string platform)
    {
        await OpenDeskAsync(platform);
        var bounce = await App.OpenAsync(Jun, await ClimbAsync(), "Send back");
        (await bounce.SubmitAsync(("missing", ""))).Said.ShouldContain("Tick what is missing, or ask a question, so that support knows what to do.");
        bounce = await App.OpenAsync(Jun, await Desk.SeesAsync(Jun, Title), "Send back");
        (await bounce.SubmitAsync(("One question", "Is it every export or only the large ones?"))).Taken.ShouldBeTrue();

        var back = await Desk.SeesAsync(Dana, "ACME-1: Jun Tanaka sent the brief back");
        back.Words.ShouldContain("Missing: steps to see it, what should happen");
        back.Words.ShouldContain("Question: Is it every export or only the large ones?");
        back.Words.ShouldContain("Please answer by");
        (await Desk.Records.ListAsync("select reason from promises where kind = 'Personal' and state = 'Running'"))[0].ShouldContain("Answer Jun Tanaka of engineering.");
        await Desk.ShowsAsync(Room.Triage, "Jun Tanaka sent it back", n => n.Root is null);
        await App.CommandAsync(Dana, Room.Triage, "cases promises mine");
        (await Desk.SeesAsync(Dana, "What you owe", n => n.Buttons.Contains("Complete it"))).Buttons.ShouldNotContain("Done", "the question is still open");

        var complete = await App.OpenAsync(Dana, back, "Complete it");
        (await complete.SubmitAsync(
            ("Your answer", "Only those over 10,000 rows."), ("Steps to see it", "1. Open reports\n2. Export"), ("What should happen", "A file comes"),
            ("Product version", "4.2.1"))).Taken.ShouldBeTrue();
        var again = await Desk.SeesAsync(Jun, "Dana Park answered: Only those over 10,000 rows.");
        again.Words.ShouldContain("Sent back once, asked again 0 times.");
        again.Words.ShouldContain("2. Export");
        again.Words.ShouldContain("4.2.1");
        (await PromisesAsync("Kept")).ShouldContain("Personal");
        (await Desk.Records.ListAsync("select state || ' ' || again from handoffs order by sent_at")).ShouldBe(["Ended false", "Sent true"]);
        (await CasesAsync())[0].ShouldBe("ACME-1 WithEngineering P3");

        await App.PressAsync(Jun, again, "Accept");
        await Desk.SeesAsync(Jun, "Jun Tanaka accepted it");
        var ask = await App.OpenAsync(Jun, await Desk.SeesAsync(Jun, "Jun Tanaka accepted it"), "Ask support");
        (await ask.SubmitAsync(("One question", "Which region?"))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "ACME-1: Jun Tanaka of engineering asks");
        (await Desk.Records.ListAsync("select kind from handoff_questions order by at")).ShouldBe(["Bounce", "Ask"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task It_is_never_posted_in_a_customers_channel(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync();
        await App.CommandAsync(Dana, Room.Acme, "liaison brief ACME-1 here");
        await Desk.SeesAsync(Dana, "This is Acme Ltd's channel, so the brief stays out of it. Ask for it in one of our own rooms.");
        App.In(Room.Acme).ShouldNotContain(n => n.Says("Technical Brief"));
        await App.CommandAsync(Dana, Room.Triage, "liaison brief ACME-1 here");
        await Desk.ShowsAsync(Room.Triage, Title);
        await App.CommandAsync(Dana, Room.Triage, "liaison accept ACME-1");
        await Desk.SeesAsync(Dana, "No brief of ACME-1 was sent yet.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Both_sides_say_in_two_taps_how_it_went(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Jun, await ClimbAsync(), "Accept");
        await Desk.SeesAsync(Jun, "Jun Tanaka accepted it");
        await Desk.SettleAsync();
        await ResolveAsync();

        await App.PressAsync(Jun, await Desk.SeesAsync(Jun, "Did the brief say what you needed?"), "Some of it");
        await App.PressAsync(Jun, await Desk.SeesAsync(Jun, "And how did working with support go?"), "Well");
        await Desk.SeesAsync(Jun, "Thank you. It is noted for ACME-1.");
        await App.PressAsync(Dana, await Desk.SeesAsync(Dana, "Did you get what you needed from them?"), "All of it");
        await Desk.SeesAsync(Dana, "And how did working with engineering go?");
        (await Desk.Records.ListAsync("select side || ' ' || complete || ' ' || coalesce(together::text, '-') from handoff_ratings order by side"))
            .ShouldBe(["Receiver 2 3", "Sender 3 -"]);
        await App.CommandAsync(Grace, Room.Triage, "liaison handoffs");
        (await Desk.SeesAsync(Grace, "Hand-offs to engineering")).Words.ShouldContain("what they needed 2.0 of 3, working together 3.0 of 3 (1 asked)");
        await App.CommandAsync(Grace, Room.Management, "liaison digest");
        (await Desk.SeesAsync(Grace, "Hand-offs to engineering", n => n.Says("last week"))).Words.ShouldContain("engineering rates them");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task It_brings_the_changes_the_tickets_and_what_was_seen_before(string platform)
    {
        await OpenDeskAsync(platform);
        using var tool = new OtherSystem(Desk.Server.Address, Desk.Clock);
        var at = Desk.Clock.GetUtcNow().AddHours(-2).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        (await tool.TellAsync("changes", $$"""{ "id": "d-1", "at": "{{at}}", "kind": "deployment", "title": "exporter 4.2.1", "service": "exporter", "by": "Mateo" }""")).Status.ShouldBe(200);
        await TakeDownAsync("The nightly export hangs");
        await TakeDownAsync();

        await App.CommandAsync(Dana, Room.Triage, "case ACME-2 link https://tracker.example.com/BUG-12 Export bug");
        await Desk.ShowsAsync(Room.Triage, "Tickets and pages", n => n.Root is null && n.Says("Export bug"));
        (await tool.TellAsync("tickets", $$"""{ "id": "t-1", "at": "{{at}}", "url": "https://tracker.example.com/BUG-12/", "status": "In review" }""")).Said.ShouldBe("Stored. One case shows it.");
        await Desk.ShowsAsync(Room.Triage, "In review", n => n.Root is null && n.Says("Export bug"));
        await Desk.ShowsAsync(Room.Triage, "is now In review.", n => n.Root is not null);

        await App.SayAsync(Priya, Room.Triage, "tried: a restart → it hangs again", Triage("ACME-2"));
        await App.SayAsync(Priya, Room.Triage, "finding: the index is corrupt", Triage("ACME-2"));
        await Desk.SettleAsync();
        await App.CommandAsync(Dana, Room.Triage, "case ACME-2 brief");
        var brief = await Desk.SeesAsync(Dana, Title);
        brief.Words.ShouldContain("Priya Raman tried: a restart → it hangs again");
        brief.Words.ShouldContain("Priya Raman found: the index is corrupt");
        brief.Words.ShouldContain("deployment: exporter 4.2.1 (exporter), by Mateo");
        brief.Words.ShouldContain("Export bug");
        brief.Words.ShouldContain("In review");
        brief.Words.ShouldContain("ACME-1 (the same customer");
        var copy = await App.OpenAsync(Dana, brief, "Copy as text");
        var text = copy.Typed("Markdown");
        text.ShouldContain("## Technical Brief: Acme Ltd / The export hangs");
        text.ShouldContain("- **Company**: Acme Ltd");
        text.ShouldContain("[x] Advanced");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_bug_report_stands_in_it_and_the_escalation_report_tells_the_time_spent(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await App.SayAsync(Dana, Room.Triage, "Restarted the worker, no change", Triage());
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(40));
        await App.CommandAsync(Dana, Room.Triage, "case ACME-1 brief");
        var bug = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, Title), "Bug report");
        (await bug.SubmitAsync(
            ("Steps to see it", "1. Export"), ("What should happen", "A file"), ("What happens instead", "It hangs"), ("Does it happen again?", "Every time"),
            ("Since which version or change?", "4.2.1"))).Taken.ShouldBeTrue();
        await App.CommandAsync(Dana, Room.Triage, "liaison brief ACME-1");
        (await Desk.SeesAsync(Dana, "Every time")).Words.ShouldContain("4.2.1");
        await App.CommandAsync(Lee, Room.Triage, "case ACME-1 report");
        var report = await Desk.SeesAsync(Lee, "Escalation report: ACME-1");
        report.Words.ShouldContain("40 min");
        report.Words.ShouldContain("Restarted the worker, no change");
        report.Words.ShouldContain("Medium");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Sent_to_nobody_by_name_it_is_answered_by_whoever_of_engineering_is_on_call(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison brief ACME-1 send");
        (await Desk.SeesAsync(Dana, "The brief of ACME-1 is with its working thread.")).Words.ShouldContain("Jun Tanaka is to answer it by");
        await Desk.ShowsAsync(Room.Triage, Title, n => n.Root is not null);
        await App.CommandAsync(Dana, Room.Triage, "liaison brief ACME-1 send");
        await Desk.SeesAsync(Dana, "nobody has answered it yet.");
        await App.CommandAsync(Lee, Room.Triage, "liaison take ACME-1");
        await Desk.SettleAsync();
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(65), TimeSpan.FromMinutes(1));
        await Desk.SeesAsync(Priya, "ACME-1 needs you");
        (await OwedByEngineeringAsync()).ShouldBe(["Running"], "neither another owner nor the next level of the ladder answers the brief");

        await App.PressAsync(Jun, await Desk.SeesAsync(Jun, "accept the technical brief or send it back"), "Accept");
        await Desk.SeesAsync(Jun, "ACME-1 is with you.");
        (await OwedByEngineeringAsync()).ShouldBe(["Kept"]);
        (await CasesAsync()).ShouldBe(["ACME-1 WithEngineering P3"]);
    }

    private Task<IReadOnlyList<string>> OwedByEngineeringAsync() => Desk.Records.ListAsync("select state from promises where kind = 'LevelResponse' and level = 2");

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_report_of_a_climb_tells_what_was_found_and_tried(string platform)
    {
        await OpenDeskAsync(platform);
        var triage = await TakeDownAsync();
        await App.PressAsync(Dana, triage, "Take");
        await App.SayAsync(Lee, Room.Triage, "tried: a restart → it hangs again", triage);
        await App.SayAsync(Lee, Room.Triage, "finding: the index is corrupt", triage);
        await Desk.SettleAsync();
        var climb = await App.OpenAsync(Dana, Triage(), "Escalate");
        (await climb.SubmitAsync(("Why does it move up?", "It is beyond what I know"))).Taken.ShouldBeTrue();
        var report = await Desk.SeesAsync(Priya, "ACME-1 needs you");
        report.Words.ShouldContain("Lee Osei tried: a restart → it hangs again");
        report.Words.ShouldContain("Lee Osei found: the index is corrupt");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_is_new_reaches_the_engineer_and_what_they_write_reaches_support(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Jun, await ClimbAsync(), "Accept");
        await Desk.SeesAsync(Jun, "Jun Tanaka accepted it");
        await App.SayAsync(Ada, Room.Acme, "Thanks!", Card());
        await App.SayAsync(Ada, Room.Acme, "It hangs for PDF, too", Card());
        await ReachesAsync(Jun, "New from Ada Byrne on ACME-1", "It hangs for PDF, too");
        App.DirectMessagesOf(Jun).ShouldNotContain(n => n.Says("New from") && n.Says("Thanks!"), "there is nothing in it to do");

        await App.SayAsync(Dana, Room.Triage, $"finding: {Inside} only since the release", Triage());
        await ReachesAsync(Jun, "Dana Park on ACME-1, found", $"{Inside} only since the release");
        await App.SayDirectlyAsync(Jun, $"tried: {Inside} another queue -> no change");
        await Desk.SeesAsync(Jun, "Logged on ACME-1, and in its thread. It stays inside.");
        await Desk.ShowsAsync(Room.Triage, "Jun Tanaka on ACME-1, tried", n => n.Root is not null && n.Says("another queue"));
        (await Desk.Records.ListAsync("select text from timeline where kind = 'Tried'")).ShouldHaveSingleItem().ShouldContain("another queue → no change");

        await App.SayDirectlyAsync(Priya, "finding: something");
        await Desk.SeesAsync(Priya, "I can't tell which case that is about.");
        await App.SayDirectlyAsync(Priya, $"ACME-1 finding: {Inside} it is the disk");
        await Desk.ShowsAsync(Room.Triage, "Priya Raman on ACME-1, found", n => n.Root is not null);
    }

    private async Task ReachesAsync(SamplePerson who, string title, string words) =>
        await Desk.SeesAsync(who, title, n => n.Says(words) && App.DirectMessagesOf(who).Any(m => m.Id == n.Id));

    private async Task<Note> ClimbAsync()
    {
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var climb = await App.OpenAsync(Dana, Triage(), "Escalate");
        (await climb.SubmitAsync(("Why does it move up?", "It is a technical bug"))).Taken.ShouldBeTrue();
        return await Desk.SeesAsync(Jun, Title);
    }
}
