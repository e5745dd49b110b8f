using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_somebody_knows_it_already : Story
{
    private const string Title = "What is it about?";
    private const string Steps = "What to do, in short steps";
    private const string Words = "In which words are they told?";

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_fits_is_read_first_and_one_press_says_that_it_helped(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync("Sign-in by SSO fails");
        await Desk.SeesAsync(Dana, "ACME-1 is saved", n => n.Says("Single sign-on, the usual causes"));
        var shown = await Desk.ShowsAsync(Room.Triage, "Single sign-on, the usual causes", n => n.Root is null);
        await App.CommandAsync(Priya, Room.Triage, "liaison brief ACME-1");
        await Desk.SeesAsync(Priya, "Technical Brief", n => n.Says("Read first") && n.Says("Single sign-on, the usual causes"));

        await App.PressAsync(Lee, shown, "Read what may help");
        await App.PressAsync(Lee, await Desk.SeesAsync(Lee, "What may help on ACME-1"), "Read single-sign-on");
        var entry = await Desk.SeesAsync(Lee, "Has a certificate run out", n => n.Buttons.Contains("This helped"));
        entry.Buttons.ShouldNotContain("Change it", "the playbook is changed in its file");
        entry.Buttons.ShouldNotContain("Put it in an update", "it is for our own people");
        await App.PressAsync(Lee, entry, "This helped");
        await Desk.SeesAsync(Lee, "It is on record that it helped on ACME-1.");
        (await Desk.Records.ListAsync("select entry || ' ' || by_name from knowledge_uses")).ShouldBe(["single-sign-on Lee Osei"]);
        await App.CommandAsync(Dana, Room.Triage, "liaison knowledge certificates");
        await Desk.SeesAsync(Dana, "What we know about certificates", n => n.Says("helped once"));

        await App.CommandAsync(Ada, Room.Acme, "liaison knowledge sso");
        await Desk.SeesAsync(Ada, "That is for our own team.");
        App.SeenBy(Ada).Concat(App.In(Room.Acme)).ShouldNotContain(n => n.Says("the usual causes"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_helped_is_kept_from_the_case_and_found_on_the_next_one(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync("The export hangs"), "Take");
        await Desk.SettleAsync();
        await Desk.Records.RunAsync("update cases set type = 'performance'");
        await ResolveAsync();
        var offer = await Desk.SeesAsync(Dana, "ACME-1: worth keeping?");

        var keep = await App.OpenAsync(Dana, offer, "Keep as knowledge");
        keep.Typed(Title).ShouldBe("The export hangs");
        keep.Typed(Steps).ShouldBe("We restarted the export.\nWhy: A job had stalled.");
        keep.Typed(Words).ShouldBe("export, hangs");
        var wrong = await keep.SubmitAsync((Title, $"{Inside} An export that hangs"), ("A page that says more", "the wiki"));
        wrong.Said.ShouldContain("That is not a web address. Paste one that begins with https://");
        keep.Typed(Title).ShouldBe($"{Inside} An export that hangs");
        (await keep.SubmitAsync(("A page that says more", "https://wiki.example.com/exports"))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "It is kept for the next one.");
        await Desk.ShowsAsync(Room.Triage, "Kept as knowledge", n => n.Root is null && !n.Buttons.Contains("Keep as knowledge"));
        (await Desk.Records.ListAsync("select by_name || ' ' || array_to_string(types, ',') || ' ' || url from knowledge_entries")).ShouldBe(["Dana Park performance https://wiki.example.com/exports"]);

        await TakeDownAsync("Our exports hang again", room: Room.Globex, by: Lee);
        var next = await Desk.ShowsAsync(Room.Triage, "Our exports hang again", n => n.Root is null);
        next.Words.ShouldContain($"{Inside} An export that hangs");
        await App.PressAsync(Lee, Triage("GLOBEX-1"), "Take");
        await Desk.SettleAsync();
        await ResolveAsync("We restarted theirs too.", reference: "GLOBEX-1", by: Lee, room: Room.Globex);
        await Desk.SettleAsync();
        App.DirectMessagesOf(Lee).ShouldNotContain(n => n.Says("worth keeping?"), "what we have speaks of it");
        await App.CommandAsync(Grace, Room.Management, "liaison digest");
        await Desk.SeesAsync(Grace, "This week so far", n => n.Says("50% of 2, target 85%"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task It_is_changed_and_retired_by_whoever_keeps_it_and_by_senior_support(string platform)
    {
        await OpenDeskAsync(platform);
        var add = await FormAsync(Dana, Room.Triage, "liaison knowledge add Certificates that run out", platform == "slack" ? "Keep it" : "Add an entry");
        (await add.SubmitAsync((Steps, ""))).Said.ShouldContain("Write what to do, or give a page that says it.");
        (await add.SubmitAsync((Steps, $"{Inside} Renew it."), (Words, "certificate, tls"))).Taken.ShouldBeTrue();
        await Desk.SeesAsync(Dana, "It is kept: /liaison knowledge #1");

        await App.CommandAsync(Lee, Room.Triage, "liaison knowledge tls");
        await App.PressAsync(Lee, await Desk.SeesAsync(Lee, "What we know about tls"), "Read #1");
        (await Desk.SeesAsync(Lee, $"{Inside} Renew it.")).Buttons.ShouldBeEmpty("it is Dana's");
        await App.CommandAsync(Priya, Room.Triage, "liaison knowledge #1");
        var shown = await Desk.SeesAsync(Priya, $"{Inside} Renew it.");
        var change = await App.OpenAsync(Priya, shown, "Change it");
        (await change.SubmitAsync((Steps, $"{Inside} Renew it a week before."))).Taken.ShouldBeTrue();
        await App.CommandAsync(Lee, Room.Triage, "liaison knowledge 1");
        await Desk.SeesAsync(Lee, "Renew it a week before.", n => n.Says("by Priya Raman"));

        // One platform asks back in a box of its own, the other on the card, under the same words.
        var retire = platform == "slack" ? "Retire it" : "knowledge.retire";
        await App.PressAsync(Priya, shown, retire);
        await Desk.SeesAsync(Priya, "It is retired.");
        await App.CommandAsync(Lee, Room.Triage, "liaison knowledge tls");
        await Desk.SeesAsync(Lee, "Nothing fits these words.");
        await App.PressAsync(Priya, shown, retire);
        await Desk.SeesAsync(Priya, "That is not there any more.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_a_customer_may_read_reaches_them_in_an_update_that_somebody_sent(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync("Exports stop at noon");
        var add = await FormAsync(Dana, Room.Triage, "liaison knowledge add Exports in pieces", platform == "slack" ? "Keep it" : "Add an entry");
        (await add.SubmitAsync((Steps, "Choose one month at a time."), (Words, "export"), ("May a customer be sent it?", "Yes, one of us may send it"))).Taken.ShouldBeTrue();
        await App.CommandAsync(Lee, Room.Triage, "liaison knowledge ACME-1");
        await App.PressAsync(Lee, await Desk.SeesAsync(Lee, "What may help on ACME-1"), "Read #1");

        var update = await App.OpenAsync(Lee, await Desk.SeesAsync(Lee, "one of us may send it to them"), "Put it in an update");
        update.Typed("What should the customer know?").ShouldBe("Exports in pieces\nChoose one month at a time.");
        await PreviewAsync(update);
        App.In(Room.Acme).ShouldNotContain(n => n.Says("one month at a time"), "it is seen before it goes");
        await SendAsync(update);
        await Desk.ShowsAsync(Room.Acme, "Choose one month at a time.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Nothing_of_a_restricted_case_is_kept(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync("The export hangs"), "Take");
        await Desk.SettleAsync();
        await ResolveAsync();
        var offer = await Desk.SeesAsync(Dana, "ACME-1: worth keeping?");
        await App.CommandAsync(Dana, Room.Triage, "liaison restrict ACME-1 because it is a data breach");
        await Desk.SettleAsync();
        await App.CommandAsync(Dana, Room.Triage, "case ACME-1");
        (await Desk.SeesAsync(Dana, "ACME-1 · P3 · The export hangs")).Buttons.ShouldNotContain("Keep as knowledge");
        await App.PressAsync(Dana, offer, "Keep as knowledge");
        await Desk.SeesAsync(Dana, "ACME-1 is restricted, so it can't be kept where all of us read.");
        await App.CommandAsync(Lee, Room.Triage, "liaison knowledge ACME-1");
        await Desk.SeesAsync(Lee, "There is no case ACME-1.");
    }
}
