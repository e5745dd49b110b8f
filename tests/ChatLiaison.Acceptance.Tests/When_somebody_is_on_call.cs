using System.Net;
using System.Text.RegularExpressions;
using ChatLiaison.TestKit;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed partial class When_somebody_is_on_call : Story
{
    /// <summary>London and New York are at work.</summary>
    private static readonly DateTimeOffset Afternoon = new(2026, 11, 23, 14, 0, 0, TimeSpan.Zero);

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Everyone_sees_who_is_on_now_and_next(string platform)
    {
        await OpenDeskAsync(platform);
        await App.CommandAsync(Lee, Room.Triage, "liaison oncall");
        var all = await Desk.SeesAsync(Lee, "liaison: Dana Park is on call until");
        all.Words.ShouldContain("engineering: Jun Tanaka is on call until");
        all.Words.ShouldContain("then Mateo Silva");
        all.Words.ShouldNotContain("Nobody is on call");
        await App.CommandAsync(Lee, Room.Triage, "liaison oncall engineering");
        (await Desk.SeesAsync(Lee, "On call for engineering")).Words.ShouldContain("After that:");
        await App.CommandAsync(Lee, Room.Triage, "liaison oncall catering");
        await Desk.SeesAsync(Lee, "Nobody takes turns for that. There are rotations for engineering and liaison.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_gap_is_warned_of(string platform)
    {
        Use(await TestLiaison.PrepareAsync(platform));
        await Desk.Records.RunAsync("update people set active = false where email = 'jun@example.com'");
        await Desk.StartServerAsync();
        await App.CommandAsync(Lee, Room.Triage, "liaison oncall");
        (await Desk.SeesAsync(Lee, "engineering: nobody is on call until")).Words.ShouldContain("engineering: Nobody is on call from");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Standing_in_for_a_day_tells_whoever_is_relieved_and_can_be_taken_back(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await App.CommandAsync(Lee, Room.Triage, "liaison oncall liaison");
        var form = await App.OpenAsync(Lee, await Desk.SeesAsync(Lee, "On call for liaison"), "Stand in");
        (await form.SubmitAsync(("For which rotation?", "liaison"), ("Why?", "Dana is at the dentist"))).Taken.ShouldBeTrue();
        (await Desk.SeesAsync(Dana, "Lee Osei stands in for you on call")).Words.ShouldContain("Dana is at the dentist");
        await App.CommandAsync(Lee, Room.Triage, "liaison oncall liaison");
        var card = await Desk.SeesAsync(Lee, "liaison: Lee Osei is on call until");
        card.Words.ShouldContain("then Dana Park");
        await App.PressAsync(Lee, card, "Take back");
        await Desk.SeesAsync(Dana, "You are on call again");
        await App.CommandAsync(Grace, Room.Management, "liaison oncall liaison");
        await Desk.SeesAsync(Grace, "liaison: Dana Park is on call until");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_swap_is_asked_for_and_accepted_and_both_are_told(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await AskAsync("Lee Osei: Mon 30 Nov 09:00 – Mon 7 Dec 09:00");
        var asked = await Desk.SeesAsync(Lee, "Dana Park asks: can you take their turn on call?");
        asked.Buttons.ShouldBe(["Accept", "Decline"], ignoreOrder: true);
        (await OverridesAsync()).ShouldBe("0");
        await App.PressAsync(Lee, asked, "Accept");
        (await Desk.SeesAsync(Dana, "Lee Osei takes your turn on call")).Words.ShouldContain("You take theirs");
        await Desk.SeesAsync(Lee, "You took it. It is in the rotation.");
        (await OverridesAsync()).ShouldBe("2");

        // The turns were the other's: now the order is Dana, Dana, Lee, Lee, …
        await App.CommandAsync(Lee, Room.Triage, "liaison oncall liaison");
        await Desk.SeesAsync(Lee, "stands in for Dana Park");
        await Desk.AdvanceAsync(TimeSpan.FromDays(8));
        await App.CommandAsync(Grace, Room.Management, "liaison oncall liaison");
        await Desk.SeesAsync(Grace, "liaison: Dana Park is on call until");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_swap_is_taken_back_as_a_whole(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await AskAsync("Lee Osei: Mon 30 Nov 09:00 – Mon 7 Dec 09:00");
        await App.PressAsync(Lee, await Desk.SeesAsync(Lee, "Dana Park asks: can you take their turn on call?"), "Accept");
        await Desk.SettleAsync();
        (await OverridesAsync()).ShouldBe("2");
        await App.CommandAsync(Lee, Room.Triage, "liaison oncall liaison");
        await App.PressAsync(Lee, await Desk.SeesAsync(Lee, "stands in for Dana Park"), "Take back");
        await Desk.SeesAsync(Dana, "You are on call again");
        await Desk.SeesAsync(Dana, "You no longer stand in on call");
        (await OverridesAsync()).ShouldBe("0", "nobody keeps the half that was given in return");
        await Desk.SeesAsync(Lee, "The swap was taken back: each has their own turn again.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Those_whose_next_turn_changes_are_told(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        var form = await FormAsync(Grace, Room.Management, "liaison rotation liaison", "Change the rotation");
        (await form.SubmitAsync(("When, where, who", "09:00 London: Lee, Dana"))).Taken.ShouldBeTrue();
        (await Desk.SeesAsync(Dana, "Your turns on call for liaison have changed")).Words.ShouldContain("Grace Lindqvist changed the rotation. Your next turn is");
        await Desk.SeesAsync(Lee, "Your turns on call for liaison have changed");
        await App.CommandAsync(Lee, Room.Triage, "liaison oncall liaison");
        await App.PressAsync(Lee, await Desk.SeesAsync(Lee, "On call for liaison"), "History");
        (await Desk.SeesAsync(Lee, "What was changed about the rotation liaison")).Words.ShouldContain("Grace Lindqvist: shifts:");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_swap_that_is_declined_changes_nothing(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await AskAsync("Nothing, I ask a favour");
        await App.PressAsync(Lee, await Desk.SeesAsync(Lee, "it is a favour"), "Decline");
        (await Desk.SeesAsync(Dana, "Lee Osei can't take your turn on call")).Buttons.ShouldContain("Ask somebody else");
        await Desk.SeesAsync(Lee, "You said no. Dana Park knows.");
        (await OverridesAsync()).ShouldBe("0");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_swap_that_nobody_has_answered_is_taken_back(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await AskAsync("Nothing, I ask a favour");
        await Desk.SeesAsync(Lee, "it is a favour");
        await App.CommandAsync(Dana, Room.Triage, "liaison swap");
        var waiting = await Desk.SeesAsync(Dana, "What you have asked and nobody has answered");
        await App.PressAsync(Dana, waiting, "Take it back");
        await Desk.SeesAsync(Dana, "Lee Osei is no longer asked. The turn stays yours.");
        (await Desk.SeesAsync(Lee, "Dana Park took the question back: the turn stays theirs.")).Buttons.ShouldBeEmpty();
        (await OverridesAsync()).ShouldBe("0");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Whoever_has_no_turn_has_nothing_to_swap(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await App.CommandAsync(Priya, Room.Triage, "liaison swap");
        await Desk.SeesAsync(Priya, "You have no turn on call in the next eight weeks, so there is nothing to swap.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_manager_makes_a_rotation_that_follows_the_sun(string platform)
    {
        await OpenDeskAsync(platform, Afternoon);
        await App.CommandAsync(Grace, Room.Management, "liaison oncall");
        var form = await App.OpenAsync(Grace, await Desk.SeesAsync(Grace, "liaison: Dana Park is on call"), "New rotation");
        var wrong = await form.SubmitAsync(
            ("Name", "product"), ("For which role?", "product"), ("When, where, who", "08:00 Berlin: Nobert"), ("When does the next person follow?", "Every day"));
        wrong.Said.ShouldContain("Nobody here is called Nobert.");
        var right = await form.SubmitAsync(("When, where, who", "08:00 Berlin: Noor\n12:00 New York: Walter Kim"));
        right.Taken.ShouldBeTrue(right.Said);
        await App.CommandAsync(Lee, Room.Triage, "liaison oncall product");
        (await Desk.SeesAsync(Lee, "product: Noor Haddad is on call until")).Words.ShouldContain("Walter Kim takes turns here without the role product.");
        (await Desk.Records.ListAsync("select change from directory_changes where subject = 'rotation product'")).ShouldHaveSingleItem()
            .ShouldBe("added: 08:00 Europe/Berlin Mon-Sun daily 2026-11-23: noor@example.com | 12:00 America/New_York Mon-Sun daily 2026-11-23: walter@example.com");
        await App.CommandAsync(Lee, Room.Triage, "liaison rotation product");
        await Desk.SeesAsync(Lee, "That is for management.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_calendar_program_reads_a_persons_turns_until_they_take_the_address_back(string platform)
    {
        await OpenDeskAsync(platform);
        await App.CommandAsync(Dana, Room.Triage, "liaison oncall feed");
        var card = await Desk.SeesAsync(Dana, "Your turns on call, as a calendar");
        var address = Address().Match(card.Words).Value;
        using var http = new HttpClient();
        using (var answer = await http.GetAsync(new Uri(address)))
        {
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
            var calendar = await answer.Content.ReadAsStringAsync();
            calendar.ShouldContain("BEGIN:VCALENDAR");
            calendar.ShouldContain("SUMMARY:On call: liaison");
            calendar.ShouldContain("DTSTART:20261123T090000Z");
            calendar.ShouldContain("DTEND:20261130T090000Z");
            calendar.ShouldNotContain("20261130T090000Z\r\nDTSTART", Case.Sensitive, "Lee's turns are not in it");
        }

        await App.PressAsync(Dana, card, "Switch it off");
        await Desk.SettleAsync();
        using var gone = await http.GetAsync(new Uri(address));
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task AskAsync(string inReturn)
    {
        await App.CommandAsync(Dana, Room.Triage, "liaison oncall");
        var form = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "liaison: Dana Park is on call"), "Swap a turn");
        var wrong = await form.SubmitAsync(("Which turn of yours?", "liaison: Mon 7 Dec 09:00 – Mon 14 Dec 09:00"), ("Who could take it?", ""));
        wrong.Said.ShouldContain("Choose a colleague to ask.");
        var asked = await form.SubmitAsync(("Who could take it?", "Lee Osei"), ("What do you take in return?", inReturn));
        asked.Taken.ShouldBeTrue(asked.Said);
    }

    private async Task<string> OverridesAsync() => (await Desk.Records.ListAsync("select count(*)::text from rotation_overrides where withdrawn_at is null"))[0];

    [GeneratedRegex(@"http://\S+\.ics", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
