using ChatLiaison.Cases;
using ChatLiaison.Commitments;
using ChatLiaison.Promises;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Promises;

/// <summary>A case that is resolved or has ended gets no further update, so a word that a customer is owed can't wait for one.</summary>
public sealed class When_a_promise_is_taken_back_at_the_end : IAsyncLifetime
{
    private const string Words = "We had promised you a call. Write to us instead.";

    private DeskWorld world = null!;

    public async ValueTask InitializeAsync() => world = await DeskWorld.CreateAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_customer_is_told_in_the_same_act(bool closed)
    {
        var (c, owed) = await EndedAsync(closed);
        await world.ActAsync(c, x => CommitmentRules.WithdrawTelling(x, world.Actor(), owed, "No time.", Words, world.Now));
        await world.DeliverAsync();

        world.Slack.SaidTo(c.ChannelId).ShouldContain(t => t.Contains(Words, StringComparison.Ordinal));
        world.Slack.SaidTo(c.ChannelId).ShouldNotContain(t => t.Contains("No time.", StringComparison.Ordinal));
        (await world.OwedAsync(c)).ShouldNotContain(p => p.Kind == PromiseKind.Personal || p.Kind == PromiseKind.Inform);
        (await world.TimelineAsync(c)).Select(l => l.Kind).ShouldContain(CaseEventKind.CustomerTold);
        (await world.ReadAsync(c)).LastUpdateAt.ShouldBe(world.Now);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Who_can_not_be_written_to_is_owed_the_word_until_somebody_ticks_it_off(bool closed)
    {
        var (c, owed) = await EndedAsync(closed);
        var word = CommitmentRules.WordOwed(c, world.Actor(), owed, Words, world.Now);
        await world.ActAsync(c, x => CommitmentRules.WithdrawOwing(x, world.Actor(), owed, "No time.", word));
        var open = (await world.OwedAsync(c)).Single(p => p.Id == word.Id);
        (open.Reason, open.OwnerId).ShouldBe(("Tell Ada Byrne that \"Call them\" will not happen as promised, and what happens instead.", world.Actor().Id));

        await world.PassAsync(open.DueAt!.Value - world.Now + Duration.FromMinutes(1));
        (await world.PromisesAsync(c)).Single(p => p.Id == word.Id).State.ShouldBe(PromiseState.Broken, "the watcher looks at it also when the case has ended");
        await world.ActAsync(c, x => CommitmentRules.Keep(x, word.Id, word.What));
        (await world.OwedAsync(c)).ShouldNotContain(p => p.Id == word.Id);
    }

    [Fact]
    public async Task A_draft_that_nobody_would_send_any_more_is_not_left_behind()
    {
        var (c, owed) = await EndedAsync(closed: false);
        CommitmentRules.Withdraw(await world.ReadAsync(c), world.Actor(), owed, "No time.", Words, world.Now).Refusal!.ToPlain()
            .ShouldBe("ACME-1 was resolved meanwhile. Take it back once more: you then see the message to the customer, and it goes at once.");
        CommitmentRules.Withdraw(await world.ReadAsync(c), world.Actor(), owed, "No time.", "", world.Now).Refusal.ShouldBeNull();
    }

    private async Task<(SupportCase Case, OwedInWords Owed)> EndedAsync(bool closed)
    {
        var c = await world.OpenAsync();
        var made = new Commitment(Commitment.NewId(world.Now), CommitmentKind.Personal, "Call them.") { Due = world.Now + Duration.FromDays(2), Told = true };
        await world.ActAsync(c, x => CommitmentRules.Promise(x, made, "Dana", world.Now));
        await world.ActAsync(c, x => EndingRules.Resolve(x, world.Actor(), "Restarted", world.Now));
        await (closed ? world.ActAsync(c, x => EndingRules.Close(x, world.Actor(), world.Now)) : Task.CompletedTask);
        return (await world.ReadAsync(c), (await world.Get<CommitmentStore>().OwedAsync(c.Id, CancellationToken.None)).Single());
    }
}
