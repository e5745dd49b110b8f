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
        var let = await FormAsync(Dana, Room.Triage, "liaison restrict ACME-1", "Let them see it");
        (await let.SubmitAsync(("Who else may see it?", "Priya Raman"))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "They may see ACME-1 now");
        await App.PressAsync(Priya, shown, "Show it");
        await Desk.SeesAsync(Priya, Secret);
        await App.PressAsync(Lee, shown, "Show it");
        await Desk.SeesAsync(Lee, "That case is not there.");

        await App.CommandAsync(Lee, Room.Triage, "liaison unrestrict ACME-1");
        await Desk.SeesAsync(Lee, "That is for management.");
        var lift = await FormAsync(Grace, Room.Triage, "liaison unrestrict ACME-1", "Lift it");
        Seen(lift, "The customer will read this in their channel from then on:", "This is what we understood:");
        (await lift.SubmitAsync(("Why may everyone see it again?", "It was a drill."))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Grace, "ACME-1 can be seen by everyone again.");
        await Desk.ShowsAsync(Room.Triage, Secret, n => n.Id == shown.Id);
        await App.CommandAsync(Lee, Room.Triage, "cases all");
        await Desk.SeesAsync(Lee, "Open cases", n => n.Says(Secret));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Whoever_is_given_something_on_it_may_see_it_and_finds_what_is_theirs(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(Secret), "Take");
        await Desk.SettleAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison restrict ACME-1 because it is a data breach");
        await Desk.SettleAsync();
        var promise = await FormAsync(Dana, Room.Triage, "liaison promise ACME-1 zq-look into the access log", "Record the promise");
        (await promise.SubmitAsync([("Who owes it?", "Priya Raman"), .. App.Moment(Dana, "by", Desk.Clock.GetUtcNow().AddHours(2))])).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "Whoever it is given to may see ACME-1 now.");
        await App.CommandAsync(Priya, Room.Triage, "cases promises mine");
        await Desk.SeesAsync(Priya, "What you owe", n => n.Says("zq-look into the access log"));
        await App.CommandAsync(Priya, Room.Triage, "case ACME-1");
        await Desk.SeesAsync(Priya, Secret);
        await Desk.AdvanceAsync(TimeSpan.FromHours(1.8), TimeSpan.FromMinutes(30));
        App.DirectMessagesOf(Priya).ShouldContain(n => n.ByBot && n.Says("zq-look into the access log"), "she is reminded");
        await App.CommandAsync(Lee, Room.Triage, "cases promises all");
        (await Desk.SeesAsync(Lee, "What is owed")).Words.ShouldNotContain("zq-");

        await App.CommandAsync(Dana, Room.Triage, "liaison promise ACME-1 zq-call them tomorrow at 10:00");
        await Desk.SettleAsync();
        App.SeenBy(Dana).Count(n => n.Says("Whoever it is given to may see")).ShouldBe(1, "she gave it to herself");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task An_action_of_its_review_reaches_whoever_does_it(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(Secret), "Take");
        await Desk.SettleAsync();
        await ResolveAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison restrict ACME-1 because it is a data breach");
        await Desk.SettleAsync();
        var review = await FormAsync(Dana, Room.Triage, "liaison review ACME-1", "Save the review");
        (await review.SubmitAsync(
            ("What was the root cause?", "Capacity"), ("Whose is the cause?", "Operations"), ("Why did they tell us before we saw it?", "Nothing watches it"),
            ("What is done so that it does not come back?", "zq-watch the log"), ("Who does it?", "Priya Raman"))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "Whoever it is given to may see ACME-1 now.");
        await Desk.SeesAsync(Priya, "zq-watch the log", n => n.Says("An action of yours from ACME-1"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task The_brief_of_another_case_of_the_same_call_leaves_it_out(string platform)
    {
        await OpenDeskAsync(platform);
        var form = await FormAsync(Priya, Room.Acme, "liaison call", "Take down a call");
        (string, string)[] judged = [("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today")];
        (await form.SubmitAsync([("Who is calling?", "Bo Unknown"), ("What is happening?", "The export hangs"), .. judged, ("Is there anything else I could help with?", "Yes, one more problem")])).Sent.ShouldBeTrue();
        (await form.SubmitAsync([("What is happening?", Secret), .. judged, ("Is there anything else I could help with?", "Asked: no, that is all")])).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, Secret);
        await App.CommandAsync(Lee, Room.Triage, "case ACME-1 brief");
        await Desk.SeesAsync(Lee, "Call with Bo Unknown");
        await App.CommandAsync(Grace, Room.Triage, "liaison restrict ACME-2 because it is a data breach");
        await Desk.SettleAsync();
        await App.CommandAsync(Sam, Room.Triage, "case ACME-1 brief");
        var brief = await Desk.SeesAsync(Sam, "Technical Brief: Acme Ltd / The export hangs");
        brief.Says("zq-breach").ShouldBeFalse(brief.Words);
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
    public async Task Whoever_reported_it_answers_in_their_own_chat_with_us(string platform)
    {
        await OpenDeskAsync(platform);
        await ReportAsync(Secret);
        await App.CommandAsync(Dana, Room.Triage, "liaison take ACME-1");
        await Desk.SettleAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison restrict ACME-1 because it is a data breach");
        var mine = await ShowAsync();
        var update = await App.OpenAsync(Dana, mine, "Update customer");
        await PreviewAsync(update, ("What should the customer know?", "zq-words Whose account is it?"), ("When do they hear next?", "In 2 hours"));
        await SendAsync(update);
        await Desk.SeesAsync(Ada, "zq-words Whose account is it?");
        await App.SayDirectlyAsync(Ada, "zq-answer It is the intern's");
        await Desk.SeesAsync(Ada, "Those who work on ACME-1 have this, and nobody else.");
        await Desk.SeesAsync(Dana, "zq-answer It is the intern's", n => n.Says("New from Ada Byrne on ACME-1"));

        var resolve = await App.OpenAsync(Dana, await ShowAsync(), "Resolve");
        await PreviewAsync(resolve, ("What was done? The customer reads this.", "zq-done We closed it."), ("Why did it happen? The customer reads this.", "A leaver."), ("The reason, for our own count", "Data"));
        await SendAsync(resolve);
        var resolution = await Desk.SeesAsync(Ada, "zq-done We closed it.");
        await App.SayDirectlyAsync(Ada, "zq-again It is still open", inThreadOf: resolution);
        await Desk.SeesAsync(Ada, "please tell us with one press which it is");
        (await Desk.Records.ListAsync("select text from timeline where kind = 'CustomerWrote' order by id")).ShouldBe(["zq-answer It is the intern's", "zq-again It is still open"]);
        (await Desk.Records.ListAsync("select text from timeline where kind = 'Noted' and actor = 'Ada Byrne'")).ShouldBeEmpty();
        await App.SayDirectlyAsync(Ada, "cases");
        await Desk.SeesAsync(Ada, Secret, n => n.Says("Your open cases"));
        App.In(Room.Triage).Concat(App.In(Room.Acme)).Concat(App.SeenBy(Omar))
            .ShouldNotContain(n => new[] { "zq-words", "zq-answer", "zq-done", "zq-again" }.Any(n.Raw.Contains));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Of_several_they_say_which_and_their_words_come_along(string platform)
    {
        await OpenDeskAsync(platform);
        await ReportAsync(Secret);
        await ReportAsync("zq-leak of the contracts");
        await App.CommandAsync(Dana, Room.Triage, "liaison restrict ACME-1 because it is a data breach");
        await App.CommandAsync(Dana, Room.Triage, "liaison restrict ACME-2 because it is a data breach");
        await Desk.SettleAsync();
        await App.SayDirectlyAsync(Ada, "zq-more It began on Monday");
        var which = await Desk.SeesAsync(Ada, "Which of these is it about?", n => n.Says("zq-leak of the contracts"));
        (await Desk.Records.ListAsync("select text from timeline where kind = 'CustomerWrote'")).ShouldBeEmpty();
        var add = await App.OpenAsync(Ada, which, "ACME-2");
        add.Typed("What else should we know?").ShouldBe("zq-more It began on Monday");
        (await add.SubmitAsync()).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
        (await Desk.Records.ListAsync("select c.reference || ' ' || t.text from timeline t join cases c on c.id = t.case_id where t.kind = 'CustomerWrote'")).ShouldBe(["ACME-2 zq-more It began on Monday"]);
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

    /// <summary>Ada reports a problem herself, with the app at hand so that she can be written to alone.</summary>
    private async Task ReportAsync(string issue)
    {
        await App.AddAppAsync(Ada);
        var dialog = await App.EscalateAsync(Ada, Room.Acme, issue);
        (await dialog.SubmitAsync(("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, issue);
    }

    /// <summary>Dana looks at the restricted case as it stands.</summary>
    private async Task<Note> ShowAsync()
    {
        await Desk.SettleAsync();
        await App.PressAsync(Dana, await Desk.ShowsAsync(Room.Triage, "A restricted case"), "Show it");
        return await Desk.SeesAsync(Dana, Secret, n => n.Buttons.Contains("Update customer"));
    }
}
