using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

/// <summary>A case that only some may see: nobody else finds its words, its title or its reference anywhere (S278).</summary>
public sealed class When_a_case_is_restricted : Story
{
    private const string Secret = "zq-breach of the payroll";

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Its_cards_say_no_more_than_that_there_is_one(string platform)
    {
        await OpenDeskAsync(platform);
        var triage = await TakeDownAsync(Secret);
        await App.PressAsync(Dana, triage, "Take");
        await Desk.SettleAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison restrict ACME-1 because it is a data breach");
        await Desk.ShowsAsync(Room.Triage, "A restricted case · P3", n => n.Id == triage.Id);
        await Desk.ShowsAsync(Room.Acme, "We are handling a matter in confidence.", n => n.Root is null);
        var shown = await Desk.ShowsAsync(Room.Triage, "A restricted case · P3");
        App.In(Room.Triage).Where(n => n.ByBot).ShouldNotContain(n => n.Raw.Contains("zq-breach"));
        App.In(Room.Acme).Where(n => n.ByBot).ShouldNotContain(n => n.Says("zq-breach"));

        await App.PressAsync(Lee, shown, "Show it");
        await Desk.SeesAsync(Lee, "That case is not there.");
        await App.CommandAsync(Lee, Room.Triage, "case ACME-1");
        await Desk.SeesAsync(Lee, "There is no case ACME-1.");
        await App.CommandAsync(Lee, Room.Triage, "cases all");
        await Desk.SeesAsync(Lee, "Open cases: none");
        await App.PressAsync(Grace, shown, "Show it");
        await Desk.SeesAsync(Grace, Secret, n => n.Buttons.Contains("Resolve"));
        await App.CommandAsync(Dana, Room.Triage, "cases mine");
        await Desk.SeesAsync(Dana, "Your open cases", n => n.Says(Secret));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Whoever_is_let_in_sees_it_and_everyone_does_when_it_is_lifted(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(Secret), "Take");
        await Desk.SettleAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison restrict ACME-1 because it is a data breach");
        var shown = await Desk.ShowsAsync(Room.Triage, "A restricted case");
        await App.PressAsync(Priya, shown, "Show it");
        await Desk.SeesAsync(Priya, "That case is not there.");
        await Desk.Records.RunAsync("insert into case_viewers (case_id, person_id, by_name, at) select c.id, p.id, 'Dana Park', c.opened_at from cases c, people p where p.name like 'Priya%'");
        await App.PressAsync(Priya, shown, "Show it");
        await Desk.SeesAsync(Priya, Secret);

        await App.CommandAsync(Lee, Room.Triage, "liaison unrestrict ACME-1");
        await Desk.SeesAsync(Lee, "That is for management.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Security_restricts_by_itself_and_goes_to_management(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(Secret), "Take");
        await Desk.SettleAsync();
        var climb = await App.OpenAsync(Dana, Triage(), "Escalate");
        (await climb.SubmitAsync(("Why does it move up?", "Security or compliance"), ("What should they know?", $"{Inside} a leaver's account was used"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, "A restricted case");
        await Desk.SeesAsync(Grace, Secret, n => n.Buttons.Contains("I'm on it"));
        (await Desk.Records.ListAsync("select restricted::text || ' ' || level from cases")).ShouldBe(["true 3"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_the_customer_is_told_goes_to_whoever_reported_it_alone(string platform)
    {
        await OpenDeskAsync(platform);
        await App.AddAppAsync(Ada);
        var dialog = await App.EscalateAsync(Ada, Room.Acme, Secret);
        (await dialog.SubmitAsync(("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today"))).Taken.ShouldBeTrue();
        await App.PressAsync(Dana, await Desk.ShowsAsync(Room.Triage, Secret), "Take");
        await Desk.SettleAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison restrict ACME-1 because it is a data breach");
        await Desk.ShowsAsync(Room.Triage, "A restricted case");
        await App.PressAsync(Dana, await Desk.ShowsAsync(Room.Triage, "A restricted case"), "Show it");
        var mine = await Desk.SeesAsync(Dana, Secret, n => n.Buttons.Contains("Update customer"));
        var update = await App.OpenAsync(Dana, mine, "Update customer");
        await PreviewAsync(update, ("What should the customer know?", "zq-words We have locked the account."), ("When do they hear next?", "In 2 hours"));
        await SendAsync(update);
        await Desk.SettleAsync();
        App.In(Room.Acme).ShouldNotContain(n => n.Raw.Contains("zq-words"));
        App.In(Room.Triage).ShouldNotContain(n => n.Raw.Contains("zq-words"));
        App.SeenBy(Omar).ShouldNotContain(n => n.Raw.Contains("zq-words"));
        await Desk.SeesAsync(Ada, "zq-words We have locked the account.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_reminder_that_stands_in_a_room_leaves_it_out_and_management_is_told(string platform)
    {
        await OpenDeskAsync(platform);
        var secret = await TakeDownAsync(Secret, by: Priya);
        await TakeDownAsync("The report is slow", by: Priya);
        await App.CommandAsync(Grace, Room.Triage, "liaison restrict ACME-1 because it is a data breach");
        await Desk.ShowsAsync(Room.Triage, "A restricted case · P3", n => n.Id == secret.Id);
        await Desk.SettleAsync();
        App.Block(Dana);
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(8));
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(2));
        var named = await Desk.ShowsAsync(Room.Triage, "ACME-2 (P3): acknowledge it by");
        named.Words.ShouldContain("And 1 on restricted cases");
        App.In(Room.Triage).ShouldNotContain(n => n.Says("ACME-1 (P3)"));
        App.In(Room.Triage).Where(n => n.ByBot).ShouldNotContain(n => n.Raw.Contains("zq-breach"));
        var told = await Desk.SeesAsync(Grace, "ACME-1: Dana Park can't be written to");
        await App.PressAsync(Grace, told, "Show the case");
        await Desk.SeesAsync(Grace, Secret);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Whoever_holds_it_is_told_when_the_customer_can_not_be(string platform)
    {
        await OpenDeskAsync(platform);
        var dialog = await App.EscalateAsync(Ada, Room.Acme, Secret);
        (await dialog.SubmitAsync(("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today"))).Taken.ShouldBeTrue();
        await App.PressAsync(Dana, await Desk.ShowsAsync(Room.Triage, Secret), "Take");
        await Desk.SettleAsync();
        App.Block(Ada);
        await App.CommandAsync(Dana, Room.Triage, "liaison restrict ACME-1 because it is a data breach");
        await App.PressAsync(Dana, await Desk.ShowsAsync(Room.Triage, "A restricted case"), "Show it");
        var mine = await Desk.SeesAsync(Dana, Secret, n => n.Buttons.Contains("Update customer"));
        var update = await App.OpenAsync(Dana, mine, "Update customer");
        await PreviewAsync(update, ("What should the customer know?", "zq-words We have locked it."), ("When do they hear next?", "In 2 hours"));
        await SendAsync(update);
        await Desk.SeesAsync(Dana, "Ada Byrne could not be told about ACME-1");
        App.In(Room.Acme).ShouldNotContain(n => n.Raw.Contains("zq-words"));
    }
}
