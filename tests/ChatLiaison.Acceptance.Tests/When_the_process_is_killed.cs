using ChatLiaison.TestKit;
using ChatLiaison.TestKit.Chat;
using Shouldly;
using Xunit;

namespace ChatLiaison.Acceptance.Tests;

public sealed class When_the_process_is_killed : Story
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory, InlineData("slack"), InlineData("teams")]
    public async Task What_was_saved_is_sent_by_the_next_one_and_only_once(string platform)
    {
        Use(await TestLiaison.PrepareAsync(platform, TimeProvider.System.GetUtcNow()));
        await using (var first = await ServerProcess.StartAsync(Desk.Settings, Desk.ConnectionString))
        {
            App.AppUrl = first.Address;
            await App.AddAppAsync(Sam);
            var dialog = await App.EscalateAsync(Dana, Room.Acme, "The export hangs");
            App.Fail(Failing.DoneAndHanging, 4);
            (await dialog.SubmitAsync(("How much does it affect?", "Some people or one part"), ("How soon does it hurt?", "Today"))).Taken.ShouldBeTrue();
            await Wait.UntilAsync(() => App.In(Room.Triage).Any(n => n.Says("ACME-1")), Patience);
            await first.KillAsync();
        }

        // Its claims run out after a minute of the wall clock; the test does not wait for that.
        await Desk.Records.RunAsync("update outbox set claimed_until = queued_at where state = 'Claimed'");
        App.Mend();
        await using var second = await ServerProcess.StartAsync(Desk.Settings, Desk.ConnectionString);
        App.AppUrl = second.Address;
        await Wait.UntilAsync(() => App.In(Room.Acme).Any(n => n.Root is null && n.Says("ACME-1")), Patience);
        await Wait.UntilAsync(() => Desk.Records.WaitingAsync(DateTimeOffset.MaxValue).GetAwaiter().GetResult().Count == 0, Patience);
        foreach (var room in new[] { Room.Triage, Room.Acme })
        {
            var cards = App.In(room).Where(n => n.Root is null && n.ByBot && n.Says("The export hangs")).ToList();
            cards.Skip(1).ShouldAllBe(n => n.Says("You may have this twice"));
            cards.Count.ShouldBe(platform == "slack" ? 1 : cards.Count);
        }
    }
}
