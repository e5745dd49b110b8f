using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_people_work_in_the_thread : Story
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Findings_and_attempts_are_logged_by_a_word_and_read_without_asking(string platform)
    {
        await OpenDeskAsync(platform);
        var triage = await TakeDownAsync();
        await App.PressAsync(Dana, triage, "Take");
        await App.SayAsync(Priya, Room.Triage, $"finding: {Inside} the index is corrupt", triage);
        await App.SayAsync(Priya, Room.Triage, $"tried: {Inside} a rebuild -> it runs out of memory", triage);
        await App.SayAsync(Priya, Room.Triage, $"{Inside} I get a coffee", triage);
        await Desk.SettleAsync();
        (await Desk.Records.ListAsync("select kind || ' ' || text from timeline where kind in ('Found', 'Tried', 'Noted') order by id")).ShouldBe(
            [$"Found {Inside} the index is corrupt", $"Tried {Inside} a rebuild → it runs out of memory", $"Noted {Inside} I get a coffee"]);
        await Desk.ShowsAsync(Room.Triage, "Last finding", n => n.Root is null);

        await App.PressAsync(Priya, Triage(), "Progress and news");
        var attempt = await App.OpenAsync(Priya, await Desk.SeesAsync(Priya, "How ACME-1 stands"), "Log an attempt");
        (await attempt.SubmitAsync(("What was tried?", $"{Inside} more memory"))).Taken.ShouldBeTrue();
        await App.CommandAsync(Dana, Room.Triage, $"liaison finding ACME-1 {Inside} only large files");
        await Desk.SeesAsync(Dana, "Logged on ACME-1. It stays inside.");
        await App.CommandAsync(Lee, Room.Triage, "case ACME-1 progress");
        var progress = await Desk.SeesAsync(Lee, "How ACME-1 stands");
        foreach (var words in new[] { "with Dana Park", "On it since", "the index is corrupt", "it runs out of memory", "more memory: no result yet", "only large files", "Due", "Resolution: by" })
        {
            progress.Says(words).ShouldBeTrue($"{words} in {progress.Words}");
        }
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_cause_an_estimate_and_a_roadblock_are_a_word_away_and_reach_whoever_holds_the_case(string platform)
    {
        await OpenDeskAsync(platform);
        var triage = await TakeDownAsync();
        await App.PressAsync(Dana, triage, "Take");
        await App.SayAsync(Priya, Room.Triage, $"cause: {Inside} a full disk → we add space tonight", triage);
        var told = await Desk.SeesAsync(Dana, "ACME-1: the cause is known", n => n.Buttons.Contains("Write the update"));
        told.Says($"Priya Raman: {Inside} a full disk. Plan: we add space tonight").ShouldBeTrue(told.Words);
        told.Says("Ada Byrne is to hear of it by").ShouldBeTrue(told.Words);
        await App.SayAsync(Priya, Room.Triage, "ETA: in 20 hours, the supplier delivers", triage);
        await Desk.SeesAsync(Dana, "ACME-1: there is an estimate");
        await App.SayAsync(Dana, Room.Triage, "roadblock: the supplier sleeps", triage);
        await Desk.SettleAsync();
        App.DirectMessagesOf(Dana).ShouldNotContain(n => n.Says("there is a roadblock"), "they know what they wrote themselves");
        (await PromisesAsync("Running")).Count(k => k == "Inform").ShouldBe(3);
        (await Desk.Records.ListAsync("select kind from timeline where kind in ('CauseFound', 'EstimateKnown', 'RoadblockHit') order by id")).ShouldBe(["CauseFound", "EstimateKnown", "RoadblockHit"]);

        var update = await App.OpenAsync(Dana, told, "Write the update");
        var words = update.Typed("What should the customer know?");
        words.ShouldContain($"We have found the cause: {Inside} a full disk\nThis is what we do now: we add space tonight");
        words.ShouldContain("We expect this to be fixed by");
        words.ShouldContain("That rests on: the supplier delivers");
        words.ShouldContain("Something is in our way: the supplier sleeps");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_message_goes_out_of_the_thread_only_by_a_previewed_act(string platform)
    {
        await OpenDeskAsync(platform);
        var triage = await TakeDownAsync();
        await App.PressAsync(Dana, triage, "Take");
        var said = await App.SayAsync(Priya, Room.Triage, "The nightly job holds a lock. We release it at six.", triage);
        await App.SayAsync(Priya, Room.Triage, $"{Inside} again", triage);
        await Desk.SettleAsync();
        App.In(Room.Acme).ShouldNotContain(n => n.Says("nightly job"));
        var update = await App.ShortcutAsync(Dana, said, "liaison update");
        update.Typed("What should the customer know?").ShouldBe("The nightly job holds a lock. We release it at six.");
        await PreviewAsync(update);
        await Desk.SettleAsync();
        App.In(Room.Acme).ShouldNotContain(n => n.Says("nightly job"));
        await SendAsync(update);
        (await Desk.ShowsAsync(Room.Acme, "The nightly job holds a lock.")).Root.ShouldBe(Card().Id);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_message_of_the_thread_is_logged_as_a_finding(string platform)
    {
        await OpenDeskAsync(platform);
        var triage = await TakeDownAsync();
        await App.PressAsync(Dana, triage, "Take");
        var said = await App.SayAsync(Priya, Room.Triage, $"{Inside} the index is corrupt", triage);
        await Desk.SettleAsync();
        var finding = await App.ShortcutAsync(Dana, said, "liaison finding");
        finding.Typed("What was found out?").ShouldBe($"{Inside} the index is corrupt");
        (await finding.SubmitAsync()).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "Logged on ACME-1. It stays inside.");
        (await Desk.Records.ListAsync("select actor || ' ' || text from timeline where kind = 'Found'")).ShouldBe([$"Dana Park {Inside} the index is corrupt"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_the_customer_writes_is_mirrored_in_and_marked_new(string platform)
    {
        await OpenDeskAsync(platform);
        var triage = await TakeDownAsync();
        await App.PressAsync(Dana, triage, "Take");
        await Desk.SettleAsync();
        await App.SayAsync(Ada, Room.Acme, "It also fails on Sundays", Card());
        var mirrored = await Desk.ShowsAsync(Room.Triage, "It also fails on Sundays");
        mirrored.Root.ShouldBe(triage.Id);
        mirrored.Says("New from Ada Byrne on ACME-1").ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, "1 new from the customer", n => n.Root is null);
        await App.SayAsync(Dana, Room.Acme, "Thank you, that helps", Card());
        var answered = await Desk.ShowsAsync(Room.Triage, "Thank you, that helps");
        answered.Root.ShouldBe(triage.Id);
        await Desk.SettleAsync();
        Triage().Says("new from the customer").ShouldBeFalse();
    }
}
