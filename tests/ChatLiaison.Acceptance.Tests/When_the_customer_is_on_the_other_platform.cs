using ChatLiaison.Playground;
using ChatLiaison.TestKit;
using ChatLiaison.TestKit.Chat;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

/// <summary>The customer is on one platform; all of us, our rooms and engineering's own are on the other. Both are on, and nothing is lost between them.</summary>
public sealed class When_the_customer_is_on_the_other_platform : Story
{
    private const string Brief = "Technical Brief: Acme Ltd / The export hangs";

    /// <summary>A room of no customer, which engineering has for itself.</summary>
    private static Room Engineering => Room.Random;

    private static SamplePerson Jun => SamplePeople.Jun;

    /// <summary>Where the customer is; <see cref="Story.App"/> is where we are.</summary>
    private IChatApp Theirs => Desk.Beside!;

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_case_goes_from_their_words_to_their_yes_across_both(string customers)
    {
        await OpenAcrossAsync(customers);
        var report = await Theirs.EscalateAsync(Ada, Room.Acme, "The export hangs");
        var sent = await report.SubmitAsync(("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today"));
        sent.Taken.ShouldBeTrue(sent.Said);
        var theirCard = await ThereAsync("ACME-1: The export hangs", n => n.Root is null);
        await App.PressAsync(Dana, await Desk.ShowsAsync(Room.Triage, "The export hangs", n => n.Root is null), "Take");
        await ThereAsync("Dana Park", n => n.Id == theirCard.Id);

        var hand = await App.OpenAsync(Dana, await Desk.ShowsAsync(Room.Triage, "Nobody has said yet", n => n.Root is null), "Needs engineering");
        (await hand.SubmitAsync(("What should engineering know?", $"{Inside} the queue"))).Taken.ShouldBeTrue();
        await App.PressAsync(Jun, await Desk.ShowsAsync(Engineering, Brief), "Accept");
        await Desk.ShowsAsync(Engineering, "Jun Tanaka accepted it", n => n.Says(Brief));

        var working = Triage();
        var brief = await Desk.ShowsAsync(Engineering, Brief);
        await App.SayAsync(Jun, Engineering, $"finding: {Inside} the index is corrupt", brief);
        await RecordedAsync("Found", $"{Inside} the index is corrupt");
        await Desk.ShowsAsync(Room.Triage, "Jun Tanaka on ACME-1, found", n => n.Root == working.Id);
        await App.SayAsync(Dana, Room.Triage, $"note: {Inside} they deploy at noon", working);
        await Desk.ShowsAsync(Engineering, "Dana Park on ACME-1, a note", n => n.Root == brief.Id);

        await Theirs.SayAsync(Ada, Room.Acme, "It also fails on Sundays", theirCard);
        var mirrored = await Desk.ShowsAsync(Room.Triage, "It also fails on Sundays", n => n.Root == working.Id);
        mirrored.Words.ShouldContain("New from Ada Byrne");
        await Desk.ShowsAsync(Engineering, "It also fails on Sundays", n => n.Root == brief.Id);
        await Desk.ShowsAsync(Room.Triage, "1 new from the customer", n => n.Id == working.Id);

        await AskBackAsync();
        var question = await ThereAsync("Which version do you use?", n => n.Root == theirCard.Id);
        question.Words.ShouldContain("Dana Park");
        (await CasesAsync()).ShouldBe(["ACME-1 WaitingOnCustomer P3"]);
        await Theirs.SayAsync(Ada, Room.Acme, "Version 9", theirCard);
        await Desk.ShowsAsync(Room.Triage, "Version 9", n => n.Root == working.Id);
        (await CasesAsync()).ShouldBe(["ACME-1 WithEngineering P3"]);

        await MeetAsync();
        await EndAsync(theirCard);
        await NothingIsLostAsync();
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_fix_that_does_not_work_comes_back_across_both(string customers)
    {
        await OpenAcrossAsync(customers);
        var report = await Theirs.EscalateAsync(Ada, Room.Acme, "The export hangs");
        var sent = await report.SubmitAsync(("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today"));
        sent.Taken.ShouldBeTrue(sent.Said);
        await App.PressAsync(Dana, await Desk.ShowsAsync(Room.Triage, "The export hangs", n => n.Root is null), "Take");
        await Desk.SettleAsync();
        (await (await App.OpenAsync(Dana, Triage(), "Needs engineering")).SubmitAsync()).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Engineering, Brief);
        await ResolveThereAsync("We mended the export.");
        var broken = await Theirs.OpenAsync(Ada, await ThereAsync("We mended the export.", n => n.Buttons.Contains("Not fixed")), "Not fixed");
        (await broken.SubmitAsync(("What is still wrong?", "It hangs at midnight."))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "ACME-1: not fixed for them", n => n.Buttons.Contains("Bring in management") && n.Says("It hangs at midnight."));
        await Desk.ShowsAsync(Room.Triage, "It hangs at midnight.", n => n.Root is not null);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_brief_in_engineerings_room_says_nothing_once_its_case_is_restricted(string customers)
    {
        await OpenAcrossAsync(customers);
        var report = await Theirs.EscalateAsync(Ada, Room.Acme, "The export hangs");
        (await report.SubmitAsync(("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today"))).Taken.ShouldBeTrue();
        await App.PressAsync(Dana, await Desk.ShowsAsync(Room.Triage, "The export hangs", n => n.Root is null), "Take");
        await Desk.SettleAsync();
        (await (await App.OpenAsync(Dana, Triage(), "Needs engineering")).SubmitAsync()).Taken.ShouldBeTrue();
        var brief = await Desk.ShowsAsync(Engineering, Brief);

        await App.CommandAsync(Dana, Room.Triage, "liaison restrict ACME-1 because it is a data breach");
        await Desk.ShowsAsync(Engineering, "A restricted case", n => n.Id == brief.Id);
        App.In(Engineering).ShouldNotContain(n => n.Says("The export hangs") || n.Says("ACME-1"));
    }

    private async Task OpenAcrossAsync(string customers)
    {
        var ours = customers == "slack" ? "teams" : "slack";
        Use(await TestLiaison.PrepareBothAsync(ours));
        await Desk.Records.RunAsync($"delete from staff_channels where platform = '{customers}'");
        await Desk.Records.RunAsync($"delete from person_identities where platform = '{customers}'");
        await Desk.Records.RunAsync($"delete from customer_channels where platform = '{ours}'");
        await Desk.Records.RunAsync($"insert into staff_channels (use, platform, channel_id) values ('engineering', '{ours}', '{(ours == "slack" ? Engineering.Slack : Engineering.Teams)}')");
        await Desk.StartServerAsync();
    }

    private async Task AskBackAsync()
    {
        var wait = await App.OpenAsync(Dana, Triage(), "Wait");
        (await wait.SubmitAsync(("What do you need to know? The customer reads this.", "Which version do you use?"))).Sent.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "The customer will read exactly this:");
        await SendAsync(wait);
    }

