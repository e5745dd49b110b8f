using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_the_way_of_working_changes : Story
{
    private const string What = "What was changed in how we work?";
    private const string Moves = "What should it move?";

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_change_is_recorded_and_says_honestly_that_it_is_too_early_to_tell(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync();
        var form = await FormAsync(Lee, Room.Triage, $"liaison improve A checklist for exports {Inside}", "Record it");
        form.Typed(What).ShouldBe($"A checklist for exports {Inside}");
        var tomorrow = await form.SubmitAsync([(Moves, "Promises kept"), .. App.Moment(Lee, "at", Desk.Clock.GetUtcNow().AddDays(1))]);
        tomorrow.Said.ShouldContain("That time has not come yet. Record the change once it is made.");
        (await form.SubmitAsync([("Which reviewed case is it from?", "ACME-1"), .. App.Moment(Lee, "at", Desk.Clock.GetUtcNow().AddDays(-2))]))
            .Said.ShouldContain("ACME-1 has not been reviewed. Review it first, or leave this empty.");
        (await form.SubmitAsync(("Which reviewed case is it from?", ""))).Taken.ShouldBeTrue();

        await App.CommandAsync(Dana, Room.Triage, "liaison improvements");
        var list = await Desk.SeesAsync(Dana, "A checklist for exports");
        list.Words.ShouldContain("Lee Osei");
        list.Words.ShouldContain("Promises kept: too few to say");
        (await Desk.Records.ListAsync("select kpi from improvements")).ShouldBe(["PromisesKept"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_a_review_says_could_be_simpler_and_what_it_led_to_become_improvements(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await ResolveAsync();
        await Desk.SettleAsync();
        var review = await App.OpenAsync(Dana, Triage(), "Review");
        (await review.SubmitAsync(
            ("What was the root cause?", "Capacity"), ("Whose is the cause?", "Operations"), ("Why did they tell us before we saw it?", "Nothing watches it"),
            ("What is done so that it does not come back?", "Watch the queue"), ("Who does it?", "Priya Raman"), ("What in our own way of working could be simpler?", $"{Inside} One list of exports"))).Taken.ShouldBeTrue();

        await App.CommandAsync(Lee, Room.Triage, "liaison improvements");
        var list = await Desk.SeesAsync(Lee, "What reviews say could be simpler");
        list.Words.ShouldContain($"{Inside} One list of exports");
        var changed = await App.OpenAsync(Lee, list, "It was changed");
        changed.Typed(What).ShouldBe($"{Inside} One list of exports");
        changed.Typed("Which reviewed case is it from?").ShouldBe("ACME-1");
        (await changed.SubmitAsync((Moves, "Time to resolve"))).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
        await App.CommandAsync(Lee, Room.Triage, "liaison improvements");
        await Desk.SeesAsync(Lee, "Time to resolve: too few to say", n => n.Says("from ACME-1") && !n.Says("What reviews say could be simpler"));

        await App.PressAsync(Priya, await Desk.SeesAsync(Priya, "An action of yours from ACME-1"), "Done");
        await Desk.SeesAsync(Priya, "Done, and noted on ACME-1.");
        await App.CommandAsync(Priya, Room.Triage, "liaison actions done");
        var done = await Desk.SeesAsync(Priya, "Done actions from reviews");
        var made = await App.OpenAsync(Priya, done, "Make it an improvement");
        made.Typed(What).ShouldBe("Watch the queue");
        (await made.SubmitAsync((Moves, "Problems that the customer saw first"))).Taken.ShouldBeTrue();
        await Desk.SettleAsync();
        var twice = await App.OpenAsync(Priya, done, "Make it an improvement");
        (await twice.SubmitAsync((Moves, "Problems that the customer saw first"))).Said.ShouldContain("That action is an improvement already.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Patterns_are_read_and_lead_to_an_improvement(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        await ResolveAsync();
        await Desk.SettleAsync();
        await App.CommandAsync(Lee, Room.Triage, "liaison patterns");
        var patterns = await Desk.SeesAsync(Lee, "Patterns of the last 30 days");
        patterns.Words.ShouldContain("Defect in the product 1 (0)");
        var form = await App.OpenAsync(Lee, patterns, "Record an improvement");
        (await form.SubmitAsync((What, "Test the export nightly"), (Moves, "Cases that come back"), ("Which pattern does it answer?", "Reasons: Defect in the product"))).Taken.ShouldBeTrue();
        await App.PressAsync(Lee, patterns, "90 days");
        await Desk.SeesAsync(Lee, "Patterns of the last 90 days");
        await App.CommandAsync(Lee, Room.Triage, "liaison improvements");
        await Desk.SeesAsync(Lee, "Test the export nightly", n => n.Says("Reasons: Defect in the product"));
    }
}
