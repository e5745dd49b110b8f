using ChatLiaison.Cases;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Escalation;

public sealed class LadderTests : IAsyncLifetime
{
    private DeskWorld world = null!;

    public async ValueTask InitializeAsync() => world = await DeskWorld.CreateAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Skips_a_level_that_reaches_nobody_at_once_and_says_so()
    {
        await LeaveAsync("senior-support");
        var c = await world.OpenAsync();

        await world.PassAsync(Duration.FromMinutes(15));

        var after = await world.ReadAsync(c);
        after.Level.ShouldBe(2);
        (await world.TimelineAsync(c)).ShouldContain(t => t.Kind == CaseEventKind.Skipped && t.Text.StartsWith("Skipped Senior support", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tells_the_last_resort_when_nobody_is_left()
    {
        await LeaveAsync("senior-support", "engineering", "management", "executive");
        var c = await world.OpenAsync();

        await world.PassAsync(Duration.FromMinutes(15));
        await world.DeliverAsync();

        (await world.ReadAsync(c)).Level.ShouldBe(0);
        world.Slack.SaidTo("C0LASTRESORT").ShouldHaveSingleItem().ShouldContain("ACME-1: nobody who is awake can be reached");
    }

    [Fact]
    public async Task The_new_owner_owes_an_answer_and_silence_climbs_on()
    {
        var c = await world.OpenAsync();
        await world.PassAsync(Duration.FromMinutes(15));
        var response = (await world.OwedAsync(c)).Single(p => p.Kind == PromiseKind.LevelResponse);
        response.OwnerId.ShouldBe(world.Person("Priya").Id);
        response.Level.ShouldBe(1);
        response.Clock.Span.ShouldBe(Duration.FromHours(4));

        await world.PassAsync(response.DueAt!.Value - world.Now);

        (await world.ReadAsync(c)).Level.ShouldBe(2);
        (await world.OwedAsync(c)).Single(p => p.Kind == PromiseKind.LevelResponse).Level.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_keeps_the_case_where_it_is()
    {
        var c = await world.OpenAsync();
        await world.PassAsync(Duration.FromMinutes(15));

        await world.ActAsync(c, x => CaseRules.OnIt(x, world.Actor("Priya"), world.Now), world.Actor("Priya"));
        await world.PassAsync(Duration.FromMinutes(30));

        (await world.ReadAsync(c)).Level.ShouldBe(1);
        (await world.OwedAsync(c)).ShouldNotContain(p => p.Kind == PromiseKind.LevelResponse);
    }

    [Fact]
    public async Task An_acknowledged_case_does_not_climb_for_want_of_one()
    {
        var c = await world.OpenAsync();
        world.Clock.Move(Duration.FromMinutes(15));
        await world.WatchAsync();

        await world.ActAsync(c, x => CaseRules.Acknowledge(x, world.Actor(), world.Now));
        await world.DoDueActsAsync();

        (await world.ReadAsync(c)).Level.ShouldBe(0);
        (await world.CountAsync("due_acts")).ShouldBe(0);
    }

    [Fact]
    public async Task Engineering_is_named_beside_the_owner()
    {
        var c = await world.OpenAsync(Priority.P1);
        await world.ActAsync(c, x => CaseRules.Take(x, world.Actor(), world.Now));

        await world.PassAsync(Duration.FromHours(4));

        var after = await world.ReadAsync(c);
        after.EngineeringOwner.ShouldNotBeNull();
        after.Owner.ShouldNotBeNull();
        after.Owner!.Id.ShouldNotBe(after.EngineeringOwner!.Id);
        after.Status.ShouldBe(CaseStatus.WithEngineering);
    }

    [Fact]
    public async Task Time_under_investigation_counts_only_while_somebody_works_on_it()
    {
        var c = await world.OpenAsync(Priority.P1);
        await world.ActAsync(c, x => CaseRules.Take(x, world.Actor(), world.Now));
        await world.PassAsync(Duration.FromMinutes(30));
        await world.ActAsync(c, x => CaseRules.Wait(x, world.Actor(), CaseStatus.WaitingOnCustomer, "Which?", world.Now));

        await world.PassAsync(Duration.FromHours(8));
        (await world.ReadAsync(c)).Level.ShouldBe(0, "eight hours of waiting don't count");

        await world.ActAsync(c, x => CaseRules.Resume(x, world.Actor()));
        await world.PassAsync(Duration.FromMinutes(29));
        (await world.ReadAsync(c)).Level.ShouldBe(0);
        await world.PassAsync(Duration.FromMinutes(1));
        (await world.ReadAsync(c)).Level.ShouldBe(1);
    }

    [Fact]
    public async Task A_case_that_waited_before_anybody_began_climbs_by_its_investigation_too()
    {
        var c = await world.OpenAsync(Priority.P1);
        await world.ActAsync(c, x => CaseRules.Wait(x, world.Actor(), CaseStatus.WaitingOnCustomer, "Which?", world.Now));
        await world.ActAsync(c, x => CaseRules.Resume(x, world.Actor()));

        await world.PassAsync(Duration.FromHours(1));

        (await world.ReadAsync(c)).Level.ShouldBe(1);
    }

    [Fact]
    public async Task A_resolved_case_closes_by_itself_when_its_grace_ends()
    {
        var c = await world.OpenAsync();
        await world.ActAsync(c, x => EndingRules.Resolve(x, world.Actor(), "Restarted", world.Now));

        await world.PassAsync(Duration.FromDays(7) - Duration.FromSeconds(1));
        (await world.ReadAsync(c)).Status.ShouldBe(CaseStatus.Resolved);
        await world.PassAsync(Duration.FromSeconds(1));
        (await world.ReadAsync(c)).Status.ShouldBe(CaseStatus.Closed);
        (await world.PromisesAsync(c)).ShouldAllBe(p => !p.IsOwed);
    }

    private async Task LeaveAsync(params string[] roles)
    {
        await world.RunAsync("update people set active = false where roles && $1", [roles]);
        await world.Get<ChatLiaison.People.Directory>().RefreshAsync(CancellationToken.None);
    }
}
