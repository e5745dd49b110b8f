using ChatLiaison.TestKit;
using ChatLiaison.TestKit.Chat;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_the_chat_fails : Story
{
    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task Too_many_requests_are_tried_again_in_order(string platform)
    {
        await OpenDeskAsync(platform);
        var triage = await TakeDownAsync();
        App.Fail(Failing.TooMany, 2, TimeSpan.FromSeconds(4));
        await App.PressAsync(Dana, triage, "Take");
        foreach (var words in new[] { "First words", "Second words", "Third words" })
        {
            await UpdateAsync(Dana, words);
        }

        await Desk.ShowsAsync(Room.Acme, "Third words");
        App.In(Room.Acme).Where(n => n.Says(" words")).Select(n => n.Words.Split(": ")[^1].Split('\n')[0].Trim())
            .ShouldBe(["First words", "Second words", "Third words"]);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_chat_that_is_down_for_a_while_gets_everything_later(string platform)
    {
        await OpenDeskAsync(platform);
        var dialog = await App.EscalateAsync(Dana, Room.Acme, "The export hangs");
        App.Fail(Failing.Broken, 3);
        (await dialog.SubmitAsync(("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today"))).Taken.ShouldBeTrue();
        await Desk.ShowsAsync(Room.Triage, "ACME-1");
        await Desk.ShowsAsync(Room.Acme, "ACME-1");
        App.In(Room.Triage).Count(n => n.Root is null && n.Says("ACME-1")).ShouldBe(1);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_message_whose_answer_was_lost_is_looked_for_or_marked(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        App.Fail(Failing.DoneButUnanswered);
        await UpdateAsync(Dana, "We found the cause.");
        await Desk.ShowsAsync(Room.Acme, "We found the cause.");
        Desk.Clock.Advance(TimeSpan.FromSeconds(10));
        await Desk.SettleAsync();
        OnceOrMarked(platform, "We found the cause.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_a_dying_server_had_sent_is_not_sent_again_unmarked(string platform)
    {
        await OpenDeskAsync(platform);
        await App.PressAsync(Dana, await TakeDownAsync(), "Take");
        await Desk.SettleAsync();
        App.Fail(Failing.DoneAndHanging);
        await UpdateAsync(Dana, "We found the cause.");
        await Wait.UntilAsync(() => App.In(Room.Acme).Any(n => n.Says("We found the cause.")), TimeSpan.FromSeconds(10));

        // The call is on its way and its answer will not come: stopping now leaves what a crash leaves.
        await Desk.StopServersAsync();
        Desk.Clock.Advance(TimeSpan.FromSeconds(70));
        await Desk.StartServerAsync();
        await Desk.SettleAsync();
        (await Desk.Records.ListAsync("select state from outbox where state <> 'Sent' and state <> 'Cancelled'")).ShouldBeEmpty();
        OnceOrMarked(platform, "We found the cause.");
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_was_committed_before_the_server_died_is_sent_once_after_it(string platform)
    {
        await OpenDeskAsync(platform);
        var dialog = await App.EscalateAsync(Dana, Room.Acme, "The export hangs");
        App.Fail(Failing.Broken, 500);
        (await dialog.SubmitAsync(("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today"))).Taken.ShouldBeTrue();
        await Desk.StopServersAsync();
        App.In(Room.Triage).ShouldNotContain(n => n.Says("ACME-1"));
        App.Mend();
        Desk.Clock.Advance(TimeSpan.FromSeconds(70));
        await Desk.StartServerAsync();
        await Desk.ShowsAsync(Room.Triage, "ACME-1");
        await Desk.ShowsAsync(Room.Acme, "ACME-1");
        App.In(Room.Triage).Count(n => n.Says("ACME-1")).ShouldBe(1);
        App.In(Room.Acme).Count(n => n.Root is null && n.Says("ACME-1")).ShouldBe(1);
    }

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task A_person_who_cannot_be_written_to_is_named_in_triage(string platform)
    {
        await OpenDeskAsync(platform);
        await TakeDownAsync(by: Priya);
        App.Block(Dana);
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(8));
        await Desk.AdvanceAsync(TimeSpan.FromMinutes(2));
        var named = await Desk.ShowsAsync(Room.Triage, "acknowledge it by");
        named.Raw.ShouldContain(platform == "slack" ? "U0DANA" : "Dana Park");
        (await Desk.Records.ListAsync("select user_id from unreachable_people")).ShouldBe([App.IdOf(Dana)]);
    }

    private void OnceOrMarked(string platform, string words)
    {
        var sent = App.In(Room.Acme).Where(n => n.Says(words)).ToList();
        if (platform == "slack")
        {
            sent.Count.ShouldBe(1, "Slack can be asked whether it arrived");
        }
        else
        {
            sent.Count.ShouldBeLessThanOrEqualTo(2);
            sent.Skip(1).ShouldAllBe(n => n.Says("You may have this twice"));
        }
    }
}
