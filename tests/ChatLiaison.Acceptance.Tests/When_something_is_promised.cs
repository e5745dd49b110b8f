using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_something_is_promised : Story
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_word_given_in_the_thread_is_a_promise_with_its_source_and_is_ticked_off(string platform)
    {
        await OpenDeskAsync(platform);
        var triage = await TakeDownAsync();
        await App.PressAsync(Dana, triage, "Take");
        await App.MentionAsync(Dana, Room.Triage, "promise call Ada back at 15:00", triage);
        await Desk.SeesAsync(Dana, "Promised on ACME-1 by");
        (await Desk.Records.ListAsync("select reason || ' ' || to_char(due_at at time zone 'Europe/London', 'HH24:MI') from promises where kind = 'Personal'"))
            .ShouldBe(["call Ada back 15:00"]);
        (await Desk.Records.ListAsync("select made_by || ' ' || (message_id is not null)::text from commitments")).ShouldBe(["Dana Park true"]);

        await App.CommandAsync(Dana, Room.Triage, "cases promises mine");
        var mine = await Desk.SeesAsync(Dana, "What you owe");
        mine.Says("call Ada back").ShouldBeTrue(mine.Words);
        await App.PressAsync(Dana, mine, "Done");
        await Desk.SeesAsync(Dana, "Done on ACME-1, and counted.");
        await App.CommandAsync(Lee, Room.Triage, "case ACME-1 promises");
        var all = await Desk.SeesAsync(Lee, "Promises on ACME-1:");
        all.Says("call Ada back").ShouldBeTrue(all.Words);
        all.Says("kept").ShouldBeTrue(all.Words);
        await App.CommandAsync(Lee, Room.Triage, "cases promises overdue");
        await Desk.SeesAsync(Lee, "What is late: nothing");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_promise_is_reminded_of_broken_and_counted_by_person_and_customer(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        var promise = await App.OpenAsync(Dana, Triage(), "Record a promise");
        (await promise.SubmitAsync([("What is promised?", "Send the log format"), .. App.Moment(Dana, "by", Desk.Clock.GetUtcNow().AddHours(-1))]))
            .Said.ShouldContain("That time has passed. Choose one that lies ahead.");
        promise.Typed("What is promised?").ShouldBe("Send the log format");
        (await promise.SubmitAsync([.. App.Moment(Dana, "by", Desk.Clock.GetUtcNow().AddHours(2))])).Taken.ShouldBeTrue();
        await Desk.AdvanceAsync(TimeSpan.FromHours(3), TimeSpan.FromMinutes(30));
        await Desk.SeesAsync(Dana, "Send the log format");
        (await PromisesAsync("Broken")).ShouldContain("Personal");
        await App.CommandAsync(Lee, Room.Triage, "cases promises ACME");
        (await Desk.SeesAsync(Lee, "What we owe Acme Ltd")).Says("late").ShouldBeTrue();
        await App.CommandAsync(Grace, Room.Management, "liaison digest");
        var digest = await Desk.SeesAsync(Grace, "Promises by customer");
        digest.Says("Acme Ltd").ShouldBeTrue(digest.Words);
        digest.Says("Dana Park").ShouldBeTrue(digest.Words);
    }
}
