using ChatLiaison.Cases;
using ChatLiaison.Playbook;
using ChatLiaison.Promises;
using NodaTime;
using Shouldly;
using Xunit;

namespace ChatLiaison.Tests.Promises;

public sealed class WatchPromisesJobTests
{
    [Theory]
    [InlineData("kind = 'Unheard'")]
    [InlineData("priority = 'P9'")]
    [InlineData("state = 'Sleeping'")]
    [InlineData("span = 9223372036854775807")]
    public async Task A_row_that_cannot_be_watched_is_set_aside_alone_with_an_alert(string poison)
    {
        await using var world = await DeskWorld.CreateAsync();
        var (sick, well) = (await world.OpenAsync(), await world.OpenAsync());
        await world.RunAsync($"update promises set {poison} where case_id = $1 and kind = 'Acknowledge'", sick.Id);

        await world.PassAsync(Duration.FromMinutes(16));
        await world.DeliverAsync();

        (await world.PromisesAsync(well)).Single(p => p.Kind == PromiseKind.Acknowledge).State.ShouldBe(PromiseState.Broken);
        (await world.CountAsync("promises where set_aside is not null and next_look is null")).ShouldBe(1);
        world.Slack.SaidTo("C0ADMINS").Count(words => words.Contains("was set aside", StringComparison.Ordinal)).ShouldBe(1);
        await world.PassAsync(Duration.FromMinutes(1));
        (await world.CountAsync("promises where set_aside is not null")).ShouldBe(1);
    }

    [Fact]
    public async Task Two_watchers_at_once_nudge_once_each()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var other = await world.NeighbourAsync();
        for (var i = 0; i < 20; i++)
        {
            await world.OpenAsync(customer: i % 2 == 0 ? "ACME" : "GLOBEX");
        }

        world.Clock.Move(Duration.FromMinutes(8));
        await Task.WhenAll(world.WatchAsync(), other.WatchAsync());

        (await world.CountAsync("nudges")).ShouldBe(20);
        (await world.CountAsync("promises where kind = 'Acknowledge' and warned = 1")).ShouldBe(20);
        (await world.CountAsync("outbox where kind = 'Bundle' and state = 'Pending'")).ShouldBe(await world.CountAsync("(select distinct person_id from nudges) p"));
    }

    [Fact]
    public async Task Two_thousand_at_once_are_one_message_a_person()
    {
        await using var world = await DeskWorld.CreateAsync();
        await world.OpenAsync();
        await world.RunAsync(
            """
            insert into promises (id, case_id, customer_id, kind, state, reason, priority, policy_version, calendar, started_at, span, counted_to, due_at, next_look)
            select gen_random_uuid(), case_id, customer_id, kind, state, reason, priority, policy_version, calendar, started_at, span, counted_to, due_at, next_look
            from promises, generate_series(1, 2000) where kind = 'Acknowledge'
            """);

        await world.PassAsync(Duration.FromMinutes(8));
        await world.DeliverAsync();

        (await world.CountAsync("nudges where sent_at is not null")).ShouldBe(2001);
        world.Slack.SaidTo("U0DANA").ShouldHaveSingleItem().ShouldContain("2001 promises of yours are coming due");
    }

    [Fact]
    public async Task Quiet_hours_hold_back_what_is_not_critical_until_morning()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await world.OpenAsync();
        await world.ActAsync(c, x => CaseRules.Take(x, world.Actor(), world.Now));
        await world.ActAsync(c, x => CaseRules.Tell(x, world.Actor(), "News tonight", world.Now + Duration.FromHours(11), false, world.Now));
        await world.RunAsync("update promises set next_look = null where kind <> 'StatusUpdate' or state <> 'Running'");

        world.Clock.Now = Instant.FromUtc(2026, 11, 23, 23, 30);
        await world.WatchAsync();
        await world.DeliverAsync();
        world.Slack.SaidTo("U0DANA").ShouldBeEmpty();

        world.Clock.Now = Instant.FromUtc(2026, 11, 24, 7, 0);
        await world.DeliverAsync();
        world.Slack.SaidTo("U0DANA").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_critical_case_breaks_through_to_who_owes_it()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await world.OpenAsync(Priority.P1);
        await world.ActAsync(c, x => CaseRules.Take(x, world.Actor(), world.Now));
        world.Clock.Now = Instant.FromUtc(2026, 11, 23, 23, 30);
        await world.ActAsync(c, x => CaseRules.CustomerWrote(x, "Still down"), DeskWorld.Ada);

        await world.PassAsync(Duration.FromMinutes(20));
        await world.DeliverAsync();

        world.Slack.SaidTo("U0DANA").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_critical_case_that_reaches_nobody_climbs_at_once()
    {
        await using var world = await DeskWorld.CreateAsync();
        await world.RunAsync("delete from person_identities where user_id in ('U0DANA', 'U0LEE') or person_id in (select id from people where 'liaison' = any(roles))");
        await world.Get<ChatLiaison.People.Directory>().RefreshAsync(CancellationToken.None);
        var c = await world.OpenAsync(Priority.P1);

        await world.PassAsync(Duration.Zero);

        var after = await world.ReadAsync(c);
        after.Level.ShouldBe(1);
        after.Owner!.Name.ShouldBe("Priya Raman");
    }

    [Fact]
    public async Task A_promise_that_was_re_targeted_is_told_of_again_at_its_new_points()
    {
        await using var world = await DeskWorld.CreateAsync();
        var c = await world.OpenAsync(Priority.P1);
        await world.PassAsync(Duration.FromSeconds(270));
        await world.DeliverAsync();
        await world.ActAsync(c, x => CaseRules.Prioritise(x, world.Actor(), Priority.P3));
        var before = await world.CountAsync("nudges where sent_at is null");

        await world.PassAsync(Duration.FromMinutes(11));

        before.ShouldBe(0);
        (await world.CountAsync("nudges n join promises p on p.id = n.promise_id where p.kind = 'Acknowledge' and n.sent_at is null")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task What_comes_due_while_a_message_is_on_its_way_is_told_in_the_next()
    {
        await using var world = await DeskWorld.CreateAsync();
        await world.OpenAsync();
        await world.PassAsync(Duration.FromMinutes(8));
        var claimed = await world.Get<ChatLiaison.Outbox.DeliveryStore>().ClaimAsync(world.Now, 24, [], CancellationToken.None);
        var bundle = claimed.Single(m => m.Kind == ChatLiaison.Outbox.QueuedKind.Bundle);
        await world.Get<NudgesCard>().DrawAsync(bundle.Subject!, world.Now, CancellationToken.None);

        await world.RunAsync("update promises set next_look = $1 where kind = 'Resolve'", world.Now);
        await world.RunAsync("update promises set due_at = $1, span = 1 where kind = 'Resolve'", world.Now);
        await world.WatchAsync();
        await world.Get<NudgesCard>().SentAsync(bundle.Subject!, world.Now, CancellationToken.None);

        (await world.TextsAsync("select p.kind from nudges n join promises p on p.id = n.promise_id where n.sent_at is null")).ShouldContain("Resolve");
    }
}
