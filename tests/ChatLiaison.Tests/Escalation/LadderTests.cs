using ChatLiaison.Cases;
using ChatLiaison.Escalation;
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
    public async Task With_all_of_engineering_away_the_next_level_is_asked_and_the_holder_hears_why()
    {
        await AwayAsync("engineering");
        var c = await TakenAsync();

        (await ClimbAsync(c, 2)).ShouldBe(world.Person("Grace").Id);
        await world.DeliverAsync();

        var after = await world.ReadAsync(c);
        (after.Level, after.EngineeringOwner, after.Expedited).ShouldBe((3, null, true));
        (await world.TimelineAsync(c)).ShouldContain(t => t.Kind == CaseEventKind.Skipped && t.Text.StartsWith("Skipped Engineering and product: Jun Tanaka is away", StringComparison.Ordinal));
        var told = world.Slack.SaidTo("U0DANA").ShouldHaveSingleItem(customMessage: string.Join('\n', world.Slack.SaidTo("U0DANA")));
        told.ShouldStartWith("ACME-1: those it was meant for can't be reached now");
        told.ShouldContain("Mateo Silva is away");
        told.ShouldContain("Grace Lindqvist is asked instead.");
        (await world.OwedAsync(c)).Single(p => p.Kind == PromiseKind.LevelResponse).Level.ShouldBe(3);
    }

    [Fact]
    public async Task With_nobody_above_either_the_last_resort_is_told_and_it_stays_with_the_holder()
    {
        await AwayAsync("engineering", "management", "executive");
        var c = await TakenAsync();

        (await ClimbAsync(c, 2)).ShouldBeNull();
        await world.DeliverAsync();

        (await world.ReadAsync(c)).Owner!.Name.ShouldBe("Dana Park");
        world.Slack.SaidTo("C0LASTRESORT").ShouldHaveSingleItem();
        world.Slack.SaidTo("U0DANA").ShouldHaveSingleItem().ShouldContain("until somebody answers it stays with you, so keep Ada Byrne posted.");
    }

    [Fact]
    public async Task A_climb_that_skips_nobody_tells_the_holder_nothing_of_the_kind()
    {
        var c = await TakenAsync();

        await ClimbAsync(c, 2);
        await world.DeliverAsync();

        world.Slack.SaidTo("U0DANA").ShouldNotContain(t => t.Contains("can't be reached", StringComparison.Ordinal));
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

    [Fact]
    public async Task Forty_climbs_at_once_are_one_message()
    {
        for (var i = 0; i < 40; i++)
        {
            await world.OpenAsync(customer: i % 2 == 0 ? "ACME" : "GLOBEX");
        }

        await world.PassAsync(Duration.FromMinutes(15));
        await world.DeliverAsync();

        world.Slack.SaidTo("U0PRIYA").ShouldHaveSingleItem().ShouldContain("40 cases need you");
    }

    private async Task<SupportCase> TakenAsync()
    {
        var c = await world.OpenAsync();
        await world.ActAsync(c, x => CaseRules.Take(x, world.Actor(), world.Now));
        return await world.ReadAsync(c);
    }

    private async Task<Guid?> ClimbAsync(SupportCase c, int target)
    {
        await using var work = world.Database.Begin(world.Now);
        var held = await CaseStore.HoldAsync(work, c.Id, CancellationToken.None);
        var next = await world.Get<Ladder>().ClimbAsync(work, held!, world.Actor(), target, "It needs engineering.", CancellationToken.None);
        await work.CommitAsync(CancellationToken.None);
        return next?.Id;
    }

    private async Task AwayAsync(params string[] roles)
    {
        await world.RunAsync(
            """
            insert into absences (id, person_id, starts_at, ends_at, reason, consent, made_at)
            select gen_random_uuid(), id, $2, $3, '', 'Needless', $2 from people where roles && $1
            """,
            roles, world.Now - Duration.FromHours(1), world.Now + Duration.FromDays(2));
        await world.Get<ChatLiaison.People.Directory>().LoadAsync(CancellationToken.None);
    }

    private async Task LeaveAsync(params string[] roles)
    {
        await world.RunAsync("update people set active = false where roles && $1", [roles]);
        await world.Get<ChatLiaison.People.Directory>().RefreshAsync(CancellationToken.None);
    }
}
