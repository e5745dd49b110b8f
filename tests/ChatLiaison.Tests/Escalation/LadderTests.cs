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
    public async Task Whoever_declines_gives_way_to_the_next_and_with_nobody_left_it_goes_up()
    {
        var c = await world.OpenAsync(Priority.P2);
        var dana = await DeclineAsync(c, "U0DANA", "At the dentist");
        dana.ShouldContain("goes to Lee Osei");
        (await world.ReadAsync(c)).Owner!.Name.ShouldBe("Lee Osei");

        (await DeclineAsync(c, "U0LEE", "On a train")).ShouldContain("goes up to Priya Raman");

        var after = await world.ReadAsync(c);
        (after.Level, after.Owner!.Name).ShouldBe((1, "Priya Raman"));
        (await world.OwedAsync(c)).Single(p => p.Kind == PromiseKind.LevelResponse).OwnerId.ShouldBe(world.Person("Priya").Id);
        (await world.TimelineAsync(c)).Count(t => t.Kind == CaseEventKind.Declined && t.Actor is "Dana Park" or "Lee Osei").ShouldBe(2);
        (await DeclineAsync(c, "U0DANA", "Again")).ShouldContain("declined ACME-1 once already");
        (await DeclineAsync(c, "U0MATEO", "Me too")).ShouldContain("was not asked of you");
    }

    [Fact]
    public async Task The_next_one_has_what_is_left_of_the_time()
    {
        await world.RunAsync("update people set roles = array['senior-support'] where email = 'lee@example.com'");
        await world.Get<ChatLiaison.People.Directory>().RefreshAsync(CancellationToken.None);
        var c = await world.OpenAsync();
        await world.PassAsync(Duration.FromMinutes(15));
        var first = (await world.OwedAsync(c)).Single(p => p.Kind == PromiseKind.LevelResponse);
        world.Clock.Move(Duration.FromHours(1));

        var asked = world.Person(first.OwnerId == world.Person("Priya").Id ? "Priya" : "Lee");
        await DeclineAsync(c, asked.Identities["slack"], "In a workshop");

        var second = (await world.OwedAsync(c)).Single(p => p.Kind == PromiseKind.LevelResponse);
        second.OwnerId.ShouldNotBe(first.OwnerId);
        second.DueAt.ShouldBe(first.DueAt);
    }

    [Fact]
    public async Task Engineering_gives_the_case_back_to_its_support_owner()
    {
        var c = await world.OpenAsync(Priority.P1);
        await world.ActAsync(c, x => CaseRules.Take(x, world.Actor("Priya"), world.Now), world.Actor("Priya"));
        await world.PassAsync(Duration.FromHours(4));
        var engineer = (await world.ReadAsync(c)).EngineeringOwner!;
        await world.DeliverAsync();
        world.Slack.SaidTo("U0PRIYA").ShouldContain(t => t.Contains($"ACME-1: {engineer.Name} of engineering is on it with you", StringComparison.Ordinal));

        var by = world.Actor(engineer.Name.Split(' ')[0]);
        await world.ActAsync(c, x => LadderRules.ComeBack(x, by, "A full disk", world.Get<PlaybookSource>().Current, new HashSet<Commands.Role> { Commands.Role.SeniorSupport }), by);

        var after = await world.ReadAsync(c);
        (after.Owner!.Name, after.EngineeringOwner, after.Status, after.Level).ShouldBe(("Priya Raman", null, CaseStatus.Investigating, 1));
        (await world.OwedAsync(c)).ShouldNotContain(p => p.Kind == PromiseKind.LevelResponse);
        await world.DeliverAsync();
        world.Slack.SaidTo("U0PRIYA").ShouldContain(t => t.Contains("ACME-1 is back with you alone", StringComparison.Ordinal) && t.Contains("A full disk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_was_asked_and_can_not_be_reached_gives_way_at_once()
    {
        var c = await world.OpenAsync();
        await world.PassAsync(Duration.FromMinutes(15));
        await world.Get<ChatLiaison.People.PersonStore>().MarkUnreachableAsync(world.Person("Priya").Id, "slack", "gone", world.Now, CancellationToken.None);
        await world.Get<ChatLiaison.People.PersonStore>().MarkUnreachableAsync(world.Person("Priya").Id, "teams", "gone", world.Now, CancellationToken.None);
        await world.Get<ChatLiaison.People.Directory>().RefreshAsync(CancellationToken.None);

        await world.Get<PassOnJob>().RunAsync(world.Now, CancellationToken.None);

        (await world.ReadAsync(c)).Level.ShouldBe(2);
        (await world.TimelineAsync(c)).ShouldContain(t => t.Kind == CaseEventKind.Declined && t.Text.StartsWith("Priya Raman can't be reached.", StringComparison.Ordinal));
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

    private async Task<string> DeclineAsync(SupportCase c, string who, string why)
    {
        var caller = world.Caller(who);
        var reply = await world.Get<DeclineCommand>().SubmitAsync(
            caller,
            new Chat.FormSubmission(caller.Chat, new("slack", Chat.PlaceKind.Nowhere, "", null), $"decline-{Guid.NewGuid()}", "decline.submit", c.Id.ToString(), new(new Dictionary<string, IReadOnlyList<string>> { ["why"] = [why] })),
            CancellationToken.None);
        return reply switch
        {
            Chat.DoneReply done => done.Text!.ToPlain(),
            Chat.RefusedReply refused => refused.Reason.ToPlain(),
            _ => reply.ToString()!,
        };
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
