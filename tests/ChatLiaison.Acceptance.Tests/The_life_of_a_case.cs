using ChatLiaison.Playground;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

/// <summary>Two cases from capture to closed, with every message that both sides see, kept in docs/stories.</summary>
public sealed class The_life_of_a_case : Story
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_critical_one(string platform)
    {
        await OpenDeskAsync(platform);
        var book = new StoryBook(Desk, $"A critical case, from capture to closed ({platform})");
        await book.StepAsync("Ada writes in her channel, and Dana makes a case of her words", async () =>
        {
            var said = await App.SayAsync(Ada, Room.Acme, "The nightly export stopped. Nothing has reached our warehouse since.");
            var form = await App.ShortcutAsync(Dana, said);
            (await form.SubmitAsync(("How much does it affect?", "Everything or everyone stands still"), ("How soon does it hurt?", "Now"))).Taken.ShouldBeTrue();
        });
        await book.StepAsync("Ada confirms that she is understood", () => App.PressAsync(Ada, Card(), "That's right"));
        await book.StepAsync("Three minutes pass and nobody has acknowledged", () => Desk.AdvanceAsync(TimeSpan.FromMinutes(3)));
        await book.StepAsync("Dana takes the case", () => App.PressAsync(Dana, Triage(), "Take"));
        await book.StepAsync("Dana tells Ada how it stands", () => UpdateAsync(Dana, "We see the stopped job and are looking for the cause.", ("When do they hear next?", "In 30 minutes")));
        await book.StepAsync("It is a defect: Dana brings in engineering", async () =>
        {
            var climb = await App.OpenAsync(Dana, Triage(), "Escalate");
            (await climb.SubmitAsync(("Why does it move up?", "It is a technical bug"))).Taken.ShouldBeTrue();
        });
        await book.StepAsync("Jun of engineering accepts the brief", async () =>
            await App.PressAsync(SamplePeople.Jun, await Desk.SeesAsync(SamplePeople.Jun, "Technical Brief"), "Accept"));
        await book.StepAsync("Jun asks what the brief does not say", async () =>
        {
            var ask = await App.OpenAsync(SamplePeople.Jun, await Desk.SeesAsync(SamplePeople.Jun, "Jun Tanaka accepted it"), "Ask support");
            (await ask.SubmitAsync(("One question", "Did anything else run on that machine at night?"))).Taken.ShouldBeTrue();
        });
        await book.StepAsync("Dana answers", async () =>
        {
            var answer = await App.OpenAsync(Dana, await Desk.SeesAsync(Dana, "Jun Tanaka of engineering asks"), "Answer");
            (await answer.SubmitAsync(("Your answer", "A backup of theirs, since last week."))).Taken.ShouldBeTrue();
        });
        await book.StepAsync("Jun writes to ChatLiaison what they tried", () => App.SayDirectlyAsync(SamplePeople.Jun, "tried: unlock the file by hand -> the export runs on"));
        await book.StepAsync("The promised update comes near", () => Desk.AdvanceAsync(TimeSpan.FromMinutes(25)));
        await book.StepAsync("Jun knows the cause", () => App.SayDirectlyAsync(
            SamplePeople.Jun, "cause: the backup locks a file, and the exporter gives up on it -> the exporter waits for the file and goes on"));
        await book.StepAsync("Dana keeps both promises with one update", () => UpdateAsync(
            Dana, "We have found the cause: your new backup locks a file that the export needs. We are testing a change that waits for it.",
            ("Which promises do these words keep?", "Tell the customer that the cause is known and what the plan is."), ("When do they hear next?", "In 1 hour")));
        await book.StepAsync("Jun hands back a fix", async () =>
        {
            var fix = await App.OpenAsync(SamplePeople.Jun, Triage(), "Fix is in");
            (await fix.SubmitAsync(("What was changed?", "The exporter no longer stops at a locked file."))).Taken.ShouldBeTrue();
        });
        await book.StepAsync("Dana checks it, and tells Ada what was done and why", () =>
            ResolveAsync(
                "The export runs again and has caught up with the night.", "A locked file stopped the job, and it did not start again by itself.",
                more: [("What did you check the fix with?", "Their data"), ("Why is the rest not checked?", "Only the export's own files differ, and they are there.")]));
        await EndAsync(book, ReviewAsync);
        book.ShouldBeStoredAs($"critical.{platform}.md");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task An_everyday_one(string platform)
    {
        await OpenDeskAsync(platform);
        var book = new StoryBook(Desk, $"An everyday case, from capture to closed ({platform})");
        await book.StepAsync("Ada reports a problem herself", async () =>
        {
            var form = await App.EscalateAsync(Ada, Room.Acme, "The report of June is empty");
            (await form.SubmitAsync(("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today"))).Taken.ShouldBeTrue();
        });
        await book.StepAsync("Dana takes it within the quarter of an hour", () => App.PressAsync(Dana, Triage(), "Take"));
        await book.StepAsync("Dana needs to know something", () => WaitAsync("Is it empty for every country, or only for some?"));
        await book.StepAsync("Ada answers", () => App.SayAsync(Ada, Room.Acme, "Only for Spain.", Card()));
        await book.StepAsync("Dana resolves it", () => ResolveAsync("The report of June is complete now.", "The data of Spain had arrived late and was not counted again."));
        await EndAsync(book);
        book.ShouldBeStoredAs($"everyday.{platform}.md");
    }

    private async Task ReviewAsync()
    {
        var review = await App.OpenAsync(Dana, Triage(), "Review");
        var saved = await review.SubmitAsync(
        [
            ("What was the root cause?", "Code change or defect"), ("Whose is the cause?", "Engineering"), ("Why did they tell us before we saw it?", "Nothing watches it"),
            ("What is done so that it does not come back?", "Watch the nightly job"), ("Who does it?", "Priya Raman"),
            .. App.Moment(Dana, "session", Desk.Clock.GetUtcNow().AddDays(1)),
        ]);
        saved.Taken.ShouldBeTrue(saved.Said);
    }

    /// <param name="lookBack">What is done between the follow-up and the end; null for nothing.</param>
    private async Task EndAsync(StoryBook book, Func<Task>? lookBack = null)
    {
        var asked = App.In(Room.Acme).Last(n => n.Buttons.Contains("It works"));
        await book.StepAsync("Ada says that it works", () => App.PressAsync(Ada, asked, "It works"));
        await book.StepAsync("Ada rates it", () => App.PressAsync(Ada, App.In(Room.Acme).Last(n => n.Buttons.Contains("5")), "5"));
        await book.StepAsync("A day later the follow-up is due", () => Desk.AdvanceAsync(TimeSpan.FromHours(24)));
        await book.StepAsync("Dana follows up", () => FollowUpAsync());
        if (lookBack is not null)
        {
            await book.StepAsync("Dana looks back at it", lookBack);
        }

        await book.StepAsync("Dana closes the case", () => App.PressAsync(Dana, Triage(), "Close"));
        (await CasesAsync()).ShouldHaveSingleItem().ShouldContain("Closed");
    }
}
