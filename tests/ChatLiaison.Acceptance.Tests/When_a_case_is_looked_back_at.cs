using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_a_case_is_looked_back_at : Story
{
    private const string Cause = "What was the root cause?";
    private const string Whose = "Whose is the cause?";
    private const string Gap = "Why did they tell us before we saw it?";
    private const string Measure = "What is done so that it does not come back?";

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_critical_case_asks_for_a_review_and_its_actions_are_tracked_to_done(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownCriticalAsync(), "Take");
        await Desk.SettleAsync();
        await App.PressAsync(Ada, await ResolveAsync(), "It works");
        await Desk.ShowsAsync(Room.Triage, "asked for", n => n.Root is null);
        (await PromisesAsync("Running")).ShouldContain("Review");

        var review = await App.OpenAsync(Dana, Triage(), "Review");
        review.Typed("In a sentence or two").ShouldBe("A job had stalled.");
        (await review.SubmitAsync((Cause, "Capacity"), (Whose, "Operations"), (Gap, "Nothing watches it"), (Measure, $"{Inside} Watch the job queue"), ("Who does it?", "Priya Raman"))).Taken
            .ShouldBeFalse("a P1 is looked back at together");
        await App.CommandAsync(Sam, Room.Admins, "liaison actions all");
        await Desk.SeesAsync(Sam, "Nothing is left to do.");

        (await review.SubmitAsync([.. App.Moment(Dana, "session", Desk.Clock.GetUtcNow().AddHours(-1))])).Said.ShouldContain("That time has passed. Choose one that lies ahead.");
        await Desk.AdvanceAsync(TimeSpan.FromDays(4), TimeSpan.FromDays(1));
        await Desk.SeesAsync(Dana, "look back at it in a review", n => n.Buttons.Contains("Review"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_review_is_offered_on_the_rest_and_says_whether_it_looks_like_the_same_thing_again(string platform)
    {
        await OpenDeskAsync(platform);
        await EndAsync("The export hangs", "ACME-1");
        await Desk.Records.RunAsync("update cases set type = 'performance'");
        await EndAsync("The export hangs again", "ACME-2");
        await Desk.Records.RunAsync("update cases set type = 'performance'");
        (await PromisesAsync("Running")).ShouldNotContain("Review");

        var review = await App.OpenAsync(Dana, Triage("ACME-2"), "Review");
        review.Typed("Does it keep coming?").ShouldBe("It keeps coming");
        await Desk.SeesAsync(Dana, "same type and same reason");
        (await review.SubmitAsync(
            (Cause, "Capacity"), (Whose, "Operations"), (Gap, "Nothing watches it"), (Measure, $"{Inside} Watch the queue"), ("Who does it?", "Priya Raman"),
            ("Does the knowledge base need to change?", "Yes, it becomes an action"))).Taken.ShouldBeTrue();
        var told = await Desk.SeesAsync(Priya, "An action of yours from ACME-2");
        await Desk.ShowsAsync(Room.Triage, "Capacity (Operations)", n => n.Root is null);
        (await Desk.Records.ListAsync("select kind from review_actions order by kind")).ShouldBe(["Knowledge", "Prevention"]);
        await App.PressAsync(Priya, told, "Done");
        await Desk.SeesAsync(Priya, "Done, and noted on ACME-2.");
        (await Desk.Records.ListAsync("select done_by from review_actions where kind = 'Prevention'")).ShouldBe(["Priya Raman"]);
        await App.PressAsync(Priya, told, "Done");
        await Desk.SeesAsync(Priya, "That action of ACME-2 is done already.");
        await App.CommandAsync(Dana, Room.Triage, "liaison actions");
        await Desk.SeesAsync(Dana, "Bring the knowledge base up to date with ACME-2.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_follows_from_a_review_outlives_the_case_and_is_reminded_of(string platform)
    {
        await OpenDeskAsync(platform);
        await EndAsync("The export hangs", "ACME-1");
        await App.CommandAsync(Dana, Room.Acme, "liaison close ACME-1 because the customer asked for it");
        await Desk.SettleAsync();
        (await CasesAsync()).ShouldBe(["ACME-1 Closed P3"]);
        var review = await App.OpenAsync(Dana, Triage(), "Review");
        (await review.SubmitAsync((Cause, "Capacity"), (Whose, "Operations"), (Gap, "Nothing watches it"), (Measure, "Watch the queue"), ("Who does it?", "Priya Raman"))).Taken.ShouldBeTrue();
        await Desk.AdvanceAsync(TimeSpan.FromDays(15), TimeSpan.FromDays(1));
        await Desk.SeesAsync(Priya, "do what its review led to", n => n.Says("Watch the queue") && n.Buttons.Contains("Done"));
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_critical_case_is_looked_back_at_together_by_all_who_had_a_part_in_it(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Priya, await TakeDownCriticalAsync(), "Take");
        await Desk.SettleAsync();
        await ResolveAsync(by: Priya);
        var review = await App.OpenAsync(Priya, Triage(), "Review");
        var first = Desk.Clock.GetUtcNow().AddDays(2);
        (await review.SubmitAsync([(Cause, "Capacity"), (Whose, "Operations"), (Gap, "Nothing watches it"), .. App.Moment(Priya, "session", first)])).Taken.ShouldBeTrue();
        (await SessionsAsync()).ShouldBe(["Dana Park Running 48", "Priya Raman Running 48"], "whoever holds it, and the customer's usual contact");
        await Desk.SeesAsync(Dana, "An action of yours from ACME-1", n => n.Says("Sit together over ACME-1."));

        // Saved again the session stays one; moved, it is called anew and the other is off.
        await Desk.SettleAsync();
        var again = await App.OpenAsync(Priya, Triage(), "Review");
        (await again.SubmitAsync(("What did we learn?", "To watch the queue"))).Taken.ShouldBeTrue();
        (await SessionsAsync()).ShouldBe(["Dana Park Running 48", "Priya Raman Running 48"]);
        await Desk.SettleAsync();
        var moved = await App.OpenAsync(Priya, Triage(), "Review");
        (await moved.SubmitAsync([.. App.Moment(Priya, "session", first.AddDays(1))])).Taken.ShouldBeTrue();
        (await SessionsAsync()).ShouldBe(["Dana Park Running 72", "Priya Raman Running 72"]);
        (await PromisesAsync("Cancelled")).Count(k => k == "Prevention").ShouldBe(2);
        await Desk.AdvanceAsync(TimeSpan.FromHours(60), TimeSpan.FromHours(6));
        await Desk.SeesAsync(Dana, "do what its review led to", n => n.Says("Sit together over ACME-1."));
    }

    /// <summary>Of each session who sits there, how its promise stands, and in how many hours it is from the resolution.</summary>
    private async Task<IReadOnlyList<string>> SessionsAsync()
    {
        await Desk.SettleAsync();
        return await Desk.Records.ListAsync(
            "select a.owner_name || ' ' || p.state || ' ' || round(extract(epoch from a.due_at - c.resolved_at) / 3600) from review_actions a join promises p on p.id = a.promise_id join cases c on c.id = a.case_id where a.kind = 'Session' order by a.owner_name");
    }

    private async Task EndAsync(string issue, string reference)
    {
        await App.PressAsync(Dana, await TakeDownAsync(issue), "Take");
        await Desk.SettleAsync();
        await ResolveAsync($"We settled it: {issue}.", reference: reference);
        await Desk.SettleAsync();
    }
}
