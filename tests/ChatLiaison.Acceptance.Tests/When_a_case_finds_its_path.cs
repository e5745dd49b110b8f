using ChatLiaison.Playground;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

/// <summary>Support settles it or engineering does; what engineering did is checked for this customer, and management comes when it does not work.</summary>
public sealed class When_a_case_finds_its_path : Story
{
    private const string Bug = "Technical Brief: Acme Ltd / The export hangs";

    private static SamplePerson Jun => SamplePeople.Jun;

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Whoever_takes_it_is_asked_and_the_answer_is_on_record_and_can_change(string platform)
    {
        await OpenDeskAsync(platform);
        var card = await TakeDownAsync();
        card.Buttons.ShouldNotContain("I can settle this", "nobody has it yet");
        await App.PressAsync(Dana, card, "Take");
        await Desk.ShowsAsync(Room.Triage, "Nobody has said yet", n => n.Root is null && n.Says("Can support settle it?"));

        await App.PressAsync(Lee, Triage(), "I can settle this");
        await Desk.SeesAsync(Lee, "Dana Park holds ACME-1. Take it first, then say so.");
        await App.PressAsync(Dana, Triage(), "I can settle this");
        var said = await Desk.ShowsAsync(Room.Triage, "Yes, says Dana Park", n => n.Root is null);
        said.Buttons.ShouldNotContain("I can settle this");
        said.Buttons.ShouldNotContain("Needs engineering");

        await App.CommandAsync(Dana, Room.Triage, "case ACME-1");
        await Desk.SeesAsync(Dana, "Yes, says Dana Park", n => n.Says("Can support settle it?"));
        await App.CommandAsync(Dana, Room.Triage, "case ACME-1 log");
        await Desk.SeesAsync(Dana, "Dana Park can settle it.");

        await App.CommandAsync(Dana, Room.Triage, "liaison path ACME-1");
        var hand = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "ACME-1: can support settle it?"), "Needs engineering");
        await Desk.SeesAsync(Dana, "The brief of ACME-1 goes along. 20 % complete.");
        (await hand.SubmitAsync(("What should engineering know?", $"{Inside} it is the queue"))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "ACME-1 goes to Jun Tanaka of engineering, with its brief.");
        (await Desk.SeesAsync(Jun, Bug)).Buttons.ShouldContain("Accept");
        await Desk.ShowsAsync(Room.Triage, "No, it needs engineering, says Dana Park", n => n.Root is null);
        (await CasesAsync()).ShouldBe(["ACME-1 WithEngineering P3"]);
        (await Desk.Records.ListAsync("select text from timeline where kind = 'Climbed'")).ShouldHaveSingleItem().ShouldContain($"Dana Park: it needs engineering. {Inside} it is the queue");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_restricted_case_asks_those_who_may_see_it_and_no_room(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await App.CommandAsync(Dana, Room.Triage, "liaison restrict ACME-1 because personal data");
        await Desk.ShowsAsync(Room.Triage, "A restricted case", n => n.Root is null && n.Buttons.Count == 1);
        await App.CommandAsync(Dana, Room.Triage, "case ACME-1");
        var hand = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "Nobody has said yet", n => n.Says("Can support settle it?")), "Needs engineering");
        (await hand.SubmitAsync()).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Jun, Bug);
        await App.CommandAsync(Lee, Room.Triage, "liaison path ACME-1");
        await Desk.SeesAsync(Lee, "There is no case ACME-1.");
        App.In(Room.Triage).ShouldNotContain(n => n.Says("Can support settle it?"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_management_has_keeps_its_level_while_engineering_gets_the_brief(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var climb = await App.OpenAsync(Dana, Triage(), "Escalate");
        (await climb.SubmitAsync(("Why does it move up?", "The business impact is urgent"))).Taken.ShouldBeTrue();
        await App.PressAsync(Grace, await Desk.SeesAsync(Grace, "ACME-1 needs you"), "I'm on it");
        await Desk.ShowsAsync(Room.Triage, "Management", n => n.Root is null && n.Buttons.Contains("Needs engineering"));
        var hand = await App.OpenAsync(Grace, Triage(), "Needs engineering");
        (await hand.SubmitAsync()).Taken.ShouldBeTrue();
        (await Desk.SeesAsync(Grace, "The brief of ACME-1 is with its working thread.")).Words.ShouldContain("Jun Tanaka is to answer it by");
        (await Desk.Records.ListAsync("select level::text || ' ' || owner_name from cases")).ShouldBe(["3 Grace Lindqvist"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_fix_is_checked_item_by_item_before_the_customer_is_told(string platform)
    {
        await OpenWithEngineeringAsync(platform);
        await FixAsync($"{Inside} export ten thousand rows");
        var told = await Desk.SeesAsync(Dana, "ACME-1: a fix is in");
        told.Words.ShouldContain("their version");
        var resolve = await App.OpenAsync(Dana, told, "Resolve");
        (string, string)[] words =
        [
            ("What was done? The customer reads this.", "We mended the export."), ("Why did it happen? The customer reads this.", "A check was missing."),
            ("The reason, for our own count", "Defect in the product"),
        ];
        await Desk.SeesAsync(Dana, "Jun Tanaka changed: A null check.");
        (await resolve.SubmitAsync([.. words, ("What did you check the fix with?", "Their version")])).Said.ShouldContain("Not everything is ticked.");
        resolve.Typed("What was done? The customer reads this.").ShouldBe("We mended the export.");
        (await resolve.SubmitAsync(("Why is the rest not checked?", $"{Inside} they are asleep"))).Sent.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "The customer will read exactly this:");
        await SendAsync(resolve);
        await Desk.ShowsAsync(Room.Acme, "We mended the export.");
        (await Desk.Records.ListAsync("select text from timeline where kind = 'Excepted'")).ShouldHaveSingleItem()
            .ShouldBe($"Dana Park checked the fix with their version, and not with {Inside} export ten thousand rows, their configuration, their data, the people who reported it and the steps that the case describes: {Inside} they are asleep");
        await Desk.ShowsAsync(Room.Triage, "Fix checked", n => n.Root is null && n.Says("by Dana Park with their version; not with"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_fix_that_comes_in_while_it_is_being_resolved_is_asked_about_first(string platform)
    {
        await OpenWithEngineeringAsync(platform);
        await Desk.SettleAsync();
        var resolve = await App.OpenAsync(Dana, Triage(), "Resolve");
        await FixAsync("");
        (await resolve.SubmitAsync(
            ("What was done? The customer reads this.", "We mended the export."), ("Why did it happen? The customer reads this.", "A check was missing."),
            ("The reason, for our own count", "Defect in the product"))).Sent.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "Jun Tanaka changed: A null check.");
        resolve.Typed("What was done? The customer reads this.").ShouldBe("We mended the export.");
        (await resolve.SubmitAsync()).Said.ShouldContain("Not everything is ticked.");
        (await CasesAsync()).ShouldBe(["ACME-1 Verifying P3"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_fix_that_does_not_work_offers_management_at_once(string platform)
    {
        await OpenWithEngineeringAsync(platform);
        await FixAsync("");
        await Desk.SeesAsync(Dana, "ACME-1: a fix is in");
        await App.PressAsync(Dana, Triage(), "Not fixed for them");
        var offer = await Desk.SeesAsync(Dana, "ACME-1: not fixed for them", n => n.Buttons.Contains("Bring in management"));
        (await Desk.SeesAsync(Jun, "ACME-1: not fixed for them")).Words.ShouldContain("Dana Park checked the fix and it does not work for them. It is with you again.");
        (await CasesAsync()).ShouldBe(["ACME-1 WithEngineering P3"]);
        (await Desk.Records.ListAsync("select expedited::text from cases")).ShouldBe(["false"], "nothing goes up that nobody chose");

        var bring = await App.OpenAsync(Dana, offer, "Bring in management");
        await Desk.SeesAsync(Dana, "ACME-1 goes up to Management and is expedited: it has the targets of P2 from then on.");
        bring.Typed("Why?").ShouldBe("Not fixed for the customer, once. Dana Park checked the fix and it does not work for them.");
        (await bring.SubmitAsync(("Why?", $"{Inside} they ship on Friday"))).Taken.ShouldBeTrue();
        (await Desk.SeesAsync(Grace, "ACME-1 needs you")).Words.ShouldContain($"Dana Park: {Inside} they ship on Friday");
        (await Desk.Records.ListAsync("select expedited::text || ' ' || level from cases")).ShouldBe(["true 3"]);
        await Desk.ShowsAsync(Room.Triage, "Expedited", n => n.Root is null && !n.Buttons.Contains("Bring in management"));

        await App.PressAsync(Dana, offer, "Bring in management");
        await Desk.SeesAsync(Dana, "Management has ACME-1 already.");
        (await Desk.Records.ListAsync("select level::text from cases")).ShouldBe(["3"], "an old button goes no higher");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_second_time_it_goes_to_management_by_itself(string platform)
    {
        await OpenWithEngineeringAsync(platform);
        await FixAsync("");
        await Desk.SeesAsync(Dana, "ACME-1: a fix is in");
        await App.PressAsync(Dana, Triage(), "Not fixed for them");
        await Desk.ShowsAsync(Room.Triage, "With engineering", n => n.Root is null);
        await FixAsync("");
        await Desk.ShowsAsync(Room.Triage, "Checking a fix", n => n.Root is null);
        var resolve = await App.OpenAsync(Dana, Triage(), "Resolve");
        (await resolve.SubmitAsync(
            ("What was done? The customer reads this.", "We mended the export."), ("Why did it happen? The customer reads this.", "A check was missing."),
            ("The reason, for our own count", "Defect in the product"), ("Why is the rest not checked?", "It is one line."))).Sent.ShouldBeTrue();
        await SendAsync(resolve);

        var broken = await App.OpenAsync(Ada, await Desk.ShowsAsync(Room.Acme, "We mended the export."), "Not fixed");
        (await broken.SubmitAsync(("What is still wrong?", "It hangs at midnight."))).Taken.ShouldBeTrue();
        var told = await Desk.SeesAsync(Dana, "ACME-1: not fixed for them", n => n.Says("It hangs at midnight."));
        told.Words.ShouldContain("That is the case twice now, so it goes up to management by itself and is expedited.");
        told.Buttons.ShouldNotContain("Bring in management");
        await Desk.RunJobsAsync();
        (await Desk.SeesAsync(Grace, "ACME-1 needs you")).Words.ShouldContain("Not fixed for the customer, twice. Ada Byrne: It hangs at midnight.");
        (await Desk.Records.ListAsync("select expedited::text || ' ' || level from cases")).ShouldBe(["true 3"]);
        (await Desk.Records.ListAsync("select text from timeline where kind = 'Climbed' order by at desc"))[0].ShouldStartWith("Moved to Management: Grace Lindqvist. Not fixed for the customer, twice.");
    }

    private async Task OpenWithEngineeringAsync(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var hand = await App.OpenAsync(Dana, Triage(), "Needs engineering");
        (await hand.SubmitAsync()).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, "With engineering", n => n.Root is null);
    }

    private async Task FixAsync(string check)
    {
        await Desk.SettleAsync();
        var fix = await App.OpenAsync(Jun, Triage(), "Fix is in");
        (await fix.SubmitAsync(("What was changed?", "A null check."), ("How can it be checked for this customer?", check))).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
    }
}
