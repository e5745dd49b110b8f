using ChatLiaison.Outbox;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Outbox;

public sealed class WorkspaceBudgetTests : IAsyncLifetime
{
    private DeskWorld world = null!;

    public async ValueTask InitializeAsync() => world = await DeskWorld.CreateAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public void What_a_workspace_takes_in_a_window_is_not_exceeded_and_comes_back_after_it()
    {
        var budget = world.Get<WorkspaceBudget>();
        var limit = world.Slack.Abilities.PerWorkspace[0];
        for (var i = 0; i < limit.Count; i++)
        {
            budget.At(world.Now).Exhausted.ShouldNotContain("slack");
            budget.Spend("slack", world.Now);
        }

        budget.At(world.Now).Exhausted.ShouldBe(["slack"]);
        budget.At(world.Now + limit.Window - Duration.FromMilliseconds(1)).Exhausted.ShouldBe(["slack"]);
        budget.At(world.Now + limit.Window).Exhausted.ShouldBeEmpty();
    }

    [Fact]
    public void No_more_is_claimed_at_once_than_the_tightest_platform_still_takes()
    {
        var budget = world.Get<WorkspaceBudget>();
        var limit = world.Slack.Abilities.PerWorkspace[0];
        for (var i = 0; i < limit.Count - 1; i++)
        {
            budget.Spend("slack", world.Now);
        }

        budget.At(world.Now).Room.ShouldBe(1);
    }
}
