using ChatLiaison.Cases;
using ChatLiaison.Commitments;
using ChatLiaison.Promises;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Promises;

public sealed class When_a_late_promise_is_taken_back : IAsyncLifetime
{
    private DeskWorld world = null!;

    public async ValueTask InitializeAsync() => world = await DeskWorld.CreateAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Theory, InlineData(true), InlineData(false)]
    public async Task It_stays_broken_and_nobody_is_told_that_it_was_done(bool takenBack)
    {
        var c = await world.OpenAsync();
        var made = new Commitment(Commitment.NewId(world.Now), CommitmentKind.Personal, "Call them.") { Due = world.Now + Duration.FromHours(1), Told = true };
        await world.ActAsync(c, x => CommitmentRules.Promise(x, made, "Dana", world.Now));
        await world.PassAsync(Duration.FromHours(2));
        await world.ActAsync(c, x => takenBack
            ? CommitmentRules.Withdraw(x, world.Actor(), new OwedInWords(made.Id, PromiseKind.Personal, made.What, made.Due, null, true, ""), "They are away.", "", world.Now)
            : CommitmentRules.Keep(x, made.Id, made.What));

        var after = (await world.PromisesAsync(c)).Single(p => p.Id == made.Id);
        (after.State, after.Dropped, after.IsOwed).ShouldBe((PromiseState.Broken, takenBack, false));
        (await world.Get<CommitmentStore>().KeptAsync(c.Id, null, CancellationToken.None)).ShouldBe(takenBack ? [] : ["Call them."]);
    }
}