    private async Task MeetAsync()
    {
        await Desk.SettleAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison meeting ACME-1");
        var arrange = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "Meetings on ACME-1"), "Arrange a meeting");
        (await arrange.SubmitAsync([("What is it?", "A briefing with engineering"), .. App.Moment(Dana, "at", Desk.Clock.GetUtcNow().AddHours(1))])).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
        await App.CommandAsync(Dana, Room.Triage, "liaison meeting ACME-1");
        var minutes = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "Meetings on ACME-1", n => n.Buttons.Contains("Write the minutes")), "Write the minutes");
        (await minutes.SubmitAsync(
            ("What was agreed?", $"{Inside} we rebuild the index"), ("How does the customer see it?", "Worried"), ("What limits us, technically?", "One database"))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Jun, "ACME-1: what came out of the briefing with engineering");
        await Desk.ShowsAsync(Room.Triage, $"{Inside} we rebuild the index", n => n.Root is not null);
        await UpdateAsync(Dana, "We rebuild the index tonight.", ("Which promises do these words keep?", "Tell the customer what came out of the briefing with engineering."));
        await ThereAsync("We rebuild the index tonight.", n => n.Root is not null);
        (await Desk.Records.ListAsync("select state from meetings")).ShouldBe(["Done"]);
    }

    private async Task EndAsync(Note theirCard)
    {
        await Desk.SettleAsync();
        var fix = await App.OpenAsync(Jun, Triage(), "Fix is in");
        (await fix.SubmitAsync(("What was changed?", $"{Inside} a new index"))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "ACME-1: a fix is in");
        await ResolveThereAsync("We rebuilt the index.", ("Why is the rest not checked?", "It is theirs to try."));
        var resolution = await ThereAsync("We rebuilt the index.", n => n.Root == theirCard.Id && n.Says("is resolved"));
        await Theirs.PressAsync(Ada, resolution, "It works");
        await Desk.ShowsAsync(Room.Triage, "by Ada Byrne", n => n.Root is null && n.Says("Verified"));
    }

    private async Task ResolveThereAsync(string done, params (string, string)[] more)
    {
        await Desk.SettleAsync();
        var resolve = await App.OpenAsync(Dana, Triage(), "Resolve");
        var shown = await resolve.SubmitAsync(
        [
            ("What was done? The customer reads this.", done), ("Why did it happen? The customer reads this.", "A job had stalled."),
            ("The reason, for our own count", "Defect in the product"), .. more,
        ]);
        shown.Sent.ShouldBeTrue(shown.Said);
        await Desk.SeesAsync(Dana, "The customer will read exactly this:");
        await SendAsync(resolve);
    }

    /// <summary>What the customer was told is all in their channel, what we said is all in ours, and neither stands where it does not belong.</summary>
    private async Task NothingIsLostAsync()
    {
        await Desk.SettleAsync();
        App.In(Room.Acme).ShouldBeEmpty("the customer has no channel where we are");
        Room[] ours = [Room.Triage, Engineering, Room.Management, Room.LastResort];
        ours.SelectMany(Theirs.In).ShouldBeEmpty("we have no room where the customer is");
        foreach (var words in await Desk.Records.ListAsync("select text from timeline where kind in ('CustomerTold', 'Resolved') and for_customer"))
        {
            Theirs.In(Room.Acme).ShouldContain(n => n.Says(words.Split('\n')[0]), words);
        }

        foreach (var words in await Desk.Records.ListAsync("select text from timeline where kind = 'CustomerWrote'"))
        {
            App.In(Room.Triage).ShouldContain(n => n.Says(words), words);
        }

        (await Desk.Records.ListAsync($"select concat_ws(' ', state, lane, kind, live) from outbox where state <> 'Sent' and not droppable and not_before <= '{Desk.Clock.GetUtcNow():O}'")).ShouldBeEmpty();
    }

    private Task<Note> ThereAsync(string words, Func<Note, bool>? also = null) => Desk.ShowsAsync(Room.Acme, words, also, Theirs);

    private Task RecordedAsync(string kind, string text) =>
        Wait.UntilAsync(() => Desk.Records.ListAsync($"select text from timeline where kind = '{kind}'").GetAwaiter().GetResult().Contains(text), TimeSpan.FromSeconds(10), text);
}
