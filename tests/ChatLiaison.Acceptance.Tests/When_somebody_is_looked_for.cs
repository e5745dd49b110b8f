using ChatLiaison.Playground;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_somebody_is_looked_for : Story
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Whoever_knows_about_it_and_is_there_comes_first(string platform)
    {
        await OpenDeskAsync(platform);
        await App.CommandAsync(Lee, Room.Triage, "liaison people exports");
        var list = await Desk.SeesAsync(Lee, "exports: 3, 2 at work now");
        list.Words.IndexOf("Priya Raman", StringComparison.Ordinal).ShouldBeLessThan(list.Words.IndexOf("Mateo Silva", StringComparison.Ordinal), "Mateo is asleep");
        list.Words.ShouldContain("at work now (09:0");
        list.Words.ShouldContain("on call for liaison");
        await App.PressAsync(Lee, list, "Dana Park");
        var dana = await Desk.SeesAsync(Lee, "dana@example.com");
        dana.Words.ShouldContain("billing, exports");
        dana.Buttons.ShouldNotContain("History");
        dana.Buttons.ShouldNotContain("Roles and team");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Nobody_found_says_what_to_try(string platform)
    {
        await OpenDeskAsync(platform);
        await App.CommandAsync(Lee, Room.Triage, "liaison people astrology");
        await Desk.SeesAsync(Lee, "Nobody here is called that or knows about it. Try fewer words");
        await App.MentionAsync(Ada, Room.Acme, "people dana");
        await Desk.SeesAsync(Ada, "That is for our own team.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_person_changes_their_own_hours_and_an_admin_sees_who_changed_what(string platform)
    {
        await OpenDeskAsync(platform);
        await App.CommandAsync(Dana, Room.Triage, "liaison me");
        var page = await Desk.SeesAsync(Dana, "You are Dana Park");
        page.Words.ShouldContain("Mon-Fri 09:00-17:30 (Europe/London)");
        var form = await App.OpenAsync(Dana, page, "Change");
        var wrong = await form.SubmitAsync(("Working hours", "whenever"), ("Time zone", "atlantis"));
        wrong.Taken.ShouldBeFalse();
        wrong.Said.ShouldContain("'atlantis' is not a time zone. Write a city or an IANA name, such as Europe/London.");
        form.Typed("Working hours").ShouldBe("whenever");
        var right = await form.SubmitAsync(("Working hours", "Mon-Thu 08:00-16:00"), ("Time zone", "lisbon"), ("Quiet hours", "21:00-06:30"), ("What do you know about?", "billing, dashboards"));
        right.Taken.ShouldBeTrue(right.Said);

        await App.CommandAsync(Sam, Room.Admins, "liaison people dashboards");
        var card = await Desk.SeesAsync(Sam, "Mon-Thu 08:00-16:00 (Europe/Lisbon)");
        await App.PressAsync(Sam, card, "History");
        var history = await Desk.SeesAsync(Sam, "What was changed about Dana Park");
        history.Words.ShouldContain("Dana Park: hours: Mon-Fri 09:00-17:30 → Mon-Thu 08:00-16:00");
        history.Words.ShouldContain("import: added");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_customers_usual_contact_is_chosen_and_those_concerned_are_told(string platform)
    {
        await OpenDeskAsync(platform);
        var form = await FormAsync(Grace, Room.Management, "liaison customer acme", "Usual contact");
        form.Typed("Who is their usual contact?").ShouldBe("Dana Park");
        (await form.SubmitAsync(("Who is their usual contact?", "Priya Raman"))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Priya, "Grace Lindqvist made you the usual contact of Acme Ltd");
        await Desk.SeesAsync(Dana, "Priya Raman is the usual contact of Acme Ltd now.");
        (await TakeDownAsync(by: Priya)).Words.ShouldContain("Usual contact\nPriya Raman");
        await App.CommandAsync(Priya, Room.Triage, "liaison customer nowhere");
        await Desk.SeesAsync(Priya, "Only a liaison, management or an admin can say who looks after a customer.");
        await App.CommandAsync(Lee, Room.Triage, "liaison");
        await Desk.SeesAsync(Lee, "Questions about the playbook: your support manager.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_customer_is_seen_at_a_glance_and_ones_own_customers_in_a_list(string platform)
    {
        await OpenDeskAsync(platform);
        var report = await App.EscalateAsync(Dana, Room.Acme, "The export hangs");
        await App.UnfoldAsync(report, "Add more detail");
        (await report.SubmitAsync(
            ("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today"), ("How do they sound?", "worried"))).Taken.ShouldBeTrue();
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(5));
        await App.CommandAsync(Dana, Room.Triage, "liaison customers");
        (await Desk.SeesAsync(Dana, "Your customers")).Words.ShouldContain("1 open case · 4 promised, 1 late · worried");
        await App.CommandAsync(Lee, Room.Triage, "liaison customers acme");
        var record = await Desk.SeesAsync(Lee, "Acme Ltd (ACME)", n => n.Says("Last touch"));
        foreach (var words in new[] { "Dana Park", "1 open case: ACME-1 P3", "4 promised, 1 late", "worried", "The export hangs" })
        {
            record.Says(words).ShouldBeTrue($"{words} in {record.Words}");
        }

        await App.PressAsync(Lee, record, "Promises");
        await Desk.SeesAsync(Lee, "What we owe Acme Ltd");
        await App.CommandAsync(Lee, Room.Triage, "liaison customers nowhere");
        await Desk.SeesAsync(Lee, "There is no customer nowhere.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_team_shows_who_is_in_it_who_is_on_call_and_who_sleeps(string platform)
    {
        await OpenDeskAsync(platform);
        await App.CommandAsync(Dana, Room.Triage, "liaison team platform");
        var team = await Desk.SeesAsync(Dana, "Platform: 2, 0 at work now");
        team.Words.ShouldContain("Mateo Silva");
        team.Words.ShouldContain("asleep until");
        team.Words.ShouldContain("on call for engineering");
        await App.CommandAsync(Dana, Room.Triage, "liaison team engineering");
        await Desk.SeesAsync(Dana, "engineering: Jun Tanaka is on call until");
        await App.CommandAsync(Dana, Room.Triage, "liaison team");
        await App.PressAsync(Dana, await Desk.SeesAsync(Dana, "Which team?"), "senior-support");
        await Desk.SeesAsync(Dana, "senior-support: 1, 1 at work now");
        await App.CommandAsync(Dana, Room.Triage, "liaison team circus");
        await Desk.SeesAsync(Dana, "There is no team or role of that name.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_manager_gives_a_role_and_the_person_is_told(string platform)
    {
        await OpenDeskAsync(platform);
        await App.CommandAsync(Grace, Room.Management, "liaison people dana");
        var form = await App.OpenAsync(Grace, await Desk.SeesAsync(Grace, "dana@example.com"), "Roles and team");
        (await form.SubmitAsync(("Roles", "senior-support"), ("Team", "Front desk"))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "Grace Lindqvist changed what you are here: you are now senior-support, in Front desk.");
        (await Desk.Records.ListAsync("select actor || ': ' || change from directory_changes where actor = 'Grace Lindqvist' order by id"))
            .ShouldBe(["Grace Lindqvist: roles: liaison → senior-support", "Grace Lindqvist: team: nothing → Front desk"]);
        await App.CommandAsync(Lee, Room.Triage, "liaison role dana");
        await Desk.SeesAsync(Lee, "That is for management.");
        await App.CommandAsync(Grace, Room.Management, "liaison role nobody");
        await Desk.SeesAsync(Grace, "Nobody here is called nobody.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_last_admin_stays_one(string platform)
    {
        await OpenDeskAsync(platform);
        await App.CommandAsync(Sam, Room.Admins, "liaison people sam");
        var form = await App.OpenAsync(Sam, await Desk.SeesAsync(Sam, "sam@example.com"), "Roles and team");
        var refused = await form.SubmitAsync(("Roles", "liaison"));
        refused.Taken.ShouldBeFalse();
        refused.Said.ShouldContain("Sam Okafor is the last admin. Make somebody else an admin first.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task An_admin_adds_somebody_who_is_told_and_can_work_at_once(string platform)
    {
        await OpenDeskAsync(platform);
        await Desk.Records.RunAsync("delete from person_identities where person_id = (select id from people where email = 'jun@example.com'); update people set active = false where email = 'jun@example.com'");
        await App.CommandAsync(Lee, Room.Triage, "liaison people add Jun Tanaka");
        await Desk.SeesAsync(Lee, "That is for admins.");
        var form = await FormAsync(Sam, Room.Admins, "liaison people add Jun Tanaka jun@example.com", "Add a person");
        form.Typed("Name").ShouldBe("Jun Tanaka");
        form.Typed("Address").ShouldBe("jun@example.com");
        var account = platform == "slack" ? "Account on Slack" : "Account on Microsoft Teams";
        var wrong = await form.SubmitAsync(("Roles", "engineering"), ("Time zone", "tokyo"));
        wrong.Said.ShouldContain("Write an account on at least one platform");
        wrong = await form.SubmitAsync((account, Account(platform, Lee)));
        wrong.Said.ShouldContain("Lee Osei's. Write another.");
        var right = await form.SubmitAsync((account, Account(platform, SamplePeople.Jun)));
        right.Taken.ShouldBeTrue(right.Said);
        (await Desk.SeesAsync(SamplePeople.Jun, "Sam Okafor added you here")).Words.ShouldContain("You are engineering.");
        await App.CommandAsync(SamplePeople.Jun, Room.Triage, "liaison me");
        await Desk.SeesAsync(SamplePeople.Jun, "You are Jun Tanaka");
        (await Desk.Records.ListAsync("select change from directory_changes where actor = 'Sam Okafor' and subject = 'person jun@example.com' order by id")).ShouldContain("active: no → yes");
    }

    private static string Account(string platform, SamplePerson who) => platform == "slack" ? who.SlackId : who.AadObjectId;
}
